import type { Queue } from '@/lib/domain/queue'

export type PickedQueues = {
  queues: readonly Queue[]
  /** Asked for, and not there. */
  unknown: readonly string[]
}

/** Those asked for by name or label, in the order asked; all of them by label when `names` is `null`. */
export function pickQueues(
  queues: readonly Queue[],
  names: readonly string[] | null,
  compare: (one: string, other: string) => number,
): PickedQueues {
  if (names === null) return { queues: queues.toSorted((one, other) => compare(one.label, other.label)), unknown: [] }
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
  const names = (value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length === 0 ? null : [...new Set(names)]
}
