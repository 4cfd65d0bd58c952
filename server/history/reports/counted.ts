import type { KpiRules, Tally } from '@/lib/domain/kpi'
import type { Ending } from '@/lib/domain/visit'
import { addEndings, type EndingCounts, noEndings, UNANSWERED } from '@/lib/kpi/endings'
import { addInto, emptyTally } from '@/lib/kpi/tally'

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
  transfers: number
}

/** Sums of one queue's visits, of those that ended waiting in one step of time, or that one agent answered. */
export type Sum = Pick<Counted, 'at' | 'agent' | 'agentName'> & { queue: string; tally: Tally; endings: EndingCounts }

/** One sum for each step and agent, by the rules of the queue. */
export function sumsOf(queue: string, rows: readonly Counted[], rules: Pick<KpiRules, 'lost'>): Sum[] {
  const sums = new Map<string, Sum>()
  for (const row of rows) {
    const { at, agent, agentName } = row
    const key = `${at}|${agent ?? ''}`
    const sum = sums.get(key) ?? { queue, at, agent, agentName, tally: emptyTally(), endings: noEndings() }
    sums.set(key, sum)
    addInto(sum.tally, tallyOf(row, rules))
    sum.endings = addEndings(sum.endings, endingsOf(row))
    sum.agentName = later(sum.agentName, agentName)
  }
  return [...sums.values()]
}

/** Adds another's counts to those of the same step, agent and ending. */
export function addCounted(sum: Counted, other: Counted): void {
  for (const key of COUNTS) sum[key] += other[key]
  sum.longestWaitMs = Math.max(sum.longestWaitMs, other.longestWaitMs)
  sum.agentName = later(sum.agentName, other.agentName)
}

const COUNTS = [
  ...(['visits', 'inTime', 'short', 'shortInTime', 'waitMs', 'talks', 'talkMs', 'heldMs', 'transfers'] as const),
]

/** Of several names that one agent had, always the same, in whatever order they are told. */
export function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? other : one
}

/** `addVisit` of `lib/kpi/tally.ts` over all of them. */
function tallyOf(row: Counted, rules: Pick<KpiRules, 'lost'>): Tally {
  const { ending, visits, inTime, waitMs, longestWaitMs, talks, talkMs, heldMs, transfers } = row
  const talked = { ...emptyTally(), talks, talkMs, heldMs, transfers }
  if (ending === 'unknown') return { ...talked, unknown: visits }
  const ended = { ...talked, waits: visits, waitMs, longestWaitMs }
  if (ending === 'answered') return { ...ended, answered: visits, answeredInTime: inTime, answeredWaitMs: waitMs }
  const isHungUp = ending === 'hungUp'
  const short = isHungUp ? row.short : 0
  const rest = visits - short
  if (!rules.lost.includes(ending)) return { ...ended, short, other: rest }
  const lostInTime = isHungUp ? inTime - row.shortInTime : inTime
  return { ...ended, short, lost: rest, lostInTime, hungUp: isHungUp ? rest : 0 }
}

function endingsOf({ ending, visits }: Counted): EndingCounts {
  const endings = noEndings()
  const unanswered = UNANSWERED.find((one) => one === ending)
  if (unanswered) endings[unanswered] = visits
  return endings
}
