import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import type { KpiRules } from '@/lib/domain/kpi'
import { aQueue, PBX } from '@/lib/domain/testing/records'
import { aTurnedAway, aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import { offeredOf } from '@/lib/kpi/tally'
import type { Database } from '@/server/db/types'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { keepFilled } from '../import/filled'
import { Gaps } from '../visits/gaps'
import { keepTurnedAway } from '../visits/turned-away'
import { rowOf } from '../visits/visit-rows'
import { VisitWriter } from '../visits/visit-writer'
import { FigureKeeper } from './figure-keeper'

const MINUTE = 60_000
const NOON = Date.UTC(2026, 10, 23, 12)
const QUEUE = aQueue('support')

describe.each(databases)('the figures of a queue ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('are there before the first call, and all of them nothing', async () => {
    const house = await openHouse(test)
    expect(offeredOf(house.kpi().windows.today)).toBe(0)
    expect(house.kpi()).toMatchObject({ since: Date.UTC(2026, 10, 23), unseenMs: { today: 0 } })
  })

  it('count each visit once, however often it is told of', async () => {
    const house = await openHouse(test)
    const visit = aVisit({ enteredAt: NOON, waits: 10 })
    house.tell(visit)
    house.tell(visit)
    house.tell({ ...visit, talkEndedAt: NOON + 70_000, endedBy: 'agent' })
    house.tell({ ...visit, talkEndedAt: NOON + 70_000, endedBy: 'agent' })
    expect(house.kpi().windows.today).toMatchObject({ answered: 1, answeredInTime: 1, talks: 1, talkMs: 60_000 })
  })

  it('count a wrap-up once it is over, once, and for the time at which the waiting ended', async () => {
    const house = await openHouse(test)
    const talked = aVisit({ enteredAt: NOON, waits: 10, talks: 60 })
    house.tell(talked)
    house.clock.advance(16 * MINUTE)
    expect(house.kpi().windows.today).toMatchObject({ talks: 1, wrapUps: 0, wrapUpMs: 0 })
    const wrappedUp = { ...talked, wrapUpMs: 20_000 }
    house.tell(wrappedUp)
    house.tell({ ...wrappedUp, endedBy: 'agent' })
    const { today, last15, last30 } = house.kpi().windows
    expect([today, last15, last30].map((tally) => [tally.wrapUps, tally.wrapUpMs])).toEqual([
      [1, 20_000],
      [0, 0],
      [1, 20_000],
    ])
    await house.writer.write()
    const after = await openHouse(test, NOON + 20 * MINUTE)
    after.tell(wrappedUp)
    expect(after.kpi().windows.today).toEqual(today)
  })

  it('slide: a visit leaves the last quarter of an hour, then the half, then the hour, and stays in today', async () => {
    const house = await openHouse(test)
    house.tell(aVisit({ enteredAt: NOON, waits: 0 }))
    const left = () => Object.values(house.kpi().windows).map(offeredOf)
    expect(left()).toEqual([1, 1, 1, 1])
    house.clock.advance(15 * MINUTE + 10_000)
    expect(left()).toEqual([1, 0, 1, 1])
    house.clock.advance(15 * MINUTE)
    expect(left()).toEqual([1, 0, 0, 1])
    house.clock.advance(30 * MINUTE)
    expect(left()).toEqual([1, 0, 0, 0])
  })

  it('begin anew with the day, and keep the last hour across midnight', async () => {
    const house = await openHouse(test, Date.UTC(2026, 10, 23, 23, 50))
    house.tell(aVisit({ enteredAt: house.clock.now(), waits: 5 }))
    house.clock.advance(11 * MINUTE)
    expect(offeredOf(house.kpi().windows.today)).toBe(0)
    expect(offeredOf(house.kpi().windows.last15)).toBe(1)
    expect(house.kpi().since).toBe(Date.UTC(2026, 10, 24))
  })

  it('of the first minutes of a day are there though nobody looked since midnight, after a restart too', async () => {
    const midnight = Date.UTC(2026, 10, 24)
    const visits = [midnight - MINUTE, midnight + MINUTE].map((enteredAt) => aVisit({ enteredAt, waits: 5 }))
    const before = await openHouse(test, midnight - 2 * MINUTE)
    for (const visit of visits) before.tell(visit)
    before.clock.advance(5 * MINUTE)
    expect([offeredOf(before.kpi().windows.today), offeredOf(before.kpi().windows.last15)]).toEqual([1, 2])
    await before.writer.write()
    const after = await openHouse(test, midnight + 10 * MINUTE)
    expect([offeredOf(after.kpi().windows.today), offeredOf(after.kpi().windows.last15)]).toEqual([1, 2])
  })

  it('count whom the queue did not let in beside them, today and lately, over a restart', async () => {
    const house = await openHouse(test)
    const away = aTurnedAway({ at: NOON })
    house.keeper.takeTurnedAway(away)
    house.keeper.takeTurnedAway(away)
    expect(house.kpi().turnedAway).toEqual({ today: 1, last15: 1, last30: 1, last60: 1 })
    expect(offeredOf(house.kpi().windows.today)).toBe(0)
    await keepTurnedAway(test.database, [away])
    house.clock.advance(20 * MINUTE)
    expect(house.kpi().turnedAway).toEqual({ today: 1, last15: 0, last30: 1, last60: 1 })
    const after = await openHouse(test, NOON + 70 * MINUTE)
    expect(after.kpi().turnedAway).toEqual({ today: 1, last15: 0, last30: 0, last60: 0 })
  })

  it('come back after a restart, and go on without counting anything twice', async () => {
    const before = await openHouse(test)
    const talks = aVisit({ enteredAt: NOON, waits: 30 })
    for (const visit of [talks, aVisit({ enteredAt: NOON, ending: 'hungUp', waits: 40 })]) before.tell(visit)
    await before.writer.write()
    const after = await openHouse(test, NOON + 2 * MINUTE)
    after.tell(talks)
    after.tell({ ...talks, talkEndedAt: NOON + 90_000 })
    expect(after.kpi().windows.today).toMatchObject({
      answered: 1,
      answeredInTime: 0,
      lost: 1,
      talks: 1,
      talkMs: 60_000,
    })
  })

  it('are computed anew, the past included, when the rules change', async () => {
    const house = await openHouse(test)
    house.tell(aVisit({ enteredAt: NOON, waits: 25 }))
    expect(house.kpi().windows.today.answeredInTime).toBe(0)
    house.rules.thresholdMs = 30_000
    house.queuesChanged()
    await expect.poll(() => house.kpi().windows.today.answeredInTime).toBe(1)
    expect(house.kpi().rules.thresholdMs).toBe(30_000)
  })

  it('follow what another process imports, and count no more as unseen what a log told of', async () => {
    const house = await openHouse(test)
    const gap = { from: NOON, to: NOON + 2 * MINUTE }
    await new Gaps(test.database, PBX).add(gap)
    house.clock.advance(2 * MINUTE)
    house.keeper.sees(null, gap)
    expect(house.kpi().unseenMs.today).toBe(2 * MINUTE)
    await test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: NOON, waits: 10 })))
      .execute()
    await keepFilled(test.database, PBX, { from: NOON, to: NOON + 1.5 * MINUTE })
    house.clock.advance(MINUTE)
    await expect.poll(() => house.kpi().windows.today.answered).toBe(1)
    expect(house.kpi().unseenMs).toMatchObject({ today: MINUTE / 2, last15: MINUTE / 2 })
  })

  it('count what was imported once it can be read, should the database be away at first', async () => {
    const away = { is: false }
    const house = await openHouse({ ...test, database: awayAtTimes(test.database, away) })
    await test.database.db
      .insertInto('visits')
      .values(rowOf(aVisit({ enteredAt: NOON, waits: 10 })))
      .execute()
    await keepFilled(test.database, PBX, { from: NOON, to: NOON + MINUTE })
    away.is = true
    house.clock.advance(MINUTE)
    await expect.poll(() => house.warnings.length).toBeGreaterThan(0)
    expect(house.kpi().windows.today.answered).toBe(0)
    away.is = false
    await expect
      .poll(() => {
        house.clock.advance(MINUTE / 2)
        return house.kpi().windows.today.answered
      })
      .toBe(1)
  })

  it('of today are counted once they can be read, should the database be away when the process starts', async () => {
    const visit = aVisit({ enteredAt: NOON, waits: 10 })
    await test.database.db.insertInto('visits').values(rowOf(visit)).execute()
    const away = { is: true }
    const house = await openHouse({ ...test, database: awayAtTimes(test.database, away) })
    house.tell(aVisit({ enteredAt: NOON, waits: 10 }))
    expect(house.kpi().windows.today.answered).toBe(1)
    house.clock.advance(4_000)
    expect(house.warnings).toHaveLength(1)
    away.is = false
    await expect
      .poll(() => {
        house.clock.advance(MINUTE / 2)
        return house.kpi().windows.today.answered
      })
      .toBe(2)
  })

  it('stay today’s though the PBX’s clock leaps into another day', async () => {
    const house = await openHouse(test)
    house.tell(aVisit({ enteredAt: NOON, waits: 10 }))
    house.tell(aVisit({ enteredAt: NOON + 1_440 * MINUTE, waits: 10 }))
    house.tell(aVisit({ enteredAt: NOON + MINUTE, waits: 10 }))
    expect(house.kpi().windows.today.answered).toBe(3)
    expect(house.kpi().since).toBe(Date.UTC(2026, 10, 23))
  })

  it('are today’s again once our own clock, which leapt into another day, is put right', async () => {
    const house = await openHouse(test)
    house.tell(aVisit({ enteredAt: NOON, waits: 10 }))
    house.clock.step(1_440 * MINUTE)
    expect(offeredOf(house.kpi().windows.today)).toBe(0)
    house.clock.step(-1_440 * MINUTE)
    await expect
      .poll(() => {
        house.clock.advance(5_000)
        return house.kpi().windows.today.answered
      })
      .toBe(1)
    house.tell(aVisit({ enteredAt: NOON + MINUTE, waits: 10 }))
    expect(house.kpi()).toMatchObject({ since: Date.UTC(2026, 10, 23), windows: { today: { answered: 2 } } })
  })

  it('say how much of them nobody saw, while it lasts and afterwards', async () => {
    const house = await openHouse(test)
    house.keeper.sees(NOON, null)
    house.clock.advance(2 * MINUTE)
    expect(house.kpi().unseenMs).toMatchObject({ today: 2 * MINUTE, last15: 2 * MINUTE })
    house.keeper.sees(null, { from: NOON, to: NOON + 2 * MINUTE })
    house.clock.advance(14 * MINUTE)
    expect(house.kpi().unseenMs).toMatchObject({ today: 2 * MINUTE, last15: MINUTE })
  })
})

/** A database of which visits cannot be read while it is away. */
function awayAtTimes(database: Database, away: { is: boolean }): Database {
  const db = new Proxy(database.db, {
    get(whole, name) {
      const own: unknown = Reflect.get(whole, name)
      if (name !== 'selectFrom') return typeof own === 'function' ? own.bind(whole) : own
      return (table: never) => {
        if (away.is && table === 'visits') throw new Error('the database is away')
        return whole.selectFrom(table)
      }
    },
  })
  return { ...database, db }
}

async function openHouse({ database }: TestDatabase, at = NOON) {
  const clock = new FixedClock(at)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  const source = store.attach({ tables })
  tables.queues.set(QUEUE.id, QUEUE)
  source.touched()
  store.flush()
  const writer = new VisitWriter({ database, clock, log: silentLog })
  const rules: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }
  const warnings: unknown[] = []
  const log = { warn: (...what: unknown[]) => void warnings.push(what) }
  const keeper = new FigureKeeper({
    ...{ session: { pbx: PBX }, store, database, clock, log, written: () => writer.write() },
    rulesOf: () => ({ ...rules }),
    dayStart: (now) => dayStart(now, 'UTC', 0),
  })
  await keeper.start()
  return {
    ...{ clock, keeper, writer, rules, warnings },
    tell(visit: Visit) {
      writer.put(visit)
      keeper.take(visit)
    },
    queuesChanged() {
      tables.queues.set(QUEUE.id, { ...QUEUE, completed: QUEUE.completed + 1 })
      source.touched()
      store.flush()
      clock.advance(200)
    },
    kpi() {
      clock.advance(200)
      store.flush()
      const kpi = store.tables.kpis.get(QUEUE.id)
      if (!kpi) throw new Error('the queue has no figures')
      return kpi
    },
  }
}
