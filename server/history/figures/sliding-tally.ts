import { type KpiRules, type Tally, WINDOW_STEP_MS } from '@/lib/domain/kpi'
import type { Visit } from '@/lib/domain/visit'
import { addEnding, addInto, addTalk, addWrapUp, emptyTally } from '@/lib/kpi/tally'

/** A visit leaves a sliding window at most so much later than it should, ms. */
const GRAIN_MS = WINDOW_STEP_MS
/** So far back from now the windows reach, ms: an hour, and the rest of the grain in which it begins. */
export const REACH_MS = 3_600_000 + GRAIN_MS

/** Sums of one queue's visits: of today, and of the last minutes in grains of time. */
export class SlidingTally {
  private today = emptyTally()
  private readonly grains = new Map<number, Tally>()
  private awayToday = 0
  private readonly awayGrains = new Map<number, number>()

  constructor(
    private rules: KpiRules,
    private dayFrom: number,
  ) {}

  /** A visit ended waiting. */
  addEnding(visit: Visit): void {
    for (const tally of this.talliesOf(visit)) addEnding(tally, visit, this.rules)
  }

  /** Its talk ended. It belongs to the time at which the waiting ended. */
  addTalk(visit: Visit): void {
    for (const tally of this.talliesOf(visit)) addTalk(tally, visit)
  }

  /** The wrap-up after its talk is over; likewise. */
  addWrapUp(visit: Visit): void {
    for (const tally of this.talliesOf(visit)) addWrapUp(tally, visit)
  }

  /** Somebody was not let in. */
  addTurnedAway(at: number): void {
    const from = at - (at % GRAIN_MS)
    this.awayGrains.set(from, (this.awayGrains.get(from) ?? 0) + 1)
    if (at >= this.dayFrom) this.awayToday += 1
  }

  /** Another day: what came before counts no more. */
  beginDay(from: number): void {
    if (from <= this.dayFrom) return
    this.dayFrom = from
    this.today = emptyTally()
    this.awayToday = 0
  }

  get turnedAwayToday(): number {
    return this.awayToday
  }

  get day(): Tally {
    return { ...this.today }
  }

  /** The sums of the last so many ms before `now`, for each of some spans, the shortest first; who was not let in, beside. */
  lately(spans: readonly number[], now: number): { tallies: Tally[]; turnedAway: number[] } {
    const tallies = spans.map(emptyTally)
    const turnedAway = spans.map(() => 0)
    // Each grain is added to the shortest span that it belongs to; what is in that one is in all that are longer.
    const shortestOf = (from: number) => spans.findIndex((ms) => from > now - ms - GRAIN_MS && from <= now)
    for (const [from, grain] of this.grains) {
      const tally = tallies[shortestOf(from)]
      if (tally) addInto(tally, grain)
    }
    for (const [from, count] of this.awayGrains) {
      const at = shortestOf(from)
      if (at >= 0) turnedAway[at] = (turnedAway[at] ?? 0) + count
    }
    for (const [at, tally] of tallies.entries()) {
      const longer = tallies[at + 1]
      if (longer === undefined) break
      addInto(longer, tally)
      turnedAway[at + 1] = (turnedAway[at + 1] ?? 0) + (turnedAway[at] ?? 0)
    }
    return { tallies, turnedAway }
  }

  /** Lets go of what no window reaches any more. */
  forget(now: number): void {
    for (const grains of [this.grains, this.awayGrains]) {
      for (const from of grains.keys()) if (from < now - REACH_MS) grains.delete(from)
    }
  }

  private talliesOf({ leftAt }: Visit): Tally[] {
    if (leftAt === null) return []
    const from = leftAt - (leftAt % GRAIN_MS)
    const grain = this.grains.get(from) ?? emptyTally()
    this.grains.set(from, grain)
    return leftAt >= this.dayFrom ? [grain, this.today] : [grain]
  }
}
