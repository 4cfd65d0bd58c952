/**
 * Runs `work` in rounds, never two at once. Who asks while one runs gets the round after it, and shares it with all who ask
 * meanwhile: however long a round takes, no more than one waits. `work` never rejects.
 */
export class Rounds {
  private running: Promise<void> | null = null
  private next: Promise<void> | null = null

  constructor(private readonly work: () => Promise<void>) {}

  /** Resolves after a round that began no earlier than now. */
  ask(): Promise<void> {
    if (this.next !== null) return this.next
    if (this.running === null) return this.begin()
    this.next = this.running.then(() => {
      this.next = null
      return this.begin()
    })
    return this.next
  }

  private begin(): Promise<void> {
    this.running = this.work().then(() => {
      this.running = null
    })
    return this.running
  }
}
