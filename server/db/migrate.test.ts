import { type Kysely, type Migration, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databases, openSqlite, type TestDatabase } from '@/server/testing/databases'
import { applyMigrations } from './migrations'
import { openDatabase } from './open'
import { openHandle } from './sqlite/driver'

const halfWay: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('half').addColumn('id', 'integer').execute()
    await sql`insert into nowhere values (1)`.execute(db)
  },
}

describe.each(databases)('bringing the tables up to date ($kind)', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('leaves nothing of a migration that fails', async () => {
    const { db } = test.database
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const done = Object.fromEntries(rows.map(({ name }) => [name, none]))
    await expect(applyMigrations(db, { ...done, '999-x': halfWay })).rejects.toThrow(/nowhere/)
    await expect(sql`select * from half`.execute(db)).rejects.toThrow(/half/)
  })

  it.runIf(kind === 'postgres')('lets a vacuum come by how many visits are new, however many there are', async () => {
    const { rows } = await sql<{ settings: string[] }>`
      select reloptions as settings from pg_class where oid = 'visits'::regclass`.execute(test.database.db)
    expect(rows[0]?.settings).toEqual(
      expect.arrayContaining(['autovacuum_vacuum_scale_factor=0', 'autovacuum_vacuum_insert_scale_factor=0']),
    )
  })

  it('is done once by two that start together', async () => {
    const [one, other] = await Promise.all([openDatabase(test.where), openDatabase(test.where)])
    expect(await one.db.selectFrom('accounts').selectAll().execute()).toEqual([])
    await Promise.all([one.close(), other.close()])
  })
})

const none: Migration = { up: async () => {} }

it('two processes may make the same new file', async () => {
  const { where, dispose } = await openSqlite()
  const fresh = `${where}.new`
  const [one, other] = await Promise.all([openDatabase(fresh), openDatabase(fresh)])
  expect(await other.db.selectFrom('audit').selectAll().execute()).toEqual([])
  await Promise.all([one.close(), other.close(), dispose()])
})

it('a file that is no database is named, and left as it is', async () => {
  const { where, dispose } = await openSqlite()
  await expect(openDatabase('README.md')).rejects.toThrow(/not a database/)
  await expect(openDatabase(`${where}/below/a/file.db`)).rejects.toThrow(/ENOTDIR|EEXIST/)
  await dispose()
})

it('a write gives up on a file that somebody else holds, and the next one goes through', async () => {
  const { database, where, dispose } = await openSqlite()
  const other = await openHandle(where)
  other.exec('begin immediate')
  const row = { name: 'a', value: '1', changed_at: 1, changed_by: null }
  await expect(database.db.insertInto('settings').values(row).execute()).rejects.toThrow(/locked/)
  other.exec('rollback')
  other.close()
  await database.db.insertInto('settings').values(row).execute()
  expect(await database.db.selectFrom('settings').select('name').execute()).toEqual([{ name: 'a' }])
  await dispose()
}, 15_000)
