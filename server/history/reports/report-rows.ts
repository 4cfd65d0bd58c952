import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { addEndingsInto, type EndingCounts, noEndings } from '@/lib/kpi/endings'
import { addFraction, type Fraction, serviceLevel } from '@/lib/kpi/service-level'
import { addInto, emptyTally } from '@/lib/kpi/tally'
import type { REPORT_CUTS, Report } from '@/lib/protocol/visits'
import { later, type Sum } from './counted'
import type { Slot } from './slots'
import type { Span } from './span'
import type { TurnedAwaySum } from './turned-away'
import { Unseen } from './unseen'

export type ReportCut = (typeof REPORT_CUTS)[number]
type Row = Report['rows'][number]

const NOTHING: Fraction = { numerator: 0, denominator: 0 }

/** The rows of a report as they fill. */
export class ReportRows {
  readonly total: Tally = emptyTally()
  level: Fraction = NOTHING
  turnedAway = 0
  readonly endings: EndingCounts = noEndings()
  /** Queues that have visits in it. */
  readonly queues = new Set<string>()
  private readonly byKey = new Map<string, Row>()
  /** As visits tell them. */
  private readonly agentNames = new Map<string, string>()
  private slots: readonly Slot[] = []
  private readonly unseen: Unseen
  private readonly unseenMs: number

  constructor(
    private readonly by: ReportCut,
    gaps: readonly Span[],
    span: Span,
    private readonly rulesOf: (queue: string) => KpiRules,
  ) {
    this.unseen = new Unseen(gaps)
    this.unseenMs = this.unseen.within(span)
  }

  get rows(): Row[] {
    return [...this.byKey.values()]
  }

  /** Rows of time are there whether anything happened or not. An hour of the week is many pieces of it. */
  open(slots: readonly Slot[]): void {
    this.slots = slots
    for (const { key, label, from, to } of slots) {
      const place = this.by === 'weekdayHour' ? { from: null, to: null } : { from, to }
      const row = this.byKey.get(key) ?? { key, label, ...place, ...empty(), unseenMs: 0 }
      row.unseenMs += this.unseen.within({ from, to })
      this.byKey.set(key, row)
    }
  }

  /** The row of a queue or an agent. */
  row(key: string, label: string): Row {
    const { unseenMs } = this
    const row = this.byKey.get(key) ?? { key, label, from: null, to: null, ...empty(), unseenMs }
    this.byKey.set(key, row)
    return row
  }

  /** @param nameOf an agent's name today, for visits that bear none */
  add(sum: Sum, nameOf: (agent: string) => string | undefined): void {
    this.queues.add(sum.queue)
    const level = serviceLevel(sum.tally, this.rulesOf(sum.queue).formula)
    addInto(this.total, sum.tally)
    this.level = addFraction(this.level, level)
    addEndingsInto(this.endings, sum.endings)
    const row = this.rowOf(sum, nameOf)
    if (!row) return
    addInto(row.tally, sum.tally)
    row.level = addFraction(row.level, level)
    addEndingsInto(row.endings, sum.endings)
  }

  addTurnedAway({ queue, at, count }: TurnedAwaySum): void {
    this.turnedAway += count
    const row =
      this.by === 'queue' ? queue !== null && this.row(queue, queue) : this.byKey.get(this.slotAt(at)?.key ?? '')
    if (row) row.turnedAway += count
  }

  /** Whom nobody answered has no agent, and stands in the total alone. */
  private rowOf({ queue, agent, agentName, at }: Sum, nameOf: (agent: string) => string | undefined): Row | null {
    if (this.by === 'queue') return this.row(queue, queue)
    if (this.by !== 'agent') return this.byKey.get(this.slotAt(at)?.key ?? '') ?? null
    if (agent === null) return null
    const row = this.byKey.get(agent) ?? this.row(agent, nameOf(agent) ?? agent)
    const name = later(this.agentNames.get(agent) ?? null, agentName)
    if (name === null) return row
    this.agentNames.set(agent, name)
    row.label = name
    return row
  }

  /** The last that begins at `at` or before; the first step may begin before the range. */
  private slotAt(at: number): Slot | undefined {
    let low = 0
    let high = this.slots.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.slots[middle]?.from ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return this.slots[low]
  }
}

function empty(): Pick<Row, 'tally' | 'level' | 'endings' | 'turnedAway'> {
  return { tally: emptyTally(), level: NOTHING, endings: noEndings(), turnedAway: 0 }
}
