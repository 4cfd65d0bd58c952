import type { Queue } from '@/lib/domain/queue'
import { splitNames } from '@/lib/protocol/name-list'

type PickedQueues = {
  queues: readonly Queue[]
  /** Asked for, and not there. */
  unknown: readonly string[]
}

export type Pick = {
  /** Names or labels, in the order asked; `null` for all queues. */
  names: readonly string[] | null
  /** Names that come first when all are shown. */
  order: readonly string[]
  /** How labels sort in the reader's language. */
  compare: (one: string, other: string) => number
}

/** The queues to show, in an order that never depends on their figures. */
export function pickQueues(queues: readonly Queue[], { names, order, compare }: Pick): PickedQueues {
  if (names !== null) return pickByName(queues, names)
  const place = new Map(order.map((name, i) => [name.toLowerCase(), i]))
  const placeOf = ({ name }: Queue) => place.get(name.toLowerCase()) ?? order.length
  const sorted = queues.toSorted((one, other) => placeOf(one) - placeOf(other) || compare(one.label, other.label))
  return { queues: sorted, unknown: [] }
}

function pickByName(queues: readonly Queue[], names: readonly string[]): PickedQueues {
  const picked = new Set<Queue>()
  const unknown: string[] = []
  for (const name of names) {
    const wanted = name.toLowerCase()
    const found = queues.filter((queue) => [queue.name, queue.label].some((known) => known.toLowerCase() === wanted))
    if (found.length === 0) unknown.push(name)
    for (const queue of found) picked.add(queue)
  }
  return { queues: [...picked], unknown }
}

/** The names in `?queues=support,sales`; `null` when the address asks for none. */
export function parseQueueNames(value: string | null | undefined): string[] | null {
  const names = splitNames(value)
  return names.length === 0 ? null : [...new Set(names)]
}
