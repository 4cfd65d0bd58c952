/** So many small writes wait while the database is away; then the oldest are lost. */
const MAX_WAITING = 10_000

/** Small writes that are made in their order, and wait while the database is away. Each may be made twice. */
export class Retries {
  private readonly waiting: (() => Promise<unknown>)[] = []
  private trying: Promise<void> = Promise.resolve()

  /** `failed`: a write failed, and waits for the next try. */
  constructor(private readonly failed: (error: unknown) => void) {}

  /** Nothing waits. */
  get isDone(): boolean {
    return this.waiting.length === 0
  }

  put(write: () => Promise<unknown>): void {
    if (this.waiting.length >= MAX_WAITING) this.waiting.shift()
    this.waiting.push(write)
    void this.try()
  }

  /** Makes what waits, up to the first that fails. Never rejects. */
  try(): Promise<void> {
    this.trying = this.trying.then(() => this.tryNow())
    return this.trying
  }

  private async tryNow(): Promise<void> {
    for (let [first] = this.waiting; first !== undefined; [first] = this.waiting) {
      try {
        await first()
      } catch (error) {
        this.failed(error)
        return
      }
      if (this.waiting[0] === first) this.waiting.shift()
    }
  }
}
