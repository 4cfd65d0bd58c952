import { type Missed, missedIn } from '../agents/missed-rings'
import type { Span } from '../reports/span'
import { finishedDays } from './days'
import { inQueue, KEEPING_FROM_MS } from './in-queue'
import { MISSED, missedShelf } from './missed-shelf'
import { QueueDays } from './queue-days'
import type { SumsDeps } from './sums-with-kept'

type Deps = Omit<SumsDeps, 'rulesOf'>

/**
 * The same as `missedIn` of each queue, and a property test holds one against the other: days that are over are read from
 * what is kept of them, or else, in a long span, kept from now on.
 * @throws whatever `signal` gives as its reason, once it is aborted
 */
export async function* missedWithKept(
  { database, dayStart, now, keepingFromMs = KEEPING_FROM_MS }: Deps,
  { from, to, queues }: Span & { queues: readonly string[] },
  signal?: AbortSignal,
): AsyncGenerator<Missed> {
  const days = await finishedDays(database, { from, to }, now, dayStart)
  for (const queue of queues) {
    const ofVisits = (span: Span) => missedIn(database, queue, span, signal)
    const ofDays = (some: readonly Span[]) => {
      const kept = { queue, ...MISSED }
      const shelf = missedShelf(database, kept, signal)
      return new QueueDays(database, kept, shelf, { signal }).read(some, to - from >= keepingFromMs)
    }
    yield* inQueue({ from, to }, { days, ofDays, ofVisits })
  }
}
