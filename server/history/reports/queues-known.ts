import type { Database } from '@/server/db/types'
import type { ReadTables } from '@/server/store/types'

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

/**
 * Names of those asked for, or of all (`null`). Asterisk compares names of queues without case, and a queue that is no
 * more still has its past.
 */
export async function queuesWanted(
  { database, tables }: { database: Database; tables: Pick<ReadTables, 'queues'> },
  wanted: readonly string[] | null,
): Promise<string[]> {
  const live = [...tables.queues.values()].map(({ name }) => name)
  const all = [...new Set([...live, ...(await queuesOfVisits(database))])]
  if (wanted === null) return all
  const folded = new Set(wanted.map((name) => name.toLowerCase()))
  return all.filter((name) => folded.has(name.toLowerCase()))
}
