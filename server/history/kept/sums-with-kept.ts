import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { type Sum, sumsOf } from '../reports/counted'
import type { Calendar } from '../reports/slots'
import type { Span } from '../reports/span'
import { countedIn } from '../reports/sums'
import type { Watch } from '../reports/watch'
import { finishedDays } from './days'
import { type Cut, keptFor } from './kept-cut'
import { QueueDays } from './queue-days'
import { rulesKey } from './rules-key'

export type SumsDeps = {
  database: Database
  rulesOf(queue: string): KpiRules
  dayStart: Calendar['dayStart']
  now: number
}

/**
 * The same as `sumsIn`, and a property test holds one against the other: days that are over are read from what is kept of
 * them, or else kept from now on. Where nothing can be kept, it is read as before.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* sumsWithKept(
  { database, rulesOf, dayStart, now }: SumsDeps,
  { from, to, queues, agent }: Span & { queues: readonly string[]; agent: string | null },
  cut: Cut,
  { signal, tell }: Watch = {},
): AsyncGenerator<Sum> {
  const kept = keptFor(cut, agent)
  const days = kept === null ? [] : await finishedDays(database, { from, to }, now, dayStart)
  const begin = days[0]?.from ?? to
  const end = days.at(-1)?.to ?? to
  for (const [index, queue] of queues.entries()) {
    const rules = rulesOf(queue)
    const told = (at: number) => tell?.((index + (at - from) / (to - from)) / queues.length)
    const visits = (span: Span) => {
      return countedIn(database, { queue, ...span, agent, rules, apart: cut }, { signal, told })
    }
    for await (const rows of visits({ from, to: begin })) yield* sumsOf(queue, rows, rules)
    if (kept !== null && days.length > 0) {
      const own = new QueueDays(database, { queue, apart: kept.name, rules: rulesKey(rules) }, { signal, told })
      const summed = own.read(days, { rules, apart: kept.apart, cut, agent })
      for await (const rows of summed) yield* sumsOf(queue, rows, rules)
    }
    for await (const rows of visits({ from: end, to })) yield* sumsOf(queue, rows, rules)
  }
}
