import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KpiRules } from '@/lib/domain/kpi'
import { fc } from '@/lib/domain/testing/random'
import { aVisit } from '@/lib/domain/testing/visits'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import { weekHourAt, weekHourKey, weekHourOf } from '@/lib/domain/week-hour'
import { Zone } from '@/lib/domain/zone'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { waitOf } from '@/lib/kpi/kind'
import { addTally, addVisit, emptyTally } from '@/lib/kpi/tally'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { sumsIn } from './sums'
import { keepOnly } from './testing/keep-only'
import { visitsIn } from './visits-in'
import { type Offset, offsetsIn, touches } from './week-hour'
import type { Within } from './within'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Both changes of the clock in Europe, and those of the other half of the world. */
const YEAR = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }
const CHANGES = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z', '2026-10-03T15:30Z'].map(Date.parse)
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/New_York', 'UTC']
const BY_TIME = { sort: 'time', down: false } as const
const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }

/** Most of them near a change of some clock. */
const leftAt = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -5 * HOUR_MS, max: 5 * HOUR_MS }))
    .map(([at, off]) => at + off),
  fc.integer({ min: YEAR.from, max: YEAR.to - 1 }),
)
const visit: fc.Arbitrary<Visit> = fc
  .record({
    leftAt,
    waitMs: fc.constantFrom(0, 4_999, 5_000, 9_999, 10_000, 60_000),
    talkMs: fc.option(fc.constantFrom(0, 14_999, 15_000, 300_000)),
    heldMs: fc.constantFrom(0, 1),
    ending: fc.constantFrom(...ENDINGS),
    queue: fc.constantFrom('support', 'sales'),
  })
  .map(({ leftAt, waitMs, talkMs, ...one }) => {
    const [enteredAt, answeredAt] = [leftAt - waitMs, one.ending === 'answered' ? leftAt : null]
    const talkEndedAt = answeredAt === null || talkMs === null ? null : answeredAt + talkMs
    return aVisit({ ...one, enteredAt, leftAt, answeredAt, talkEndedAt })
  })
const limit = fc.option(fc.constantFrom(0, 5_000, 10_000, 15_000), { nil: undefined })
const limits = fc.record({ minWaitMs: limit, waitBelowMs: limit, minTalkMs: limit, talkBelowMs: limit })
type Limits = { [K in 'minWaitMs' | 'waitBelowMs' | 'minTalkMs' | 'talkBelowMs']: number | undefined }

describe.each(databases)('a part of the visits, found by $kind', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const keep = (visits: readonly Visit[]) => keepOnly(test.database, visits)

  async function idsOf(within: Within): Promise<string[]> {
    const ids: string[] = []
    for await (const { id } of visitsIn(test.database, { ...YEAR, queues: null, ...within }, BY_TIME)) ids.push(id)
    return ids.toSorted()
  }

  async function tallyOf(within: Within) {
    let tally = emptyTally()
    const wanted = { ...YEAR, queues: ['support', 'sales'], agent: null, within }
    for await (const sum of sumsIn(test.database, wanted, () => RULES, { stepMs: null, agents: false }))
      tally = addTally(tally, sum.tally)
    return tally
  }

  function added(visits: readonly Visit[]) {
    const tally = emptyTally()
    for (const one of visits) addVisit(tally, one, RULES)
    return tally
  }

  it('an hour of the week is that of a clock there, whichever way it was moved, in the list as in the sums', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(visit, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...ZONES),
        async (all, name) => {
          await keep(all)
          const { zone, offsets } = await clocksOf(name)
          const keyOf = (one: Visit) => weekHourKey(weekHourAt(one.leftAt ?? 0, zone))
          for (const key of new Set(all.slice(0, 2).map(keyOf))) {
            const hour = weekHourOf(key)
            if (hour === null) throw new Error(key)
            const expected = all.filter((one) => keyOf(one) === key)
            expect(await idsOf({ weekHour: { hour, offsets } })).toEqual(expected.map(({ id }) => id).toSorted())
            expect(await tallyOf({ weekHour: { hour, offsets } })).toEqual(added(expected))
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('waits and talks of some length are those of lib/kpi, the lower end included, the upper one not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { maxLength: 40 }), limits, async (all, asked) => {
        await keep(all)
        const expected = all.filter((one) => isWithin(one, asked))
        const within = Object.fromEntries(Object.entries(asked).filter(([, ms]) => ms !== undefined))
        expect(await idsOf(within)).toEqual(expected.map(({ id }) => id).toSorted())
        expect(await tallyOf(within)).toEqual(added(expected))
      }),
      { numRuns: 40 },
    )
  })

  it('of a span in which nothing can have happened there is nothing', async () => {
    await keep([aVisit({ enteredAt: YEAR.from + DAY_MS })])
    expect(await idsOf({ weekHour: { hour: { weekday: 5, hour: 0 }, offsets: [] } })).toEqual([])
  })
})

const clocks = new Map<string, { zone: Zone; offsets: Offset[] }>()

/** Reckoned once for each zone. */
async function clocksOf(name: string) {
  const zone = new Zone(name)
  const known = clocks.get(name) ?? { zone, offsets: await offsetsIn(YEAR, zone) }
  clocks.set(name, known)
  return known
}

describe('an hour of the week', () => {
  const berlin = new Zone('Europe/Berlin')

  it('clocks are told to go otherwise from the very moment at which they are moved', async () => {
    const [spring = 0, autumn = 0] = CHANGES
    expect(await offsetsIn(YEAR, berlin)).toEqual([
      { until: spring, offset: HOUR_MS },
      { until: autumn, offset: 2 * HOUR_MS },
      { until: YEAR.to, offset: HOUR_MS },
    ])
  })

  it('is touched by a span that has any moment of it: the hour that spring skips by none of that day', () => {
    const sundayAt2 = { weekday: 7, hour: 2 }
    const day = { from: Date.parse('2026-03-28T23:00Z'), to: Date.parse('2026-03-29T22:00Z') }
    expect(touches(day, sundayAt2, berlin)).toBe(false)
    expect(touches({ from: day.from - 7 * DAY_MS, to: day.to }, sundayAt2, berlin)).toBe(true)
    const autumn = Date.parse('2026-10-25T01:59:59Z')
    expect(touches({ from: autumn, to: autumn + 1_000 }, sundayAt2, berlin)).toBe(true)
    expect(touches({ from: autumn + 1_000, to: autumn + 2_000 }, sundayAt2, berlin)).toBe(false)
  })

  it('is no other than the 168 there are', () => {
    expect(weekHourOf('3|14')).toEqual({ weekday: 3, hour: 14 })
    for (const key of ['0|1', '8|1', '1|24', '1|-1', '1|01', '', '1', "1|1' or 1"]) expect(weekHourOf(key)).toBeNull()
  })
})

function isWithin(visit: Visit, { minWaitMs, waitBelowMs, minTalkMs, talkBelowMs }: Limits): boolean {
  const { answeredAt, talkEndedAt, heldMs } = visit
  const wait = waitOf(visit)
  const talk = answeredAt === null || talkEndedAt === null ? null : Math.max(0, talkEndedAt - answeredAt - heldMs)
  const lies = (ms: number | null, least: number | undefined, below: number | undefined) =>
    (least === undefined || (ms !== null && ms >= least)) && (below === undefined || (ms !== null && ms < below))
  return lies(wait, minWaitMs, waitBelowMs) && lies(talk, minTalkMs, talkBelowMs)
}
