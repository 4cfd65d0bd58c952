import { type AccountRights, inScope } from '@/lib/domain/rights'
import { type ReplayMark, replayMarkSchema } from '@/lib/protocol/replay'
import type { Database } from '@/server/db/types'
import type { Gap } from '../visits/gaps'

/** When queues that one sees fell into alarm within a span, and came out of it. */
export async function alarmMarks(
  { db }: Database,
  { from, to }: Gap,
  scope: AccountRights['queues'],
): Promise<ReplayMark[]> {
  const rows = await db
    .selectFrom('replay_marks')
    .selectAll()
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ queue }) => inScope(scope, queue))
    .map(({ at, queue, label, level, was, broken }) => {
      const mark = { kind: 'alarm', at, queue, label, level, was, broken: broken && JSON.parse(broken) }
      return replayMarkSchema.parse(mark)
    })
}
