import { inScope, type QueueScope } from '@/lib/domain/rights'
import type { LostList, LostState } from '@/lib/protocol/lost'
import { unreachable } from '@/lib/unreachable'
import type { LostBook, LostNow } from '@/server/history/lost/lost-book'
import { inOrder } from './place'
import { seenIn } from './seen'

export type Choice = {
  /** Queues one sees; of them those asked for. `null`: all. */
  scope: QueueScope
  queues: QueueScope
  state: LostState
  from: number
  to: number
  /** Show those who hung up too soon for anybody to answer, too. */
  short: boolean
  sort: 'oldest' | 'newest'
}

/** Those asked for in their order, and how many there are of each kind in the same queues and time. */
export function choose(all: readonly LostNow[], choice: Choice, book: Pick<LostBook, 'claimEnds'>) {
  const counts: LostList['counts'] = { all: 0, open: 0, claimed: 0, calledBack: 0, byHand: 0, short: 0 }
  const chosen: LostNow[] = []
  for (const one of all) {
    const seen = seenIn(choice.scope, one)
    if (seen === null || !isAsked(seen, choice)) continue
    const isShort = seen.caller.losses.every((loss) => loss.isShort)
    if (isShort) counts.short += 1
    const traits = traitsOf(seen, book)
    if (!isShort) for (const [name, has] of Object.entries(traits)) if (has) counts[name as keyof typeof traits] += 1
    if ((!isShort || choice.short) && isIn(choice.state, traits)) chosen.push(seen)
  }
  const sign = choice.sort === 'oldest' ? 1 : -1
  chosen.sort((one, other) => sign * inOrder(one, other))
  return { chosen, counts }
}

function traitsOf({ caller }: LostNow, book: Pick<LostBook, 'claimEnds'>) {
  const { closed } = caller
  const [open, byHand] = [closed === null, closed?.how === 'done']
  return { all: true, open, claimed: book.claimEnds(caller) !== null, byHand, calledBack: !open && !byHand }
}

function isIn(state: LostState, traits: ReturnType<typeof traitsOf>): boolean {
  switch (state) {
    case 'all':
    case 'open':
    case 'claimed':
    case 'calledBack':
      return traits[state]
    case 'closed':
      return !traits.open
    default:
      return unreachable(state)
  }
}

/** Lost in one of these queues within that time, at least once. */
function isAsked({ caller }: LostNow, { queues, from, to }: Choice): boolean {
  return caller.losses.some(({ queue, at }) => at >= from && at < to && (queues === null || inScope(queues, queue)))
}
