import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { countedShelf } from './counted-shelf'
import { type Cut, keptFor, STEPS } from './kept-cut'
import { QueueDays } from './queue-days'
import { rulesKey } from './rules-key'
import { TIMES, timesShelf } from './times-shelf'

type Wanted = {
  queue: string
  rules: KpiRules
  /** How far clocks are from UTC on the days in question, ms. */
  offsets: ReadonlySet<number>
}

/** Keeps one queue's days in all that long reports are made of: by queue or day, by agent, by the hours of the week, times. */
export function keepersOf(
  database: Database,
  { queue, rules, offsets }: Wanted,
  signal: AbortSignal,
): Pick<QueueDays<unknown>, 'missing' | 'keep'>[] {
  const key = rulesKey(rules)
  const stepMs = STEPS.find((step) => [...offsets].every((offset) => offset % step === 0)) ?? null
  const cuts: Cut[] = [
    { stepMs: null, agents: false },
    { stepMs: null, agents: true },
    ...(stepMs === null ? [] : [{ stepMs, agents: false }]),
  ]
  const sums = cuts.flatMap((cut) => {
    const kind = keptFor(cut, null)
    if (kind === null) return []
    const kept = { queue, apart: kind.name, rules: key }
    const shelf = countedShelf(database, kept, { rules, apart: kind.apart, cut, agent: null }, { signal })
    return new QueueDays(database, kept, shelf, { signal })
  })
  const kept = { queue, apart: TIMES, rules: key }
  return [...sums, new QueueDays(database, kept, timesShelf(database, kept, { of: 'wait', rules }, signal), { signal })]
}
