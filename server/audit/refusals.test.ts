import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openHandle } from '@/server/db/sqlite/driver'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { createAudit } from './audit'
import { type Audit, type AuditEntry, AuditError } from './types'

const entry: AuditEntry = {
  ...{ action: 'agent.pause', actor: 'marta', actorId: 'a1', target: 'Anna', result: 'asked', ref: null },
  origin: { address: '192.0.2.7', via: 'page' },
  detail: {},
}

let test: TestDatabase
let audit: Audit
beforeEach(async () => {
  test = await openSqlite()
  audit = createAudit({ database: test.database, clock: new FixedClock() })
  await audit.write(entry)
})
afterEach(() => test.dispose())

/** Refused, nothing half done, and the log goes on once the cause is gone. */
async function expectRefusedUntil(why: RegExp, recover: () => Promise<void>): Promise<void> {
  const refused = await audit.write(entry).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AuditError)
  expect(String(refused)).toMatch(why)
  await recover()
  expect((await audit.write(entry)).seq).toBe(2)
  expect(await audit.verify()).toEqual({ lines: 2, broken: null })
}

it('refuses while another process holds the database, and readers go on', async () => {
  const other = await openHandle(test.where)
  other.exec('begin immediate')
  const refused = expectRefusedUntil(/locked/, async () => other.exec('rollback'))
  expect(await audit.search({ limit: 1 })).toHaveLength(1)
  await refused
  other.close()
})

it('waits for another process that is done soon', async () => {
  const other = await openHandle(test.where)
  other.exec('begin immediate')
  const written = audit.write(entry)
  await audit.search({ limit: 1 })
  other.exec('rollback')
  other.close()
  expect((await written).seq).toBe(2)
})

it('refuses when the disk is full', async () => {
  const { db } = test.database
  // SQLite's own way of a disk that is full: SQLITE_FULL once the file has its most pages.
  await sql.raw('pragma max_page_count = 1').execute(db)
  const big = {
    ...entry,
    detail: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d${i}`, 'x'.repeat(2_000)])),
  }
  const refused = await audit.write(big).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(AuditError)
  expect(String(refused)).toMatch(/full/)
  await sql.raw('pragma max_page_count = 1000000').execute(db)
  expect((await audit.write(big)).seq).toBe(2)
  expect(await audit.verify()).toEqual({ lines: 2, broken: null })
})

it('refuses when the database may only be read', async () => {
  const { db } = test.database
  await sql.raw('pragma query_only = on').execute(db)
  await expectRefusedUntil(/readonly/, async () => void (await sql.raw('pragma query_only = off').execute(db)))
})
