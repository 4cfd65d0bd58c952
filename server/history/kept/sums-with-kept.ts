import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { type Sum, sumsOf } from '../reports/counted'
import type { Calendar } from '../reports/slots'
import type { Span } from '../reports/span'
import { countedIn } from '../reports/sums'
import type { Watch } from '../reports/watch'
import { countedShelf } from './counted-shelf'
import { finishedDays } from './days'
import { inQueue, KEEPING_FROM_MS } from './in-queue'
import { type Cut, keptFor } from './kept-cut'
import { QueueDays } from './queue-days'
import { rulesKey } from './rules-key'

export type SumsDeps = {
  database: Database
  rulesOf(queue: string): KpiRules
  dayStart: Calendar['dayStart']
  now: number
  keepingFromMs?: number
}

/**
 * The same as `sumsIn`, and a property test holds one against the other: days that are over are read from what is kept of
 * them, or else, in a long span, kept from now on. Where nothing can be kept, it is read as before.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* sumsWithKept(
  { database, rulesOf, dayStart, now, keepingFromMs = KEEPING_FROM_MS }: SumsDeps,
  { from, to, queues, agent }: Span & { queues: readonly string[]; agent: string | null },
  cut: Cut,
  { signal, tell }: Watch = {},
): AsyncGenerator<Sum> {
  const kept = keptFor(cut, agent)
  const days = kept === null ? [] : await finishedDays(database, { from, to }, now, dayStart)
  for (const [index, queue] of queues.entries()) {
    const rules = rulesOf(queue)
    const told = (at: number) => tell?.((index + (at - from) / (to - from)) / queues.length)
    const ofVisits = (span: Span) => countedIn(database, { queue, ...span, agent, rules, apart: cut }, { signal, told })
    const ofDays = (some: readonly Span[]) => {
      const own = { queue, apart: kept?.name ?? '', rules: rulesKey(rules) }
      const shelf = countedShelf(database, own, { rules, apart: kept?.apart ?? cut, cut, agent }, { signal, told })
      return new QueueDays(database, own, shelf, { signal, told }).read(some, to - from >= keepingFromMs)
    }
    const parts = inQueue({ from, to }, { days, ofDays, ofVisits })
    for await (const rows of parts) yield* sumsOf(queue, rows, rules)
  }
}
