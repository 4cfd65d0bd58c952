import { sameValue } from '@/lib/diff/same'
import { type PbxName, queueId } from '@/lib/domain/ids'
import type { KpiRules, QueueKpi } from '@/lib/domain/kpi'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import { emptyTally } from '@/lib/kpi/tally'
import type { Gap } from '../visits/gaps'
import { SlidingTally } from './sliding-tally'

const MINUTE_MS = 60_000
const SPANS = [15 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS]
const LONGEST_WINDOW_MS = 60 * MINUTE_MS
/** A visit that ended so long ago is told no more. */
const REMEMBERED_MS = 86_400_000

type BookOptions = {
  pbx: PbxName
  rulesOf(queue: string): KpiRules
  /** When the day of a moment began, ms. */
  dayStart(now: number): number
}

/** So far a PBX's moments may be ahead of ours and still begin a day; more, and its clock has leapt. */
export const CLOCKS_APART_MS = 5 * MINUTE_MS

/** So long after a day began no other one has, whatever becomes of the clocks. */
const SHORTEST_DAY_MS = 22 * LONGEST_WINDOW_MS

/** Which parts of a visit have been counted. */
type Counted = { leftAt: number; talk: boolean; wrapUp: boolean }

/** The figures of today and of the last minutes, queue by queue, of one PBX; each visit counts once. */
export class FigureBook {
  private readonly queues = new Map<string, SlidingTally>()
  private readonly counted = new Map<string, Counted>()
  private readonly rules = new Map<string, KpiRules>()
  private readonly turnedAway = new Map<string, number>()
  /** Queues of which something was told since their figures were last asked for, and the day they were of then. */
  private readonly told = new Set<string>()
  private toldSince = 0
  private gaps: Gap[] = []
  private dayFrom = 0

  constructor(private readonly options: BookOptions) {}

  /** A new word on a visit, the same again included. */
  take(visit: Visit): void {
    const { id, queue, ending, leftAt, talkEndedAt, wrapUpMs } = visit
    if (ending === null || leftAt === null) return
    const known = this.counted.get(id)
    const tally = this.of(queue, leftAt)
    this.told.add(queue)
    if (!known) tally.addEnding(visit)
    if (talkEndedAt !== null && !known?.talk) tally.addTalk(visit)
    const wrapUp = talkEndedAt !== null && wrapUpMs !== null
    if (wrapUp && !known?.wrapUp) tally.addWrapUp(visit)
    this.counted.set(id, { leftAt, talk: talkEndedAt !== null, wrapUp })
  }

  /** Where the queue is not known, no queue counts it. */
  takeTurnedAway({ id, queue, at }: TurnedAway): void {
    if (queue === null || this.turnedAway.has(id)) return
    this.turnedAway.set(id, at)
    this.of(queue, at).addTurnedAway(at)
    this.told.add(queue)
  }

  /** A queue is there, though nobody may have called it yet. */
  know(queue: string, now: number): void {
    this.of(queue, now)
  }

  /**
   * Visits are to be counted anew: the rules have changed since, or a clock ran ahead into a day that had not begun, and was
   * put right.
   */
  isOutdated(now: number): boolean {
    if (Math.max(this.dayFrom, this.toldSince) > this.options.dayStart(now + CLOCKS_APART_MS)) return true
    for (const [queue, rules] of this.rules) if (!sameValue(rules, this.options.rulesOf(queue))) return true
    return false
  }

  addGap(gap: Gap): void {
    if (!this.gaps.some(({ from }) => from === gap.from)) this.gaps.push(gap)
  }

  /**
   * All queues' figures as they are now, or of those alone of which something was told since they were last asked for.
   * `blindSince`: nothing is seen since, ms.
   */
  records(now: number, blindSince: number | null, which: 'all' | 'told' = 'all'): QueueKpi[] {
    const since = this.options.dayStart(now)
    this.forget(Math.min(since, now - LONGEST_WINDOW_MS), now)
    const asked = which === 'all' || since !== this.toldSince ? this.queues.keys() : this.told
    const records = [...asked].flatMap((queue) => {
      const tally = this.queues.get(queue)
      if (!tally) return []
      tally.beginDay(since)
      tally.forget(now)
      return [this.record(queue, tally, since, now, blindSince)]
    })
    this.told.clear()
    this.toldSince = since
    return records
  }

  private record(queue: string, tally: SlidingTally, since: number, now: number, blindSince: number | null): QueueKpi {
    const { pbx, rulesOf } = this.options
    const { tallies, turnedAway } = tally.lately(SPANS, now)
    const [last15 = emptyTally(), last30 = emptyTally(), last60 = emptyTally()] = tallies
    const [away15 = 0, away30 = 0, away60 = 0] = turnedAway
    const unseen = (from: number) => this.unseenSince(from, now, blindSince)
    const lately = (minutes: number) => unseen(now - minutes * MINUTE_MS)
    return {
      ...{ id: queueId(pbx, queue), pbx, since, rules: this.rules.get(queue) ?? rulesOf(queue) },
      windows: { today: tally.day, last15, last30, last60 },
      turnedAway: { today: tally.turnedAwayToday, last15: away15, last30: away30, last60: away60 },
      unseenMs: { today: unseen(since), last15: lately(15), last30: lately(30), last60: lately(60) },
    }
  }

  private unseenSince(from: number, now: number, blindSince: number | null): number {
    const gaps = blindSince === null ? this.gaps : [...this.gaps, { from: blindSince, to: now }]
    return gaps.reduce((sum, gap) => sum + Math.max(0, Math.min(gap.to, now) - Math.max(gap.from, from)), 0)
  }

  private forget(keptFrom: number, now: number): void {
    this.gaps = this.gaps.filter(({ to }) => to > keptFrom)
    // They stand in the order in which they were first told of, so the oldest come first.
    for (const [id, { leftAt }] of this.counted) {
      if (leftAt > now - REMEMBERED_MS) break
      this.counted.delete(id)
    }
    for (const [id, at] of this.turnedAway) {
      if (at > now - REMEMBERED_MS) break
      this.turnedAway.delete(id)
    }
  }

  /** What belongs to a new day begins it, whether anybody looked at the figures since midnight or not. */
  private of(queue: string, at: number): SlidingTally {
    if (at >= this.dayFrom + SHORTEST_DAY_MS) this.dayFrom = Math.max(this.dayFrom, this.options.dayStart(at))
    const known = this.queues.get(queue)
    known?.beginDay(this.dayFrom)
    if (known) return known
    const rules = this.options.rulesOf(queue)
    const made = new SlidingTally(rules, this.dayFrom)
    this.rules.set(queue, rules)
    this.queues.set(queue, made)
    this.told.add(queue)
    return made
  }
}
