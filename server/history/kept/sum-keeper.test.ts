import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { rowOf } from '../visits/visit-rows'
import { SumKeeper } from './sum-keeper'

const DAY_MS = 86_400_000
const TODAY = Date.UTC(2026, 10, 23)
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: ['hungUp'] }

describe.each(databases)('the day before, summed by $kind before anybody asks', ({ open }) => {
  let test: TestDatabase
  let keeper: SumKeeper
  beforeEach(async () => {
    test = await open()
    keeper = new SumKeeper({
      ...{ database: test.database, tables: emptySourceTables(), rulesOf: () => RULES },
      ...{ clock: new FixedClock(TODAY + 9 * 3_600_000), log: { warn: () => {} } },
      dayStart: (now) => now - (now % DAY_MS),
    })
  })
  afterEach(async () => {
    keeper.close()
    await test.dispose()
  })

  it('is kept for every queue: whole, by agent and by hour; today and what was before it are not', async () => {
    const { db } = test.database
    const visits = [-2, -1, 0].flatMap((day) => {
      const enteredAt = TODAY + day * DAY_MS + 3_600_000
      return [aVisit({ enteredAt }), aVisit({ enteredAt, queue: 'sales' })]
    })
    await db.insertInto('visits').values(visits.map(rowOf)).execute()
    expect(await keeper.keep()).toBe(true)
    expect(await keeper.keep()).toBe(false)
    const days = await db.selectFrom('kept_days').selectAll().where('is_kept', '=', 1).execute()
    expect(days.map(({ queue, apart, from_at }) => [queue, apart, (from_at - TODAY) / DAY_MS]).sort()).toEqual([
      ...['3600000', 'agent', 'day'].map((apart) => ['sales', apart, -1]),
      ...['3600000', 'agent', 'day'].map((apart) => ['support', apart, -1]),
    ])
  })

  it('where nobody ever called, there is nothing to do', async () => {
    expect(await keeper.keep()).toBe(false)
  })
})
