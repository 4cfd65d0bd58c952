import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import type { KpiRules } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { Zone } from '@/lib/domain/zone'
import { addVisit, emptyTally } from '@/lib/kpi/tally'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { rowOf } from '../visits/visit-rows'
import { makeReport, type ReportDeps } from './report'

const HOUR_MS = 3_600_000
/** Clocks in Berlin go back in the night to the 25th, and those of Lord Howe by half an hour three weeks before. */
const SPANS = ['2026-10-23T07:10Z', '2026-10-03T00:00Z'].map((from) => {
  return { from: Date.parse(from), to: Date.parse(from) + 4 * 24 * HOUR_MS }
})
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: ['hungUp', 'timedOut'] }
const ENDINGS = ['answered', 'hungUp', 'timedOut', 'key', 'unknown'] as const

const history = fc.record({
  span: fc.constantFrom(...SPANS),
  timeZone: fc.constantFrom(...ZONES),
  startMs: fc.constantFrom(0, 5 * HOUR_MS, 5.5 * HOUR_MS),
  visits: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 4 * 24 * HOUR_MS }),
      waits: fc.integer({ min: 0, max: 40 }),
      ending: fc.constantFrom(...ENDINGS),
    }),
    { maxLength: 40 },
  ),
})

describe.each(databases)('a report of days, made by $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('has each visit in the row of its time, at first as when its days are kept', async () => {
    const { database } = test
    await fc.assert(
      fc.asyncProperty(history, async ({ span, timeZone, startMs, visits }) => {
        await database.db.deleteFrom('visits').execute()
        const all = visits.map(({ at, ...fields }) => aVisit({ enteredAt: span.from + at, ...fields }))
        if (all.length > 0) await database.db.insertInto('visits').values(all.map(rowOf)).execute()
        const calendar = { timeZone, dayStart: (now: number) => dayStart(now, timeZone, startMs) }
        const deps = { database, tables: emptySourceTables(), rulesOf: () => RULES, calendar, keepingFromMs: 0 }
        for (const by of ['day', 'hour', 'halfHour'] as const) {
          const first = await reported(deps, by, span)
          expect(first).toEqual(first.map(({ from, to }) => ({ from, to, tally: tallyIn(all, from, to) })))
          expect(await reported(deps, by, span)).toEqual(first)
        }
      }),
      { numRuns: kind === 'sqlite' ? 30 : 10 },
    )
  })
})

/** Two weeks before the clocks go back, and two weeks after. */
const WEEKS = { from: Date.parse('2026-10-11T00:00Z'), to: Date.parse('2026-11-08T00:00Z') }
const weeks = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  /** Few hours of the week, so that each has visits of several weeks. */
  hours: fc.array(
    fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(0, 1, 2, 23, 100, 166)).map(([week, hour]) => 168 * week + hour),
    { maxLength: 30 },
  ),
})

describe.each(databases)('a report of the hours of the week, made by $kind', ({ kind, open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('has each visit in its hour by the clock on the wall, in whatever week, at first as when its days are kept', async () => {
    const { database } = test
    await fc.assert(
      fc.asyncProperty(weeks, async ({ timeZone, hours }) => {
        await database.db.deleteFrom('visits').execute()
        const all = hours.map((hour) => aVisit({ enteredAt: WEEKS.from + hour * HOUR_MS, waits: 0 }))
        if (all.length > 0) await database.db.insertInto('visits').values(all.map(rowOf)).execute()
        const calendar = { timeZone, dayStart: (now: number) => dayStart(now, timeZone, 0) }
        const deps = { database, tables: emptySourceTables(), rulesOf: () => RULES, calendar, keepingFromMs: 0 }
        const zone = new Zone(timeZone)
        const expected: Record<string, number> = {}
        for (const { leftAt } of all) {
          const shown = new Date((leftAt ?? 0) + zone.offset(leftAt ?? 0))
          const key = `${shown.getUTCDay() || 7}|${shown.getUTCHours()}`
          expected[key] = (expected[key] ?? 0) + 1
        }
        expect(await byHours(deps)).toEqual(expected)
        expect(await byHours(deps)).toEqual(expected)
      }),
      { numRuns: kind === 'sqlite' ? 15 : 6 },
    )
  })
})

async function byHours(deps: ReportDeps): Promise<Record<string, number>> {
  const wanted = { ...WEEKS, queues: null, agent: null, compare: false, now: WEEKS.to, gaps: [] }
  const { rows } = await makeReport(deps, { ...wanted, by: 'weekdayHour' })
  return Object.fromEntries(rows.flatMap(({ key, tally }) => (tally.waits > 0 ? [[key, tally.waits]] : [])))
}

type Row = { from: number; to: number; tally: ReturnType<typeof emptyTally> }

async function reported(deps: ReportDeps, by: 'day' | 'hour' | 'halfHour', span: { from: number; to: number }) {
  const wanted = { ...span, by, queues: null, agent: null, compare: false, now: span.to, gaps: [] }
  const { rows } = await makeReport(deps, wanted)
  return rows.map(({ from, to, tally }): Row => ({ from: from ?? 0, to: to ?? 0, tally }))
}

function tallyIn(visits: readonly Visit[], from: number, to: number) {
  const tally = emptyTally()
  for (const visit of visits) {
    if (visit.leftAt !== null && visit.leftAt >= from && visit.leftAt < to) addVisit(tally, visit, RULES)
  }
  return tally
}
