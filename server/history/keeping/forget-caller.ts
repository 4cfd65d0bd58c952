import { sql, type UpdateResult } from 'kysely'
import type { Forgotten } from '@/lib/protocol/admin/history'
import type { Audit } from '@/server/audit/types'
import { type Actor, recorded } from '@/server/auth/actor'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { forgetLost } from '../lost/forget-lost'
import { numberKey } from '../number-key'
import { forgetInReplay } from '../replay/forget-in-replay'
import type { ForgottenCallers } from './forgotten-callers'

/** So long after its end a visit is taken to go on: more may become known of it. */
const SETTLED_MS = 120_000

/** Of so short a number two digits would tell too much. */
const EXTENSION_DIGITS = 4

const PIECE = 100
const NOBODY = { number: null, number_key: null, name: null }

type ForgetOptions = { database: Database; audit: Audit; clock: Clock; forgotten: ForgottenCallers }

/** There are no digits by which anybody could be found. */
export class NoNumberError extends Error {}

/**
 * Takes a caller's number and name out of all that is remembered, however the number was written there. Queue, times and
 * ending stay, so that no figure changes. Rejects with a `NoNumberError`, or an `AuditError`: then nothing was done.
 */
export async function forgetCaller(number: string, by: Actor, options: ForgetOptions): Promise<Forgotten> {
  const key = numberKey(number)
  if (key === null) throw new NoNumberError('expected a number with digits, such as +49301234567')
  // The log cannot forget: it gets the end of a long number only.
  const target = key.length > EXTENSION_DIGITS ? `··${key.slice(-2)}` : '··'
  return recorded(options.audit, by, { action: 'caller.forgotten', target }, () => forget(key, options))
}

async function forget(key: string, { database, clock, forgotten }: ForgetOptions): Promise<Forgotten> {
  const { db } = database
  await forgotten.keep(database, key, clock.now())
  await forgetLost(database, key, clock.now())
  const unsettled = clock.now() - SETTLED_MS
  const settled = db
    .selectFrom('visits')
    .select('id')
    .where('number_key', '=', key)
    .where('is_open', '=', 0)
    .where(({ fn }) => fn.coalesce('talk_ended_at', 'left_at', 'entered_at'), '<=', unsettled)
    .limit(PIECE)
  const visits = await inPieces(() =>
    db.updateTable('visits').set(NOBODY).where('id', 'in', settled).executeTakeFirst(),
  )
  const ended = db.selectFrom('recent_calls').select('id').where('number_key', '=', key).limit(PIECE)
  const calls = await inPieces(() =>
    db.updateTable('recent_calls').set(NOBODY).where('id', 'in', ended).executeTakeFirst(),
  )
  const away = db.selectFrom('turned_away').select('id').where('number_key', '=', key).limit(PIECE)
  await inPieces(() => db.updateTable('turned_away').set(NOBODY).where('id', 'in', away).executeTakeFirst())
  const { growing } = await forgetInReplay(database, key, unsettled)
  const left = await db
    .selectFrom('visits')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('number_key', '=', key)
    .executeTakeFirst()
  // SQLite's log would hold the number until it is written over; it is emptied now unless somebody reads.
  if (database.kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
  return { visits, calls, underWay: Math.max(Number(left?.count ?? 0), growing) }
}

/** Piece after piece, so that one number of very many calls holds nobody up. Resolves to how many rows there were. */
async function inPieces(update: () => Promise<UpdateResult>): Promise<number> {
  let all = 0
  for (;;) {
    const updated = Number((await update()).numUpdatedRows)
    all += updated
    if (updated < PIECE) return all
    await new Promise((resolve) => setImmediate(resolve))
  }
}
