import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { createAudit } from '@/server/audit/audit'
import type { Actor } from '@/server/auth/actor'
import { rowOf } from '@/server/history/visits/visit-rows'
import { upsertVisits } from '@/server/history/visits/visit-writer'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { forgetCaller, NoNumberError } from './forget-caller'
import { FORGOTTEN } from './testing/forgotten'
import { aRecentCall } from './testing/recent-call'

const BY: Actor = { accountId: 'a1', name: 'root', origin: { address: '192.0.2.1', via: 'api' } }
const TOM = '+49 170 1234567'

describe.each(databases)('a caller who is forgotten ($kind)', ({ kind, open }) => {
  let test: TestDatabase
  const clock = new FixedClock()
  const hourAgo = clock.now() - 3_600_000
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const audit = () => createAudit({ database: test.database, clock })
  const forget = (number: string) =>
    forgetCaller(number, BY, { database: test.database, audit: audit(), clock, forgotten: FORGOTTEN })
  const visit = (number: string | null, fields: Parameters<typeof aVisit>[0] = {}) =>
    rowOf(aVisit({ number, enteredAt: hourAgo, talks: 60, ...fields }))
  const visits = () => test.database.db.selectFrom('visits').selectAll().orderBy('id').execute()
  const write = (...some: readonly Visit[]) => upsertVisits(test.database, some)
  const calls = () => test.database.db.selectFrom('recent_calls').selectAll().orderBy('id').execute()

  it('leaves visits with all their figures, without number and name, however the number was written', async () => {
    const rows = [visit(TOM), visit('01701234567'), visit('00491701234567')].sort((a, b) => (a.id < b.id ? -1 : 1))
    await test.database.db.insertInto('visits').values(rows).execute()
    expect(await forget('0170/1234567')).toEqual({ visits: 3, calls: 0, underWay: 0 })
    expect(await visits()).toEqual(rows.map((row) => ({ ...row, number: null, number_key: null, name: null })))
  })

  it('goes out of calls, too, and everybody else stays', async () => {
    const ana = { number: '+4930555', number_key: '4930555', name: 'Ana' }
    await test.database.db
      .insertInto('visits')
      .values([visit('+4930555'), visit(null)])
      .execute()
    await test.database.db
      .insertInto('recent_calls')
      .values([aRecentCall(), aRecentCall(ana)])
      .execute()
    expect(await forget(TOM)).toEqual({ visits: 0, calls: 1, underWay: 0 })
    expect(await calls()).toMatchObject([{ number: null, number_key: null, name: null, queue: 'support' }, ana])
    expect((await visits()).map(({ number }) => number).sort()).toEqual(['+4930555', null])
  })

  it('may have called very often', async () => {
    const rows = Array.from({ length: 1_200 }, () => visit(TOM))
    for (let from = 0; from < rows.length; from += 200) {
      await test.database.db
        .insertInto('visits')
        .values(rows.slice(from, from + 200))
        .execute()
    }
    expect(await forget(TOM)).toEqual({ visits: 1_200, calls: 0, underWay: 0 })
  })

  it('stands in no table any more, of those whom a queue turned away and what was noted of lost callers neither', async () => {
    const { db } = test.database
    const who = { number: TOM, number_key: '701234567', name: 'Tom O’Brien' }
    await write(aVisit({ ...who, enteredAt: hourAgo, ending: 'hungUp', waits: 30 }))
    await db.insertInto('recent_calls').values(aRecentCall(who)).execute()
    const away = { id: 'a', pbx: 'pbx', queue: 'support', uniqueid: '5.1', at: hourAgo, why: 'FULL' }
    await db
      .insertInto('turned_away')
      .values({ ...away, ...who })
      .execute()
    const mark = { id: 'm', at: hourAgo, what: 'noted', call: null, account_id: 'a1', who: 'Ana', note: 'Tom wants 5' }
    await db
      .insertInto('lost_marks')
      .values({ ...mark, number_key: who.number_key })
      .execute()
    const all = async () => {
      const names = (await db.introspection.getTables()).map(({ name }) => name)
      const rows = await Promise.all(names.map((name) => sql`select * from ${sql.table(name)}`.execute(db)))
      return JSON.stringify(rows.map((table) => table.rows))
    }
    expect(await all()).toMatch(/701234567.*Tom/)
    await forget(TOM)
    expect(await all()).not.toMatch(/1234567|Tom/)
  })

  it.runIf(kind === 'sqlite')('leaves no trace in the file', async () => {
    const others = Array.from({ length: 200 }, (_, index) => visit(`+4930555${index}`))
    const his = Array.from({ length: 5 }, () => visit('+491701234567'))
    for (const rows of [others.slice(0, 100), his, others.slice(100)]) {
      await test.database.db.insertInto('visits').values(rows).execute()
    }
    await test.database.db.insertInto('recent_calls').values([aRecentCall(), aRecentCall()]).execute()
    await forget(TOM)
    const bytes = [test.where, `${test.where}-wal`].map((file) => readFileSync(file, 'latin1')).join()
    expect(bytes).toContain('+4930555')
    expect(bytes).not.toContain('701234567')
  })

  it('is told of who still waits or has only just gone: their record will be written once more', async () => {
    const now = clock.now()
    const waits = visit(TOM, { ending: null, enteredAt: now - 600_000 })
    const justGone = visit(TOM, { enteredAt: now - 80_000 })
    await test.database.db
      .insertInto('visits')
      .values([waits, justGone, visit(TOM)])
      .execute()
    expect(await forget(TOM)).toEqual({ visits: 1, calls: 0, underWay: 2 })
  })

  it('stays forgotten, whatever becomes known of a visit that is over: its wrap-up may end long after', async () => {
    const talked = aVisit({ number: TOM, enteredAt: hourAgo, talks: 60 })
    const waits = aVisit({ number: TOM, enteredAt: hourAgo, ending: null })
    await write(talked, waits)
    await forget(TOM)
    await write({ ...talked, wrapUpMs: 600_000 }, { ...waits, ending: 'hungUp', leftAt: hourAgo + 1_000 })
    const of = async ({ id }: Visit) => (await visits()).find((row) => row.id === id)
    expect(await of(talked)).toMatchObject({ number: null, number_key: null, name: null, wrap_up_ms: 600_000 })
    // Waited still, as whoever asked was told.
    expect(await of(waits)).toMatchObject({ number: TOM, ending: 'hungUp' })
  })

  it('stands in the audit log by the end of the number only', async () => {
    await forget(TOM)
    await forget('101')
    const lines = await audit().search({ limit: 10 })
    expect(lines.map(({ action, target, result }) => [action, target, result])).toEqual([
      ['caller.forgotten', '··', 'done'],
      ['caller.forgotten', '··', 'asked'],
      ['caller.forgotten', '··67', 'done'],
      ['caller.forgotten', '··67', 'asked'],
    ])
    expect(JSON.stringify(lines)).not.toContain('1234567')
  })

  it('has a number: without digits nobody is meant, and nothing is written', async () => {
    await test.database.db
      .insertInto('visits')
      .values([visit(null)])
      .execute()
    await expect(forget('anonymous')).rejects.toBeInstanceOf(NoNumberError)
    expect(await audit().search({ limit: 10 })).toEqual([])
  })

  it('is looked for in every table that finds callers by number', async () => {
    const tables = await test.database.db.introspection.getTables()
    const found = tables.filter(({ columns }) => columns.some(({ name }) => name === 'number_key'))
    expect(found.map(({ name }) => name).sort()).toEqual(['lost_marks', 'recent_calls', 'turned_away', 'visits'])
  })
})
