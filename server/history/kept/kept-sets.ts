import { sql } from 'kysely'
import type { Database } from '@/server/db/types'
import { breath } from '../reports/breath'
import { AGENTS } from './agents-shelf'

/** As many as people have scopes of queues, and some more: of a large centre's year each is a dozen megabytes. */
const MOST_SETS = 50
/** Days that are let go of in one statement, with all rows of agents: some milliseconds, in which nobody else writes. */
const DAYS_AT_ONCE = 2

/** Sets by the names of their queues together; the one asked for last stands at the end. */
const ASKED = new WeakMap<Database, Set<string>>()

/**
 * Somebody asks for what agents did in several queues together. What is kept of such a set is nobody else's, and there are
 * more sets than anybody can keep: those that were not asked for the longest time make room. What was asked for before the
 * server started counts by when it was kept last.
 * @param queues as they are kept together
 */
export async function askForSet(database: Database, queues: string, most = MOST_SETS): Promise<void> {
  const asked = [...(ASKED.get(database) ?? [])].filter((set) => set !== queues)
  const others = (await setsKept(database)).filter((set) => set !== queues)
  // Those that were not asked for stay in the order in which they were kept.
  const latest = others.toSorted((one, other) => asked.indexOf(other) - asked.indexOf(one))
  const staying = new Set(latest.slice(0, most - 1))
  ASKED.set(database, new Set([...asked.filter((set) => staying.has(set)), queues]))
  for (const set of latest.slice(most - 1)) await letGo(database, set)
}

/** The one of which a day was kept last comes first. */
async function setsKept({ db }: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('kept_days')
    .select('queue')
    .where(sql<boolean>`apart = ${sql.lit(AGENTS.apart)}`)
    .where('queue', 'like', '["%')
    .groupBy('queue')
    .orderBy(({ fn }) => fn.max('id'), 'desc')
    .execute()
  return rows.map(({ queue }) => queue)
}

async function letGo({ db }: Database, queues: string): Promise<void> {
  for (;;) {
    const days = db
      .selectFrom('kept_days')
      .select('id')
      .where('queue', '=', queues)
      .where('apart', '=', AGENTS.apart)
      .limit(DAYS_AT_ONCE)
    const { numDeletedRows } = await db.deleteFrom('kept_days').where('id', 'in', days).executeTakeFirst()
    if (Number(numDeletedRows) < DAYS_AT_ONCE) return
    await breath()
  }
}
