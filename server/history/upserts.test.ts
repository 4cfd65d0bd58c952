import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { databases, openSqlite, type TestDatabase } from '@/server/testing/databases'
import { type SpanRow, upsertSpans } from './agents/span-rows'
import { upsertVisits } from './visits/visit-writer'

describe('rows written together', () => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await openSqlite()
  })
  afterEach(() => test.dispose())

  const span = (serial: number, fields: Partial<SpanRow> = {}): SpanRow => ({
    ...{ queue: 'support', from_at: serial, interface: 'PJSIP/1001', pbx: 'main', name: 'Ann' },
    ...{ state: 'ready', reason: null, to_at: null, ...fields },
  })
  const spans = (count: number, fields: Partial<SpanRow> = {}) =>
    Array.from({ length: count }, (_, serial) => span(serial, fields))
  const kept = () => test.database.db.selectFrom('agent_spans').selectAll().orderBy('from_at').execute()

  it.each([0, 1, 9, 10, 11, 137])('are all there, %i of them, each in the place of an earlier one', async (count) => {
    await upsertSpans(test.database, spans(count))
    await upsertSpans(test.database, spans(count, { to_at: 1_000, state: 'onCall' }))
    expect(await kept()).toEqual(spans(count, { to_at: 1_000, state: 'onCall' }))
  })

  it('are all there or none, should one of them be refused', async () => {
    const broken = span(136, { name: null as unknown as string })
    await expect(upsertSpans(test.database, [...spans(136), broken])).rejects.toThrow(/NOT NULL/)
    expect(await kept()).toEqual([])
  })

  it('go with all else in a transaction that is under way', async () => {
    const { database } = test
    const undone = database.db.transaction().execute(async (db) => {
      await upsertSpans({ ...database, db }, spans(137))
      expect(await db.selectFrom('agent_spans').selectAll().execute()).toHaveLength(137)
      throw new Error('not today')
    })
    await expect(undone).rejects.toThrow('not today')
    expect(await kept()).toEqual([])
  })
})

describe.each(databases)('a row with a sign that no database keeps in a text ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('keeps no other waiting, and is written with another sign in its place', async () => {
    const garbled = { ...aVisit({ uniqueid: '1.1' }), name: 'To\0m', number: '+49 \0-170' }
    await upsertVisits(test.database, [garbled, aVisit({ uniqueid: '2.1' })])
    const rows = await test.database.db.selectFrom('visits').select(['uniqueid', 'name', 'number']).execute()
    expect(rows.sort((one, other) => one.uniqueid.localeCompare(other.uniqueid))).toEqual([
      { uniqueid: '1.1', name: 'To\uFFFDm', number: '+49 \uFFFD-170' },
      expect.objectContaining({ uniqueid: '2.1' }),
    ])
  })
})
