import type { Database } from '@/server/db/types'
import { type TimeOfAgent, type TimesWanted, timesIn } from '../agents/agent-times'
import { firstSpanIn } from '../agents/read-spans'
import type { Span } from '../reports/span'
import type { Watch } from '../reports/watch'
import { agentsShelf, keptAgentsOf } from './agents-shelf'
import { finishedDays } from './days'
import { inQueue, KEEPING_FROM_MS } from './in-queue'
import { askForSet } from './kept-sets'
import { QueueDays } from './queue-days'
import type { SumsDeps } from './sums-with-kept'

type Deps = Pick<SumsDeps, 'dayStart' | 'keepingFromMs'> & { database: Database; mostSets?: number }

/**
 * The same as `timesIn` of agents, and a property test holds one against the other: days that are over, and were seen to
 * their end, are read from what is kept of them, or else, in a long span, kept from now on.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* agentsWithKept(
  { database, dayStart, keepingFromMs = KEEPING_FROM_MS, mostSets }: Deps,
  wanted: TimesWanted,
  { signal, tell }: Watch = {},
): AsyncGenerator<TimeOfAgent[]> {
  const { from, to, until, queues, agent } = wanted
  const told = (at: number) => tell?.((at - from) / (to - from))
  const days = await finishedDays(database, wanted, until, dayStart, firstSpanIn)
  const kept = keptAgentsOf(queues)
  const isKeeping = to - from >= keepingFromMs
  // Where nothing can be written nothing is let go of, either.
  if (queues !== null && queues.length > 1 && isKeeping) await askForSet(database, kept.queue, mostSets).catch(() => {})
  const ofVisits = (span: Span) => timesIn(database, { ...wanted, ...span }, { signal, told })
  const ofDays = (some: readonly Span[]) => {
    const shelf = agentsShelf(database, kept, { queues, agent }, signal)
    return new QueueDays(database, kept, shelf, { signal, told }).read(some, isKeeping)
  }
  yield* inQueue({ from, to }, { days, ofDays, ofVisits })
}
