import { sql, type Transaction } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Tables } from '@/server/db/tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { claimDays, daysKept, keepDays } from './kept-days'

const DAY_MS = 86_400_000
const BEGIN = Date.UTC(2026, 10, 20)
const DAYS = [0, 1].map((day) => ({ from: BEGIN + day * DAY_MS, to: BEGIN + (day + 1) * DAY_MS }))
const SPAN = { from: BEGIN, to: BEGIN + 2 * DAY_MS }
const KEPT = { queue: 'support', apart: 'day', rules: 'any' }
type Write = (tx: Transaction<Tables>, day: number) => Promise<unknown>

describe.each(databases)('two who touch kept days at once, in $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    const claims = await claimDays(test.database, KEPT, DAYS)
    await keepDays(test.database, claims, async () => {})
  })
  afterEach(() => test.dispose())

  const write: Write = (tx, day) =>
    tx
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: BEGIN + day * DAY_MS })))
      .execute()
  const tidy: Write = (tx, day) =>
    tx
      .deleteFrom('kept_days')
      .where('from_at', '=', BEGIN + day * DAY_MS)
      .execute()

  it.runIf(kind === 'postgres').each([
    ['both write visits', write, write],
    ['one writes visits, and the other deletes what is too old', write, tidy],
  ])('in whatever order: %s', async (_, first, second) => {
    const { db } = test.database
    let isHalfDone = false
    let other = Promise.resolve()
    await db.transaction().execute(async (tx) => {
      await first(tx, 0)
      other = db.transaction().execute(async (own) => {
        await second(own, 1)
        isHalfDone = true
        await second(own, 0)
      })
      // The other has touched its first day, or waits for us: the database itself says so.
      while (!isHalfDone && !(await isWaitedFor(tx)));
      await first(tx, 1)
    })
    await other
    expect(await daysKept(test.database, KEPT, SPAN)).toEqual([])
  })
})

/** Does anybody wait for a lock of this transaction? */
async function isWaitedFor(tx: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_locks
    where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(tx)
  return rows.length > 0
}
