import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Visit } from '@/lib/domain/visit'
import { addEnding, addTalk, addTally, emptyTally } from '@/lib/kpi/tally'

/** A visit leaves a sliding window at most so much later than it should, ms. */
export const GRAIN_MS = 10_000
const KEPT_MS = 3_600_000

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

  /** How many were not let in within the last so many ms before `now`. */
  turnedAwayLast(ms: number, now: number): number {
    let sum = 0
    for (const [from, count] of this.awayGrains) if (from > now - ms - GRAIN_MS && from <= now) sum += count
    return sum
  }

  get day(): Tally {
    return { ...this.today }
  }

  /** The sums of the last so many ms before `now`. */
  last(ms: number, now: number): Tally {
    let sum = emptyTally()
    for (const [from, tally] of this.grains) if (from > now - ms - GRAIN_MS && from <= now) sum = addTally(sum, tally)
    return sum
  }

  /** Lets go of what no window reaches any more. */
  forget(now: number): void {
    for (const grains of [this.grains, this.awayGrains]) {
      for (const from of grains.keys()) if (from < now - KEPT_MS - GRAIN_MS) grains.delete(from)
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
