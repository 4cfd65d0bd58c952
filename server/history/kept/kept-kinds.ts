import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { queuesOfSpans } from '../agents/read-spans'
import { agentsShelf, keptAgentsOf } from './agents-shelf'
import { countedShelf } from './counted-shelf'
import { type Cut, keptFor, STEPS } from './kept-cut'
import { MISSED, missedShelf } from './missed-shelf'
import { QueueDays } from './queue-days'
import { rulesKey } from './rules-key'
import { TIMES, timesShelf } from './times-shelf'

type Wanted = {
  queue: string
  rules: KpiRules
  /** How far clocks are from UTC on the days in question, ms. */
  offsets: ReadonlySet<number>
}

export type DaysKeeper = Pick<QueueDays<unknown>, 'missing' | 'keep'>

/**
 * Keeps one queue's days in all that long reports are made of: by queue or day, by agent, by the hours of the week, by half-hours, times, and
 * whose phones rang in vain.
 */
export function keepersOf(database: Database, { queue, rules, offsets }: Wanted, signal: AbortSignal): DaysKeeper[] {
  const key = rulesKey(rules)
  const fitting = (steps: readonly number[]) =>
    steps.find((step) => [...offsets].every((offset) => offset % step === 0))
  // The longest that fits hours, and half-hours.
  const steps = new Set([fitting(STEPS), fitting(STEPS.slice(1))])
  const cuts: Cut[] = [
    { stepMs: null, agents: false },
    { stepMs: null, agents: true },
    ...[...steps].flatMap((stepMs) => (stepMs === undefined ? [] : [{ stepMs, agents: false }])),
  ]
  const sums = cuts.flatMap((cut) => {
    const kind = keptFor(cut, null)
    if (kind === null) return []
    const kept = { queue, apart: kind.name, rules: key }
    const shelf = countedShelf(database, kept, { rules, apart: kind.apart, cut, agent: null }, { signal })
    return new QueueDays(database, kept, shelf, { signal })
  })
  const times = { queue, apart: TIMES, rules: key }
  const missed = { queue, ...MISSED }
  return [
    ...sums,
    new QueueDays(database, times, timesShelf(database, times, { of: 'wait', rules }, signal), { signal }),
    new QueueDays(database, missed, missedShelf(database, missed, signal), { signal }),
  ]
}

/** Keeps the days of what agents did over all queues, and in each. What is asked of several at once is kept by who asks. */
export async function agentKeepersOf(database: Database, signal: AbortSignal): Promise<DaysKeeper[]> {
  const each = (await queuesOfSpans(database)).map((queue) => [queue])
  return [null, ...each].map((queues) => {
    const kept = keptAgentsOf(queues)
    return new QueueDays(database, kept, agentsShelf(database, kept, { queues, agent: null }, signal), { signal })
  })
}
