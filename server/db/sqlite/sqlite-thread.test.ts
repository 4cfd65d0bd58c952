import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { sqliteCode } from './driver'
import { SqliteThread } from './sqlite-thread'

/** Takes SQLite a while. */
const COUNTS =
  'with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000) select count(*) c from n'

let test: TestDatabase
beforeEach(async () => {
  test = await openSqlite()
})
afterEach(() => test.dispose())

/** Whether anything else has a turn before it is done; on a busy machine the answer may be there first now and then. */
async function leavesRoom(job: () => Promise<unknown>): Promise<boolean> {
  for (let round = 0; round < 50; round++) {
    let hadTurn = false
    setImmediate(() => {
      hadTurn = true
    })
    await job()
    if (hadTurn) return true
  }
  return false
}

it('everything else goes on while the database writes, commits and reads', async () => {
  const { db } = test.database
  const write = sql`insert or replace into settings (name, value, changed_at) select 'n', c, 0 from (${sql.raw(COUNTS)})`
  expect(await leavesRoom(() => write.execute(db))).toBe(true)
  const commit = () => db.transaction().execute((tx) => sql`update settings set value = 'm'`.execute(tx))
  expect(await leavesRoom(commit)).toBe(true)
  expect(await leavesRoom(() => db.selectFrom('settings').selectAll().execute())).toBe(true)
})

it('answers come in the order of the orders, and SQLite’s words with its codes', async () => {
  const thread = await SqliteThread.open(test.where)
  const made = thread.exec('create table numbers (n integer primary key)')
  const put = thread.run({ sql: 'insert into numbers values (?)', parameters: [7] })
  const again = thread.run({ sql: 'insert into numbers values (?)', parameters: [7] }).catch((error: unknown) => error)
  const read = thread.run({ sql: 'select n from numbers', parameters: [] })
  await made
  expect(await put).toEqual({ rows: [], numAffectedRows: 1n, insertId: 7n })
  expect(sqliteCode(await again)).toBe(1555)
  expect((await read).rows).toEqual([{ n: 7 }])
  await thread.close()
})

it('bytes are given back as they were', async () => {
  const thread = await SqliteThread.open(test.where)
  const bytes = Buffer.from([0, 1, 255])
  const { rows } = await thread.run<{ b: Uint8Array }>({ sql: 'select ? as b', parameters: [bytes] })
  expect(rows.map(({ b }) => Buffer.from(b))).toEqual([bytes])
  await thread.close()
})

it('what is asked after the end is refused, and what was asked before is still answered', async () => {
  const thread = await SqliteThread.open(test.where)
  const last = thread.run({ sql: COUNTS, parameters: [] })
  const closed = thread.close()
  await expect(thread.exec('select 1')).rejects.toThrow('closed')
  expect((await last).rows).toEqual([{ c: 200_000 }])
  await closed
})

it('a value that cannot go to another thread is refused, and the next order is carried out', async () => {
  const thread = await SqliteThread.open(test.where)
  await expect(thread.run({ sql: 'select ?', parameters: [() => {}] })).rejects.toThrow()
  expect((await thread.run({ sql: 'select 1 as one', parameters: [] })).rows).toEqual([{ one: 1 }])
  await thread.close()
})

it('what is no file cannot be opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-db-'))
  await expect(SqliteThread.open(folder)).rejects.toThrow()
  rmSync(folder, { recursive: true })
})
