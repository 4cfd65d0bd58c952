import type { Database } from '@/server/db/types'
import type { Span } from './span'

/** When the first visit of a span ended waiting, ms; of all queues, or of one. `null`: there is none. */
export async function firstVisitIn({ db }: Database, { from, to }: Span, queue?: string): Promise<number | null> {
  let visits = db.selectFrom('visits').select('left_at').where('left_at', '>=', from).where('left_at', '<', to)
  if (queue !== undefined) visits = visits.where('queue', '=', queue)
  const row = await visits.orderBy('left_at').limit(1).executeTakeFirst()
  return row?.left_at ?? null
}
