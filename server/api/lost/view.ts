import { queueId } from '@/lib/domain/ids'
import { type Loss, timesLost } from '@/lib/domain/lost'
import type { LostCallerView } from '@/lib/protocol/lost'
import { whoShown } from '@/server/api/who-shown'
import type { Principal } from '@/server/auth/types'
import type { LostBook, LostNow } from '@/server/history/lost/lost-book'
import { numberKey } from '@/server/history/number-key'
import type { ReadTables } from '@/server/store/types'
import { rangAt } from './seen'

type Asker = Pick<Principal, 'rights' | 'phones' | 'accountId'>

/** As whoever asks may see it: numbers in full for who may see all, and of callers for whom one's own phone rang. */
export function lostView(
  { caller, isWaiting, calling }: LostNow,
  asker: Asker,
  book: Pick<LostBook, 'claimEnds'>,
  tables: Pick<ReadTables, 'queues'>,
): LostCallerView {
  const { losses, claim, closed, note, tries } = caller
  const [first, last] = [losses[0], losses.at(-1)]
  if (first === undefined || last === undefined) throw new Error('nobody is lost without a loss')
  const until = book.claimEnds(caller)
  const queues = losses.flatMap((loss) => labelOf(loss, tables) ?? [])
  return {
    ...{ id: first.id, at: first.at, lastAt: last.at, ...whoOf(losses, asker) },
    ...{ queue: labelOf(last, tables), queues: [...new Set(queues)], ending: last.ending, waitMs: last.waitMs },
    ...{ times: timesLost(caller), isShort: losses.every(({ isShort }) => isShort) },
    callable: asker.rights.numbers !== 'none' && numberKey(last.number) !== null,
    ...{ isWaiting, calling },
    claim:
      claim === null || until === null
        ? null
        : { by: claim.by.name, isOwn: claim.by.accountId === asker.accountId, at: claim.at, until },
    ...{ tries: [...tries], note },
    closed: closed && { how: closed.how, by: closed.by, at: closed.at, note: closed.note },
  }
}

function whoOf(losses: readonly Loss[], { rights, phones }: Asker): Pick<LostCallerView, 'number' | 'name'> {
  const last = losses.at(-1)
  // A number without digits is a word such as "anonymous".
  const number = numberKey(last?.number ?? null) === null ? null : (last?.number ?? null)
  const name = losses.findLast((loss) => loss.name !== null)?.name ?? null
  const inFull = rights.numbers === 'all' || (rights.numbers === 'own' && rangAt(phones, losses))
  return whoShown({ number, name }, inFull)
}

function labelOf({ pbx, queue }: Loss, { queues }: Pick<ReadTables, 'queues'>): string | null {
  return queue === null ? null : (queues.get(queueId(pbx, queue))?.label ?? queue)
}
