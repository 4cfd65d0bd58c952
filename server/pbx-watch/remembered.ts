import type { Clock } from '@/server/clock'

/** What is asked for when somebody wants to know it, and then known for a while. */
export class Remembered<T> {
  private known: { value: Promise<T>; until: number } | null = null

  constructor(
    private readonly clock: Clock,
    private readonly keptMs: number,
    private readonly ask: () => Promise<T>,
  ) {}

  get(): Promise<T> {
    if (this.known && this.clock.now() < this.known.until) return this.known.value
    const known = { value: this.ask(), until: this.clock.now() + this.keptMs }
    this.known = known
    known.value.catch(() => {
      if (this.known === known) this.known = null
    })
    return known.value
  }

  forget(): void {
    this.known = null
  }
}
