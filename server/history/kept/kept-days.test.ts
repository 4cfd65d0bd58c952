import { sql, type Transaction } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { KEPT_SUMS_LOCK } from '@/server/db/migrations/kept-sums-triggers'
import type { Tables } from '@/server/db/tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { claimDays, daysKept, keepDays } from './kept-days'
import { rulesKey } from './rules-key'
import { sumsWithKept } from './sums-with-kept'

const DAY_MS = 86_400_000
const BEGIN = Date.UTC(2026, 10, 20)
const DAYS = [0, 1, 2].map((day) => ({ from: BEGIN + day * DAY_MS, to: BEGIN + (day + 1) * DAY_MS }))
const SPAN = { from: BEGIN, to: BEGIN + 3 * DAY_MS }
const NOW = BEGIN + 3 * DAY_MS
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: ['hungUp'] }
const KEPT = { queue: 'support', apart: 'day', rules: rulesKey(RULES) }

describe.each(databases)('days whose sums are kept by $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
    // Days before anybody called are not kept.
    await write(aVisit({ queue: 'sales', enteredAt: BEGIN }))
  })
  afterEach(() => test.dispose())

  const write = (visit: Visit) => test.database.db.insertInto('visits').values(rowOf(visit)).execute()
  const kept = async () => (await daysKept(test.database, KEPT, SPAN)).map(({ from }) => (from - BEGIN) / DAY_MS)

  async function report(rules: KpiRules = RULES, from = SPAN.from) {
    const { database } = test
    const deps = {
      database,
      rulesOf: () => rules,
      now: NOW,
      dayStart: (at: number) => at - (at % DAY_MS),
      keepingFromMs: DAY_MS,
    }
    const wanted = { ...SPAN, from, queues: ['support'], agent: null }
    let [answered, lost] = [0, 0]
    for await (const { tally } of sumsWithKept(deps, wanted, { stepMs: null, agents: false })) {
      answered += tally.answered
      lost += tally.lost
    }
    return { answered, lost }
  }

  it('are those that were reported once, those where nobody called included; a report of some hours keeps none', async () => {
    await write(aVisit({ enteredAt: BEGIN + DAY_MS }))
    await report(RULES, BEGIN + 2.5 * DAY_MS)
    expect(await kept()).toEqual([])
    expect(await report()).toEqual({ answered: 1, lost: 0 })
    expect(await kept()).toEqual([0, 1, 2])
    expect(await report()).toEqual({ answered: 1, lost: 0 })
  })

  it('are thrown away by a visit of theirs that is written, changed or deleted, and by nothing else', async () => {
    const { db } = test.database
    const visit = aVisit({ enteredAt: BEGIN + DAY_MS })
    await report()
    await write(visit)
    expect(await kept()).toEqual([0, 2])
    await report()
    await db.updateTable('visits').set({ number: null, number_key: null, name: null }).execute()
    expect(await kept()).toEqual([0, 1, 2])
    await db.updateTable('visits').set({ talk_ended_at: NOW }).execute()
    expect(await kept()).toEqual([0, 2])
    await report()
    await db.updateTable('visits').set({ left_at: BEGIN }).execute()
    expect(await kept()).toEqual([2])
    await report()
    await db.deleteFrom('visits').execute()
    expect(await kept()).toEqual([1, 2])
    expect(await db.selectFrom('kept_sums').selectAll().execute()).toEqual([])
  })

  it('stay where a write is taken back', async () => {
    await report()
    const taken = test.database.db.transaction().execute(async (tx) => {
      await tx
        .insertInto('visits')
        .values(rowOf(aVisit({ enteredAt: BEGIN })))
        .execute()
      throw new Error('no')
    })
    await expect(taken).rejects.toThrow('no')
    expect(await kept()).toEqual([0, 1, 2])
  })

  it('serve all formulas, whatever is lost; a switched limit counts the past anew', async () => {
    await write(aVisit({ enteredAt: BEGIN, ending: 'timedOut' }))
    await report()
    const before = await test.database.db.selectFrom('kept_days').selectAll().execute()
    expect(await report({ ...RULES, formula: 'SL1', lost: ['timedOut'] })).toEqual({ answered: 0, lost: 1 })
    expect(await test.database.db.selectFrom('kept_days').selectAll().execute()).toEqual(before)
    await report({ ...RULES, shortMs: 4_000 })
    expect(await kept()).toEqual([])
    await report()
    expect(await kept()).toEqual([0, 1, 2])
  })

  it('are not kept when a visit changes while they are summed', async () => {
    const claims = await claimDays(test.database, KEPT, DAYS)
    await write(aVisit({ enteredAt: BEGIN + DAY_MS }))
    await keepDays(test.database, claims, async () => {})
    expect(await kept()).toEqual([0, 2])
    expect(await report()).toEqual({ answered: 1, lost: 0 })
  })

  it('are summed by two at once without harm', async () => {
    await write(aVisit({ enteredAt: BEGIN }))
    expect(await Promise.all([report(), report(), report()])).toEqual(Array(3).fill({ answered: 1, lost: 0 }))
    expect(await report()).toEqual({ answered: 1, lost: 0 })
    expect(await kept()).toEqual([0, 1, 2])
  })

  it.runIf(kind === 'postgres')('wait for who is writing a visit, which nobody else sees yet', async () => {
    const { db } = test.database
    const order: string[] = []
    let claimed = Promise.resolve()
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('visits')
        .values(rowOf(aVisit({ enteredAt: BEGIN })))
        .execute()
      claimed = report().then(({ answered }) => void order.push(`reported ${answered}`))
      // The report waits for the lock of this transaction: the database itself says so.
      await waitedFor(tx)
      order.push('written')
    })
    await claimed
    expect(order).toEqual(['written', 'reported 1'])
    expect(await report()).toEqual({ answered: 1, lost: 0 })
  })
})

/** Resolves once somebody waits for a lock that this transaction holds. */
async function waitedFor(tx: Transaction<Tables>): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and objid = ${sql.lit(KEPT_SUMS_LOCK)}`.execute(tx)
    if (rows.length > 0) return
  }
}
