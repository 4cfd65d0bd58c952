import type { DistributionOf } from '@/lib/protocol/distributions'
import type { Span } from '../reports/span'
import { type Times, timesIn } from '../reports/times'
import type { Watch } from '../reports/watch'
import { finishedDays } from './days'
import { inQueue, KEEPING_FROM_MS } from './in-queue'
import { QueueDays } from './queue-days'
import { rulesKey } from './rules-key'
import type { SumsDeps } from './sums-with-kept'
import { TIMES, timesShelf } from './times-shelf'

type Wanted = Span & { of: DistributionOf; queues: readonly string[]; agent: string | null }

/**
 * The same as `timesIn` of each queue, and a property test holds one against the other: days that are over are read from what is kept of
 * them, or else, in a long span, kept from now on. One agent's times are not kept.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* timesWithKept(
  { database, rulesOf, dayStart, now, keepingFromMs = KEEPING_FROM_MS }: SumsDeps,
  wanted: Wanted,
  { signal, tell }: Watch = {},
): AsyncGenerator<{ queue: string; times: Times[] }> {
  const { of, queues, from, to, agent } = wanted
  const days = agent === null ? await finishedDays(database, wanted, now, dayStart) : []
  for (const [index, queue] of queues.entries()) {
    const rules = rulesOf(queue)
    const told = (at: number) => tell?.((index + (at - from) / (to - from)) / queues.length)
    told(from)
    const ofVisits = (span: Span) => timesIn(database, { ...span, of, queue, agent }, rules, signal)
    const ofDays = (some: readonly Span[]) => {
      const kept = { queue, apart: TIMES, rules: rulesKey(rules) }
      const shelf = timesShelf(database, kept, { of, rules }, signal)
      return new QueueDays(database, kept, shelf, { signal, told }).read(some, to - from >= keepingFromMs)
    }
    for await (const times of inQueue({ from, to }, { days, ofDays, ofVisits })) yield { queue, times }
  }
}
