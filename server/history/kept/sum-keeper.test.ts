import type { KyselyPlugin } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import type { KpiRules } from '@/lib/domain/kpi'
import { PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Database } from '@/server/db/types'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { rowOf as spanRow, upsertSpans } from '../agents/span-rows'
import { rowOf } from '../visits/visit-rows'
import { SumKeeper } from './sum-keeper'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const TODAY = Date.UTC(2026, 10, 23)
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: ['hungUp'] }

describe.each(databases)('days that are over, summed by $kind before anybody asks', ({ open }) => {
  let test: TestDatabase
  let clock: FixedClock
  let keeper: SumKeeper
  beforeEach(async () => {
    test = await open()
    clock = new FixedClock(TODAY + 9 * HOUR_MS)
    keeper = keeperIn('UTC')
  })
  afterEach(async () => {
    await keeper.close()
    await test.dispose()
  })

  function keeperIn(timeZone: string, rules = RULES, database: Database = test.database): SumKeeper {
    return new SumKeeper({
      ...{ database, tables: emptySourceTables(), rulesOf: () => rules, clock },
      ...{ calendar: { timeZone, dayStart: (now) => dayStart(now, timeZone, 0) }, log: { warn: () => {} } },
    })
  }

  const call = (day: number, queue = 'support') =>
    test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: TODAY + day * DAY_MS + HOUR_MS, queue })))
      .execute()

  /** Kinds of sums by queue and day, counted from today. */
  async function kept() {
    const days = await test.database.db.selectFrom('kept_days').selectAll().where('is_kept', '=', 1).execute()
    const all: Record<string, string[]> = {}
    for (const { queue, apart, from_at } of days) {
      const key = `${queue} ${(from_at - TODAY) / DAY_MS}`
      all[key] = [...(all[key] ?? []), apart].sort()
    }
    return all
  }

  it('are kept for every queue since the first visit: whole, by agent, by hour and half-hour, how long all took, and whose phones rang in vain; today is not', async () => {
    for (const day of [-2, -1, 0]) await call(day)
    await call(-1, 'sales')
    await keeper.keep()
    const all = ['1800000', '3600000', 'agent', 'day', 'missed', 'times']
    expect(await kept()).toEqual({ 'support -2': all, 'support -1': all, 'sales -2': all, 'sales -1': all })
  })

  it('are summed anew where a visit was written since, and nothing else is', async () => {
    for (const day of [-3, -2, -1]) await call(day)
    await keeper.keep()
    const before = await test.database.db.selectFrom('kept_days').selectAll().execute()
    await call(-2)
    let days = 0
    await keeper.keep(async () => {
      days += 1
    })
    expect(days).toBe(6)
    const after = await test.database.db.selectFrom('kept_days').selectAll().execute()
    const kinds = (rows: typeof before, of: (day: number) => boolean) =>
      rows.filter(({ from_at }) => of((from_at - TODAY) / DAY_MS)).sort((one, other) => one.id - other.id)
    expect(kinds(after, (day) => day !== -2)).toEqual(kinds(before, (day) => day !== -2))
    expect(kinds(after, (day) => day === -2).map(({ is_kept }) => is_kept)).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('are summed anew by the rules of now, the latest days first', async () => {
    for (let day = -40; day < 0; day++) await call(day)
    await keeper.keep()
    await keeper.close()
    keeper = keeperIn('UTC', { ...RULES, shortMs: 4_000 })
    const from: number[] = []
    await keeper.keep(async () => {
      const claim = await test.database.db
        .selectFrom('kept_days')
        .select(({ fn }) => fn.min('from_at').as('first'))
        .where('is_kept', '=', 0)
        .executeTakeFirstOrThrow()
      if (claim.first !== null) from.push((claim.first - TODAY) / DAY_MS)
    })
    expect([...new Set(from)]).toEqual([-28, -40])
    const sums = test.database.db.selectFrom('kept_days').where('apart', '<>', 'missed')
    expect(await sums.select('rules').distinct().execute()).toHaveLength(1)
  })

  it('are kept of agents over all queues and in each, once nothing of them can go on any more', async () => {
    const who = { pbx: PBX, interface: 'PJSIP/101', name: 'Ana', state: 'ready', reason: null } as const
    const spans = [-2, -1].flatMap((day) =>
      ['', 'support'].map((queue) => {
        const from = TODAY + day * DAY_MS + HOUR_MS
        return spanRow({ ...who, queue, from, to: from + HOUR_MS })
      }),
    )
    await upsertSpans(test.database, spans)
    clock = new FixedClock(TODAY + HOUR_MS)
    await keeper.close()
    keeper = keeperIn('UTC')
    await keeper.keep()
    expect(await kept()).toEqual({ ' -2': ['agents'], 'support -2': ['agents'] })
    clock.advance(HOUR_MS)
    await keeper.keep()
    const both = { ' -2': ['agents'], 'support -2': ['agents'], ' -1': ['agents'], 'support -1': ['agents'] }
    expect(await kept()).toEqual(both)
    const lines = await test.database.db.selectFrom('kept_agent_times').select(['name', 'ready_ms']).execute()
    expect(lines).toEqual(Array.from({ length: 4 }, () => ({ name: 'Ana', ready_ms: HOUR_MS })))
  })

  it('are cut by the hours of their zone', async () => {
    for (const day of [-2, -1]) await call(day)
    await keeper.close()
    keeper = keeperIn('Asia/Kathmandu')
    await keeper.keep()
    expect(Object.values(await kept()).flat()).toContain('900000')
  })

  it('wait until the server has settled, then for each other, and end with it', async () => {
    for (const day of [-2, -1]) await call(day)
    clock.advance(119_000)
    expect(await kept()).toEqual({})
    clock.advance(1_000)
    await keeper.close()
    const some = await kept()
    clock.advance(DAY_MS)
    expect(await kept()).toEqual(some)
  })

  it('are not read again and again where nothing can be kept of them: it is said', async () => {
    await call(-1)
    const full: KyselyPlugin = {
      transformQuery({ node }) {
        if (node.kind === 'InsertQueryNode') throw new Error('the disk is full')
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await keeper.close()
    keeper = keeperIn('UTC', RULES, { ...test.database, db: test.database.db.withPlugin(full) })
    await expect(keeper.keep()).rejects.toThrow('the disk is full')
  })

  it('where nobody ever called, there is nothing to do', async () => {
    await keeper.keep()
    expect(await kept()).toEqual({})
  })
})
