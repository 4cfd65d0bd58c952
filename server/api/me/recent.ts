import type { AccountRights } from '@/lib/domain/rights'
import { OUTCOMES, type RecentCall } from '@/lib/protocol/history'
import { whoShown } from '@/server/api/who-shown'
import type { StoredCall } from '@/server/history/history'
import type { ReadTables } from '@/server/store/types'

type Outcome = RecentCall['outcome']

/** A call at one's own phone: in full, unless one may not even see that. */
export function recentCall(
  call: StoredCall,
  { numbers }: Pick<AccountRights, 'numbers'>,
  tables: Pick<ReadTables, 'queues'>,
): RecentCall {
  return {
    id: String(call.id),
    at: call.started_at,
    direction: call.direction === 'out' ? 'out' : 'in',
    ...whoShown(call, numbers !== 'none'),
    queue: call.queue === null ? null : labelOf(call.pbx, call.queue, tables),
    waitMs: call.wait_ms,
    talkMs: call.talk_ms,
    outcome: outcomeOf(call),
  }
}

export function labelOf(pbx: string, queue: string, { queues }: Pick<ReadTables, 'queues'>): string {
  for (const one of queues.values()) if (one.pbx === pbx && one.name === queue) return one.label
  return queue
}

/** What another version wrote and we do not know has failed, as far as we can tell. */
export function outcomeOf({ outcome }: Pick<StoredCall, 'outcome'>): Outcome {
  return OUTCOMES.find((known) => known === outcome) ?? 'failed'
}
