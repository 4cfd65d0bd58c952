import { randomUUID } from 'node:crypto'
import type { Database } from '@/server/db/types'

/** Nobody looks after lost callers of longer ago. */
const MOST_DAYS_MS = 30 * 86_400_000
const AT_ONCE = 500

/**
 * Who is forgotten would else stand among those who withheld their number. What people wrote about them goes, too. To be
 * called before the numbers are taken out.
 */
export async function forgetLost({ db }: Database, numberKey: string, now: number): Promise<void> {
  const since = now - MOST_DAYS_MS
  const visits = await db
    .selectFrom('visits')
    .select(['pbx', 'uniqueid'])
    .where('number_key', '=', numberKey)
    .where('left_at', '>=', since)
    .where('ending', '<>', 'answered')
    .execute()
  const away = await db
    .selectFrom('turned_away')
    .select(['pbx', 'uniqueid'])
    .where('number_key', '=', numberKey)
    .where('at', '>=', since)
    .execute()
  const calls = [...new Set([...visits, ...away].map(({ pbx, uniqueid }) => `${pbx}|${uniqueid}`))]
  await markForgotten(
    db,
    calls.map((call) => ({ call, at: now })),
  )
  await db.deleteFrom('lost_marks').where('number_key', '=', numberKey).execute()
}

/** Of these calls (`pbx|uniqueid`) nobody was lost, as far as anybody sees; `at`: ms, not before the loss. */
export async function markForgotten(db: Database['db'], calls: readonly { call: string; at: number }[]): Promise<void> {
  const nobody = { number_key: null, account_id: null, who: null, note: null }
  const marks = calls.map((one) => ({ id: randomUUID(), what: 'forgotten', ...one, ...nobody }))
  for (let from = 0; from < marks.length; from += AT_ONCE) {
    await db
      .insertInto('lost_marks')
      .values(marks.slice(from, from + AT_ONCE))
      .execute()
  }
}
