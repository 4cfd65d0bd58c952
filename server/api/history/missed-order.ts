import type { MissedRingView, MissedSort } from '@/lib/protocol/missed-rings'
import { unreachable } from '@/lib/unreachable'

export type MissedOrder = { sort: MissedSort; down: boolean }

/** What is alike stands in the order of its time. Callers are ordered by what is shown of them: else order would tell more. */
export function inOrder(rings: readonly MissedRingView[], { sort, down }: MissedOrder): MissedRingView[] {
  const turn = down ? -1 : 1
  return rings.toSorted(
    (one, other) =>
      turn * byKey(sort, one, other) || one.at - other.at || compare(one.visit, other.visit) || one.ring - other.ring,
  )
}

/** How many there are, and the first of them in an order; no more are kept than that takes. */
export async function firstOf(
  rings: AsyncIterable<MissedRingView>,
  order: MissedOrder,
  limit: number,
): Promise<{ items: MissedRingView[]; total: number }> {
  let first: MissedRingView[] = []
  let total = 0
  for await (const ring of rings) {
    total += 1
    first.push(ring)
    if (first.length > 2 * limit) first = inOrder(first, order).slice(0, limit)
  }
  return { items: inOrder(first, order).slice(0, limit), total }
}

function byKey(sort: MissedSort, one: MissedRingView, other: MissedRingView): number {
  switch (sort) {
    case 'time':
      return one.at - other.at
    case 'agent':
      return compare(one.agentName, other.agentName) || compare(one.interface, other.interface)
    case 'queue':
      return compare(one.queueLabel, other.queueLabel)
    case 'caller':
      return compare(one.name ?? '', other.name ?? '') || compare(one.number ?? '', other.number ?? '')
    case 'rang':
      return (one.rangMs ?? -1) - (other.rangMs ?? -1)
    case 'ending':
      return compare(one.ending, other.ending) || compare(one.answeredBy ?? '', other.answeredBy ?? '')
    default:
      return unreachable(sort)
  }
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
