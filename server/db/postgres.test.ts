import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { openDatabase } from './open'

/** Kysely's, in `PostgresAdapter`. */
const MIGRATION_LOCK = '3853314791062309107'
const BRIEFLY_MS = 500

describe.each(databases)('how long is waited for $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it.runIf(kind === 'postgres')('a statement that takes too long is given up by the database, too', async () => {
    const brief = await openDatabase(test.where, { statementMs: BRIEFLY_MS })
    await expect(sql`select pg_sleep(600)`.execute(brief.db)).rejects.toThrow(/statement timeout/)
    await brief.close()
  })

  it.runIf(kind === 'postgres')('to bring the tables up to date may take as long as it takes', async () => {
    const other = new pg.Client({ connectionString: test.where })
    await other.connect()
    await other.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    const opening = openDatabase(test.where, { statementMs: BRIEFLY_MS })
    await other.query(`select pg_sleep(${(3 * BRIEFLY_MS) / 1000})`)
    await other.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    await (await opening).close()
    await other.end()
  })

  it('takes another connection once one is lost in the middle of a transaction', async () => {
    const { db } = test.database
    const lost = db.transaction().execute(async (tx) => {
      await tx.insertInto('settings').values(setting('lost')).execute()
      if (kind === 'postgres') await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
      throw new Error('the connection ended')
    })
    await expect(lost).rejects.toThrow(/connection/i)
    await db.insertInto('settings').values(setting('kept')).execute()
    expect(await db.selectFrom('settings').select('name').execute()).toEqual([{ name: 'kept' }])
  })
})

const setting = (name: string) => ({ name, value: '1', changed_at: 1, changed_by: null })
