import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dayStart, midnightBefore } from '@/lib/domain/day-start'
import { aCall, aCaller, aLink, aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import type { Phone } from '@/lib/protocol/viewer'
import { myDay } from '@/server/api/me/my-day'
import type { PhoneChannel } from '@/server/socket/mine/own-phones'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { History } from './history'
import { named } from './named'
import { numberKey } from './number-key'
import { Recorder } from './recorder'

const NUMBER = '+49 170 1234567'
const ANA: Phone = { pbx: PBX, interface: 'PJSIP/101', exten: '101', label: null }
const BEN: Phone = { pbx: PBX, interface: 'PJSIP/102', exten: '102', label: null }

describe.each(databases)('calls that ended, on $kind', ({ open }) => {
  let test: TestDatabase
  let house: ReturnType<typeof openHouse>
  let history: History
  beforeEach(async () => {
    test = await open()
    house = openHouse(test)
    history = new History(test.database)
  })
  afterEach(async () => {
    await house.recorder.close()
    await test.dispose()
  })

  it('at a phone are told to whom it belongs, the newest first', async () => {
    house.call('1', { rings: ['101'], answers: '101', waits: 10, talks: 60 })
    house.call('2', { rings: ['102'], waits: 5, talks: 0 })
    house.dials('3', '101', '0301234', 30)
    await house.recorder.write()
    const all = await history.recent([ANA], 'all', 50)
    expect(all.map((call) => [call.direction, call.number, call.outcome, call.wait_ms, call.talk_ms])).toEqual([
      ['out', '0301234', 'answered', null, 30_000],
      ['in', NUMBER, 'answered', 10_000, 60_000],
    ])
    expect((await history.recent([ANA], 'out', 50)).map(({ number }) => number)).toEqual(['0301234'])
    expect(await history.recent([ANA], 'missed', 50)).toEqual([])
    expect((await history.recent([BEN], 'missed', 50)).map(({ outcome }) => outcome)).toEqual(['noAnswer'])
    expect(await history.recent([], 'all', 50)).toEqual([])
  })

  it('that talked before we looked are answered, though nobody knows since when', async () => {
    house.dials('1', '101', '0301234', 30, null)
    await house.recorder.write()
    const all = await history.recent([ANA], 'all', 50)
    expect(all.map(({ outcome, talk_ms: talk }) => [outcome, talk])).toEqual([['answered', null]])
  })

  it('with a number that somebody waits for are told while they go on, by whom they are made or taken', async () => {
    const told: unknown[] = []
    const answered = house.clock.now()
    house.ear.wanted = '1234'
    house.ear.told = told
    house.dials('1', '101', '0301234', 30, null)
    house.dials('2', '101', '0301234', 30)
    house.dials('3', '101', '0305678', 30)
    house.call('4', { rings: ['101', '102'], answers: '102', waits: 5, talks: 60, number: '0301234' })
    const out = { endpoint: 'pjsip/101', direction: 'out', number: '0301234' }
    const taken = { endpoint: 'pjsip/102', direction: 'in', number: '0301234', answeredAt: answered + 95_000 }
    expect(told).toMatchObject([[{ ...out, answeredAt: answered }], '1', [out], '2', '3', [], [taken], '4'])
  })

  it('are known again by the number, however it is written, with who talked last', async () => {
    house.call('1', { rings: [], waits: 20, talks: 0 })
    house.call('2', { rings: ['102', '101'], answers: '101', waits: 5, talks: 60 })
    await house.recorder.write()
    const previous = await history.previous(PBX, '00491701234567')
    expect(previous).toMatchObject({ count: 2, last: { queue: 'support', agent: 'pjsip/101', outcome: 'answered' } })
    expect(named(previous, PBX, house.store.tables).last?.agent).toBe('Ana')
    expect(await history.previous(PBX, '999')).toEqual({ count: 0, last: null })
    expect(await history.previous(PBX, 'anonymous')).toEqual({ count: 0, last: null })
  })

  it('wait for a database that is away, say so, and lose nothing', async () => {
    const { db } = test.database
    await db.schema.alterTable('recent_calls').renameTo('away').execute()
    house.call('1', { rings: ['101'], answers: '101', waits: 10, talks: 60 })
    await house.recorder.write()
    expect(house.recorder.state).toMatchObject({ waiting: 1, lost: 0, error: expect.stringContaining('recent_calls') })
    await db.schema.alterTable('away').renameTo('recent_calls').execute()
    await house.recorder.write()
    expect(house.recorder.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await history.recent([ANA], 'all', 50)).toHaveLength(1)
  })

  it('add up to a day', async () => {
    house.call('1', { rings: ['101'], answers: '101', waits: 10, talks: 60 })
    house.call('2', { rings: ['101'], waits: 10, talks: 0 })
    house.dials('3', '101', '0301234', 30)
    await house.recorder.write()
    expect(myDay(await history.since([ANA], 0), 7, 5, null)).toEqual({
      ...{ now: 7, since: 5, answered: 1, notTaken: 1, dialled: 1, talkMs: 90_000, averageTalkMs: 45_000, time: null },
    })
  })

  it('older than 30 days are forgotten', async () => {
    house.call('1', { rings: ['101'], answers: '101', waits: 10, talks: 60 })
    await house.recorder.write()
    const later = openHouse(test, house.clock.now() + 31 * 86_400_000)
    await later.recorder.tidy()
    await later.recorder.close()
    expect(await history.recent([ANA], 'all', 50)).toEqual([])
  })
})

describe('a number', () => {
  it.each([
    ['+49 170 1234567', '701234567'],
    ['0170/1234567', '701234567'],
    ['117', '117'],
    ['anonymous', null],
    [null, null],
  ])('%s is known by %s', (number, key) => {
    expect(numberKey(number)).toBe(key)
  })
})

describe('a day that starts at 5:30', () => {
  const HALF_PAST_FIVE = 5.5 * 3_600_000
  it.each([
    ['before', '2026-11-23T04:29:59Z', 'Europe/Berlin', '2026-11-22T04:30:00.000Z'],
    ['at it', '2026-11-23T04:30:00Z', 'Europe/Berlin', '2026-11-23T04:30:00.000Z'],
    ['on the day of 23 hours', '2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-29T03:30:00.000Z'],
    ['on the day of 25 hours', '2026-10-25T10:00:00Z', 'Europe/Berlin', '2026-10-25T04:30:00.000Z'],
    ['before it on the day after 25 hours', '2026-10-26T04:00:00Z', 'Europe/Berlin', '2026-10-25T04:30:00.000Z'],
  ])('%s', (_when, now, zone, start) => {
    expect(new Date(dayStart(Date.parse(now), zone, HALF_PAST_FIVE)).toISOString()).toBe(start)
  })

  it.each([
    ['in spring, at an hour that the clock skips', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', 2.5 * 3_600_000],
    ['in autumn, at an hour that comes twice', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 2.5 * 3_600_000],
  ])('turns once a day: %s', (_when, from, to, start) => {
    const turns = new Set<number>()
    for (let at = Date.parse(from); at <= Date.parse(to); at += 60_000) turns.add(dayStart(at, 'Europe/Berlin', start))
    expect(turns.size).toBe(3)
  })
})

describe('a day, whenever it starts and wherever clocks are changed,', () => {
  const HOUR = 3_600_000
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    // Midnight is skipped, or the last hour before it comes twice.
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Asia/Beirut', '2026-03-29', 23],
    // Midnight comes twice.
    ['America/Havana', '2026-11-01', 25],
    ['Atlantic/Azores', '2026-10-25', 25],
    // The day's last hour is skipped.
    ['America/Nuuk', '2026-03-28', 23],
    // Half an hour.
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ])('begins once in %s around %s, which has %d hours', (zone, date, hours) => {
    for (const start of [0, 0.25, 0.5, 1, 2, 2.5, 5, 12, 22.5, 23, 23.75]) {
      const days = new Set<number>()
      const noon = Date.parse(`${date}T12:00Z`)
      for (let at = noon - 60 * HOUR; at <= noon + 60 * HOUR; at += HOUR / 4) {
        const day = dayStart(at, zone, start * HOUR)
        expect(day, 'has begun').toBeLessThanOrEqual(at)
        expect(dayStart(day, zone, start * HOUR), 'begins when it begins').toBe(day)
        days.add(day)
      }
      const all = [...days]
      expect(all, 'one after the other').toEqual(all.toSorted((one, other) => one - other))
      const lengths = all.slice(1).map((day, index) => (day - (all[index] ?? 0)) / HOUR)
      const off = Math.abs(hours - 24)
      expect(Math.max(...lengths.map((one) => Math.abs(one - 24)))).toBeLessThanOrEqual(off)
      expect(lengths.reduce((sum, one) => sum + one - 24, 0)).toBe(hours - 24)
    }
  })
})

describe('the day began', () => {
  it.each([
    ['in Berlin', '2026-11-23T10:00:00.500Z', 'Europe/Berlin', '2026-11-22T23:00:00.000Z'],
    ['in Kathmandu', '2026-11-23T18:20:00Z', 'Asia/Kathmandu', '2026-11-23T18:15:00.000Z'],
    ['on a day of 23 hours', '2026-03-29T10:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['on a day of 25 hours', '2026-10-25T10:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['at midnight itself', '2026-11-23T00:00:00Z', 'UTC', '2026-11-23T00:00:00.000Z'],
  ])('%s', (_where, now, zone, midnight) => {
    expect(new Date(midnightBefore(Date.parse(now), zone)).toISOString()).toBe(midnight)
  })
})

type Visit = { rings: readonly string[]; answers?: string; waits: number; talks: number; number?: string }

/** A queue with Ana (101) and Ben (102), where calls come and end as a test says; durations in seconds. */
function openHouse({ database }: TestDatabase, now?: number) {
  const clock = new FixedClock(now)
  const tables = emptySourceTables()
  const store = createLiveStore({ clock })
  const source = store.attach({ tables, link: () => aLink() })
  const channels = new Map<string, PhoneChannel>()
  const queue = aQueue('support')
  tables.queues.set(queue.id, queue)
  for (const [phone, name] of Object.entries({ 101: 'Ana', 102: 'Ben' })) {
    const member = aMember('support', phone, { name, interface: `PJSIP/${phone}` })
    tables.members.set(member.id, member)
  }
  const flush = () => {
    source.touched()
    store.flush()
  }
  flush()
  const channelOf = (_pbx: string, uniqueid: string) => channels.get(uniqueid)
  const ear = { wanted: 'nobody', told: [] as unknown[] }
  const recorder = new Recorder({
    ...{ database, store, channelOf, clock, log: silentLog },
    ear: {
      wants: (number) => number.endsWith(ear.wanted),
      hear: (_call, as) => ear.told.push(as),
      over: (call) => ear.told.push(call.slice(call.lastIndexOf('|') + 1)),
    },
  })
  const phone = (name: string, key: string, state: number) => {
    const id = `${key}.${name}`
    channels.set(id, { name: `PJSIP/${name}-${key}`, endpoint: `pjsip/${name}`, state })
    return id
  }
  return {
    ...{ clock, store, recorder, ear },
    call(key: string, { rings, answers, waits, talks, number = NUMBER }: Visit) {
      const caller = aCaller('support', `${key}.in`, { joinedAt: clock.now() })
      const from = { number, name: null, channel: `PJSIP/trunk-${key}` }
      const startedAt = clock.now()
      const ringing = rings.map((name) => phone(name, key, 5))
      const call = aCall(key, {
        queue: queue.id,
        from,
        state: 'waiting',
        startedAt,
        channels: [`${key}.in`, ...ringing],
      })
      channels.set(`${key}.in`, { name: `PJSIP/trunk-${key}`, endpoint: 'pjsip/trunk', state: 6 })
      tables.callers.set(caller.id, caller)
      tables.calls.set(call.id, call)
      flush()
      clock.advance(waits * 1000)
      tables.callers.delete(caller.id)
      if (answers) {
        const up = phone(answers, key, 6)
        tables.calls.set(call.id, { ...call, state: 'talking', answeredAt: clock.now(), channels: [`${key}.in`, up] })
      }
      flush()
      clock.advance(talks * 1000)
      tables.calls.delete(call.id)
      flush()
    },
    dials(key: string, name: string, number: string, talks: number, answeredAt: number | null = clock.now()) {
      const own = phone(name, key, 6)
      const from = { number: name, name: null, channel: `PJSIP/${name}-${key}` }
      const to = { number, name: null, channel: `PJSIP/trunk-${key}` }
      const times = { startedAt: clock.now(), answeredAt, state: 'talking' } as const
      const call = aCall(key, { direction: 'outbound', from, to, ...times, channels: [own] })
      tables.calls.set(call.id, call)
      flush()
      clock.advance(talks * 1000)
      tables.calls.delete(call.id)
      flush()
    },
  }
}
