import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { Upserts } from './upserts'

/** One call at one phone, or one that nobody took. */
export type RecentRow = Omit<Tables['recent_calls'], 'id'>

/** Without a key of their own, each is one more. */
const INSERTS = new Upserts<RecentRow>((db, rows) => db.insertInto('recent_calls').values([...rows]))

/** Writes calls down that ended. */
export function insertRecent(database: Database, rows: readonly RecentRow[]): Promise<void> {
  return INSERTS.write(database, rows)
}
