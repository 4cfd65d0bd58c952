import type { Database } from '@/server/db/types'

/** Names of all queues that ever had a visit: one step in the index each, however many visits there are. */
export async function queuesOfVisits({ db }: Database): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    let query = db.selectFrom('visits').select('queue')
    const last = names.at(-1)
    if (last !== undefined) query = query.where('queue', '>', last)
    const row = await query.orderBy('queue').limit(1).executeTakeFirst()
    if (row === undefined) return names
    names.push(row.queue)
  }
}
