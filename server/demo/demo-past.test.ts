import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BEGINNING } from '@/lib/domain/gap'
import { DEMO_PBX } from '@/lib/domain/ids'
import type { Database } from '@/server/db/types'
import { readDay } from '@/server/history/figures/read-day'
import { gapCallsOf } from '@/server/history/visits/gap-calls'
import { gapId, gapsIn } from '@/server/history/visits/gaps'
import { HOUR, HOUSE } from '@/server/simulator/past/testing/house'
import { silentLog } from '@/server/socket/testing/wallboard'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { writeDemoPast } from './demo-past'
import { forgetDemo } from './forget-demo'

const NOW = Date.parse('2026-11-10T13:00Z')
const pbx = DEMO_PBX
const EVER = { from: 0, to: NOW }

describe.each(databases)("a demo's past on $kind", ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const house = { ...HOUSE, seed: 22, busySince: NOW - 2 * HOUR, callsPerHour: undefined }
  const begin = (days = 3) => {
    const { database } = test
    const options = { database, pbx, house, days, timeZone: 'UTC', clock: new FixedClock(NOW), log: silentLog }
    return writeDemoPast(options)
  }
  const write = async (days?: number) => (await begin(days)).done
  const daysTold = async () => {
    const { visits } = await readDay(test.database, pbx, 0)
    return [...new Set(visits.map(({ leftAt }) => new Date(leftAt ?? 0).getUTCDate()))]
  }
  const count = async (table: 'visits' | 'agent_spans' | 'turned_away' | 'recent_calls') => {
    const found = await test.database.db.selectFrom(table).selectAll().execute()
    return found.length
  }

  it('is there from the first day to this minute, and nothing of it goes on', async () => {
    await write()
    const { visits } = await readDay(test.database, pbx, 0)
    expect(await daysTold()).toEqual([7, 9, 10])
    expect(NOW - (visits.at(-1)?.leftAt ?? 0)).toBeLessThan(15 * 60_000)
    const open = test.database.db.selectFrom('visits').select('id').where('is_open', '=', 1)
    expect(await open.execute()).toEqual([])
  })

  it('has some minutes that nobody saw, with what Asterisk counted meanwhile', async () => {
    await write()
    const [beginning, gap, ...more] = await gapsIn(test.database, EVER)
    if (!gap) throw new Error('there is no gap')
    expect(beginning).toMatchObject({ from: BEGINNING, to: Date.parse('2026-11-07T00:00Z') })
    expect(more).toEqual([])
    const { visits } = await readDay(test.database, pbx, gap.from)
    const within = (moment: number | null) => moment !== null && moment > gap.from && moment < gap.to
    for (const { leftAt, talkEndedAt } of visits) expect(within(leftAt) || within(talkEndedAt)).toBe(false)
    const spans = await test.database.db.selectFrom('agent_spans').selectAll().execute()
    for (const { from_at, to_at } of spans) expect(from_at >= gap.to || Number(to_at) <= gap.from).toBe(true)
    const seen = await test.database.db.selectFrom('recent_calls').selectAll().execute()
    for (const { ended_at } of seen) expect(within(ended_at)).toBe(false)
    const calls = await gapCallsOf(test.database, [gapId(pbx, gap)], null)
    expect(calls.get(gapId(pbx, gap))?.length).toBeGreaterThan(0)
  })

  it('is remembered at the phones of the house, call by call', async () => {
    await write()
    const [visits, calls] = await Promise.all([
      test.database.db.selectFrom('visits').selectAll().where('ending', '=', 'answered').execute(),
      test.database.db.selectFrom('recent_calls').selectAll().where('direction', '=', 'in').execute(),
    ])
    const answered = calls.filter(({ outcome }) => outcome === 'answered')
    expect(answered.length).toBe(visits.length)
    const talked = (rows: readonly { agent: string | null }[]) =>
      rows.filter(({ agent }) => agent?.toLowerCase() === 'pjsip/203').length
    expect(talked(answered)).toBe(talked(visits))
  })

  it('has lost callers called back, so that few stay open', async () => {
    await write()
    const calls = await test.database.db.selectFrom('recent_calls').selectAll().where('direction', '=', 'out').execute()
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) {
      expect(call).toMatchObject({ outcome: 'answered', queue: null, wait_ms: null })
      expect(call.agent).toMatch(/^pjsip/)
      expect(call.number_key).not.toBeNull()
    }
  })

  it('that was left in its midst does not tell of days as recorded that it did not come to, and goes on the next time', async () => {
    const past = await begin(5)
    await past.close()
    expect(await daysTold()).toEqual([9, 10])
    const [beginning] = await gapsIn(test.database, EVER)
    expect(beginning).toMatchObject({ from: BEGINNING, to: Date.parse('2026-11-09T00:00Z') })
    await write(5)
    expect(await daysTold()).toEqual([5, 6, 7, 9, 10])
    expect(await gapsIn(test.database, EVER)).toMatchObject([{ to: Date.parse('2026-11-05T00:00Z') }, {}])
  })

  it('is written once, and never beside what is there already', async () => {
    await write()
    const before = await count('visits')
    await write()
    expect(await count('visits')).toBe(before)
    await test.database.db.updateTable('gaps').set({ pbx: 'hq' }).execute()
    await write(5)
    expect(await count('visits')).toBe(before)
  })

  it('is not told where none is wanted', async () => {
    await write(0)
    expect(await count('visits')).toBe(0)
  })

  it('leaves nothing where a real PBX follows, and takes nothing along that is not its own', async () => {
    await write()
    const { db } = test.database
    const own = await db.selectFrom('visits').selectAll().executeTakeFirstOrThrow()
    await db
      .insertInto('visits')
      .values({ ...own, id: 'hq|1|1', pbx: 'hq' })
      .execute()
    await db
      .insertInto('lost_marks')
      .values([mark('hers', '1234'), mark('theirs', own.number_key)])
      .execute()
    const runs = [`${DEMO_PBX}-1796000000000-0123abcd`, `${DEMO_PBX}-2-1796000000000-0123abcd`]
    await db.insertInto('replay_chunks').values(runs.map(chunkOf)).execute()
    await forgetDemo(test.database)
    expect((await db.selectFrom('visits').select('pbx').execute()).map((row) => row.pbx)).toEqual(['hq'])
    expect(await db.selectFrom('lost_marks').select('id').execute()).toEqual([{ id: 'hers' }])
    expect(await db.selectFrom('replay_chunks').select('run').execute()).toEqual([{ run: runs[1] }])
    for (const table of ['agent_spans', 'turned_away', 'recent_calls'] as const) expect(await count(table)).toBe(0)
    expect(await gapsIn(test.database, EVER)).toEqual([])
  })

  it('is not looked for among the visits of a real PBX', async () => {
    const { database, tables } = tablesAskedOf(test.database)
    await forgetDemo(database)
    expect([...tables]).toContain('gaps')
    expect([...tables]).not.toContain('visits')
  })
})

/** Every table that is named in what is asked from now on. */
function tablesAskedOf(database: Database): { database: Database; tables: Set<string> } {
  const tables = new Set<string>()
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => {
      for (const [, name] of JSON.stringify(node).matchAll(/"name":"(\w+)"/g)) tables.add(name ?? '')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  return { database: { ...database, db }, tables }
}

function mark(id: string, number: string | null) {
  return { id, at: NOW, what: 'done', number_key: number, call: null, account_id: null, who: null, note: null }
}

function chunkOf(run: string) {
  const times = { from_at: NOW, to_at: NOW, is_snapshot: 1, is_open: 0 }
  return { id: run, run, seq: 0, ...times, bytes: 0, numbers: '', data: new Uint8Array() }
}
