import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Ending } from '@/lib/domain/visit'
import { type EndingCounts, noEndings } from '@/lib/kpi/endings'
import { emptyTally } from '@/lib/kpi/tally'

/**
 * What the visits come to that ended in one way, in one step of time, or with one agent. From these follow all figures,
 * whichever endings count as lost, and by all five formulas.
 */
export type Counted = {
  /** When the step began, ms since 1970; 0 where time is not told apart. */
  at: number
  /** The agent's interface; `null`: nobody answered, or agents are not told apart. */
  agent: string | null
  agentName: string | null
  ending: Ending
  visits: number
  /** Waited no longer than the threshold. */
  inTime: number
  /** Waited less than the short limit, which means something only where they hung up. */
  short: number
  shortInTime: number
  waitMs: number
  longestWaitMs: number
  talks: number
  talkMs: number
  heldMs: number
  wrapUps: number
  wrapUpMs: number
  transfers: number
}

/** Sums of one queue's visits, of those that ended waiting in one step of time, or that one agent answered. */
export type Sum = Pick<Counted, 'at' | 'agent' | 'agentName'> & { queue: string; tally: Tally; endings: EndingCounts }

/** One sum for each step and agent, by the rules of the queue. */
export function sumsOf(queue: string, rows: readonly Counted[], rules: Pick<KpiRules, 'lost'>): Sum[] {
  const sums: Sum[] = []
  const byAgent = new Map<string | null, Map<number, Sum>>()
  for (const row of rows) {
    const { at, agent, agentName } = row
    const steps = byAgent.get(agent) ?? new Map<number, Sum>()
    byAgent.set(agent, steps)
    let sum = steps.get(at)
    if (sum === undefined) {
      sum = { queue, at, agent, agentName, tally: emptyTally(), endings: noEndings() }
      steps.set(at, sum)
      sums.push(sum)
    }
    count(sum, row, rules)
    sum.agentName = later(sum.agentName, agentName)
  }
  return sums
}

/** Adds another's counts to those of the same step, agent and ending. */
export function addCounted(sum: Counted, other: Counted): void {
  for (const key of COUNTS) sum[key] += other[key]
  sum.longestWaitMs = Math.max(sum.longestWaitMs, other.longestWaitMs)
  sum.agentName = later(sum.agentName, other.agentName)
}

const COUNTS = [
  ...(['visits', 'inTime', 'short', 'shortInTime', 'waitMs', 'talks', 'talkMs', 'heldMs', 'transfers'] as const),
  ...(['wrapUps', 'wrapUpMs'] as const),
]

/** Of several names that one agent had, always the same, in whatever order they are told. */
export function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? other : one
}

/** `addVisit` of `lib/kpi/tally.ts` over all of them. Reports of a year do this a hundred thousand times. */
function count({ tally, endings }: Sum, row: Counted, rules: Pick<KpiRules, 'lost'>): void {
  const { ending, visits } = row
  tally.talks += row.talks
  tally.talkMs += row.talkMs
  tally.heldMs += row.heldMs
  tally.wrapUps += row.wrapUps
  tally.wrapUpMs += row.wrapUpMs
  tally.transfers += row.transfers
  if (ending === 'unknown') {
    tally.unknown += visits
    return
  }
  tally.waits += visits
  tally.waitMs += row.waitMs
  tally.longestWaitMs = Math.max(tally.longestWaitMs, row.longestWaitMs)
  if (ending === 'answered') {
    tally.answered += visits
    tally.answeredInTime += row.inTime
    tally.answeredWaitMs += row.waitMs
    return
  }
  endings[ending] += visits
  const isHungUp = ending === 'hungUp'
  const rest = visits - (isHungUp ? row.short : 0)
  if (isHungUp) {
    tally.short += row.short
    tally.hungUp += rest
  }
  if (!rules.lost.includes(ending)) {
    tally.other += rest
    return
  }
  tally.lost += rest
  tally.lostInTime += row.inTime - (isHungUp ? row.shortInTime : 0)
}
