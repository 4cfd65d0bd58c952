/** When a snapshot has not come after this time, we ask again, in ms. */
const ASK_AGAIN_MS = 3000
/** So many snapshots may be asked for at once within so many ms; a stream that still does not fit then waits its turn. */
const MOST_ASKED = 5
const ASKED_WITHIN_MS = 10_000

/** When a snapshot may be asked for: again when it does not come, and never in a storm. */
export class Asking {
  private waitingSince = 0
  private asked: number[] = []

  /** `steadyNow` in ms, of a clock that nobody sets. */
  constructor(private readonly steadyNow: () => number) {}

  /** A snapshot comes without being asked for: who subscribes gets one. */
  expected(): void {
    this.waitingSince = this.steadyNow()
  }

  /** A snapshot was asked for. */
  sent(): void {
    this.expected()
    this.asked = [...this.recent(), this.waitingSince]
  }

  /** The snapshot should be here by now. */
  get isOverdue(): boolean {
    return this.steadyNow() - this.waitingSince >= ASK_AGAIN_MS
  }

  /** A server that keeps on sending what does not fit is asked as seldom as one that is silent. */
  get isTooOften(): boolean {
    return this.recent().length >= MOST_ASKED
  }

  private recent(): number[] {
    return this.asked.filter((at) => this.steadyNow() - at < ASKED_WITHIN_MS)
  }
}
