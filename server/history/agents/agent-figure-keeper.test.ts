import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { agentId, memberId } from '@/lib/domain/ids'
import { aQueue, PBX } from '@/lib/domain/testing/records'
import { aVisit } from '@/lib/domain/testing/visits'
import type { SpanState } from '@/lib/domain/time-line'
import { timeUntil } from '@/lib/kpi/agent-time'
import { silentLog } from '@/server/socket/testing/wallboard'
import { createLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { keepFilled } from '../import/filled'
import { rowOf as visitRowOf } from '../visits/visit-rows'
import { AgentFigureKeeper } from './agent-figure-keeper'
import { rowOf, upsertSpans } from './span-rows'

const MINUTE = 60_000
const DAY = Date.UTC(2026, 10, 23)
const NOON = DAY + 720 * MINUTE
const ANA = 'PJSIP/101'

describe.each(databases)('what an agent did today, live ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it('is the sums of what ended, and what goes on since when', async () => {
    const house = await openHouse(test)
    house.does('ready', NOON, NOON + MINUTE)
    house.does('paused', NOON + MINUTE, null, 'lunch')
    expect(house.kpi()).toMatchObject({ name: 'Ana', state: 'paused', reason: 'lunch', stateSince: NOON + MINUTE })
    expect(house.kpi()?.time.states).toMatchObject({ ready: MINUTE, paused: 0 })
    const kpi = house.kpi()
    expect(kpi && timeUntil(kpi, NOON + 3 * MINUTE)).toMatchObject({ pauses: [{ reason: 'lunch', ms: 2 * MINUTE }] })
  })

  it('counts a call once, however often it is told of, in its queue and over all', async () => {
    const house = await openHouse(test)
    const ring = { interface: ANA, at: NOON, rangMs: 15_000, outcome: 'noAnswer' } as const
    const visit = aVisit({ enteredAt: NOON, waits: 10, agent: ANA, rings: [ring] })
    for (const told of [
      visit,
      visit,
      { ...visit, talkEndedAt: NOON + 70_000 },
      { ...visit, talkEndedAt: NOON + 70_000 },
    ]) {
      house.calls(told)
    }
    const expected = { answered: 1, missed: 1, talks: 1, talkMs: MINUTE, heldMs: 0 }
    expect(house.kpi()).toMatchObject(expected)
    expect(house.kpi('support')).toMatchObject(expected)
    expect(house.kpi('sales')).toBeUndefined()
  })

  it('begins anew with the day, what goes on too, and without who is gone', async () => {
    const house = await openHouse(test)
    house.does('ready', NOON, null)
    house.does('ready', NOON, NOON + MINUTE, null, 'PJSIP/102')
    house.calls(aVisit({ enteredAt: NOON, agent: ANA }))
    house.clock.advance(DAY + 1440 * MINUTE + 5_000 - NOON)
    const since = DAY + 1440 * MINUTE
    expect(house.kpi()).toMatchObject({ since, stateSince: since, answered: 0 })
    expect(house.kpi('', 'PJSIP/102')).toBeUndefined()
    house.does('ready', NOON, since + 2 * MINUTE)
    expect(house.kpi()?.time.states.ready).toBe(2 * MINUTE)
  })

  it('counts what comes in the first moments of a day for that day, and no state for longer than it lasts', async () => {
    const house = await openHouse(test)
    const since = DAY + 1440 * MINUTE
    house.clock.advance(since - 3_700 - house.clock.now())
    house.kpi()
    house.clock.advance(since + 40 - house.clock.now())
    house.calls(aVisit({ enteredAt: since - 10_000, leftAt: since + 20, agent: ANA }))
    house.does('ready', since + 10, since + 30)
    house.does('paused', since + 30, null)
    expect(house.kpi()).toMatchObject({ since, answered: 1, state: 'paused', stateSince: since + 30 })
    expect(house.kpi()?.time.states.ready).toBe(20)
  })

  it('counts a call for whoever picked it up, though that is told after the answer', async () => {
    const house = await openHouse(test)
    const visit = aVisit({ enteredAt: NOON, waits: 10, agent: ANA, talkEndedAt: null })
    house.calls(visit)
    const taken = { ...visit, agent: 'PJSIP/102', agentName: 'Bo' }
    house.calls(taken)
    house.calls({ ...taken, talkEndedAt: NOON + 70_000 })
    for (const queue of ['', 'support']) {
      expect(house.kpi(queue)).toMatchObject({ answered: 0, talks: 0 })
      expect(house.kpi(queue, 'PJSIP/102')).toMatchObject({ name: 'Bo', answered: 1, talks: 1, talkMs: MINUTE })
    }
    await test.database.db.insertInto('visits').values(visitRowOf(visit)).execute()
    const restarted = await openHouse(test)
    restarted.calls(taken)
    expect([restarted.kpi()?.answered, restarted.kpi('', 'PJSIP/102')?.answered]).toEqual([0, 1])
  })

  it('has today’s calls again after a clock leapt into another day and back', async () => {
    const house = await openHouse(test)
    const visit = aVisit({ enteredAt: NOON - 2 * MINUTE, agent: ANA, talks: 30 })
    await test.database.db.insertInto('visits').values(visitRowOf(visit)).execute()
    house.calls(visit)
    house.clock.step(1440 * MINUTE)
    expect(house.kpi()?.answered ?? 0).toBe(0)
    house.clock.step(-1440 * MINUTE)
    house.clock.advance(MINUTE)
    await expect.poll(() => house.kpi()?.answered).toBe(1)
  })

  it('comes back after a restart, and what is told again is not counted twice', async () => {
    const who = { pbx: PBX, interface: ANA, name: 'Ana' }
    const before = { ...who, queue: '', state: 'ready', reason: null } as const
    await upsertSpans(test.database, [
      rowOf({ ...before, from: DAY - 60 * MINUTE, to: DAY + MINUTE }),
      rowOf({ ...before, queue: 'support', from: NOON - 9 * MINUTE, to: NOON - MINUTE }),
    ])
    const ring = { interface: 'PJSIP/102', at: NOON, rangMs: 15_000, outcome: 'noAnswer' } as const
    const talks = aVisit({ enteredAt: NOON - 2 * MINUTE, agent: ANA, rings: [ring] })
    const yesterday = aVisit({ enteredAt: DAY - MINUTE, agent: ANA })
    const lost = aVisit({ enteredAt: NOON - 2 * MINUTE, ending: 'hungUp', rings: [ring] })
    await test.database.db.insertInto('visits').values([talks, yesterday, lost].map(visitRowOf)).execute()
    const house = await openHouse(test)
    house.calls({ ...talks, talkEndedAt: NOON })
    expect(house.kpi()).toMatchObject({ answered: 1, talks: 1, state: null })
    expect(house.kpi()?.time.states.ready).toBe(MINUTE)
    expect(house.kpi('support')?.time.states.ready).toBe(8 * MINUTE)
    expect(house.kpi('', 'PJSIP/102')).toMatchObject({ missed: 2 })
  })

  it('follows what another process imports, without counting anything twice or losing what goes on', async () => {
    const house = await openHouse(test)
    const own = aVisit({ enteredAt: NOON - 2 * MINUTE, agent: ANA, talks: 30 })
    await test.database.db.insertInto('visits').values(visitRowOf(own)).execute()
    house.calls(own)
    house.does('ready', NOON - 9 * MINUTE, NOON - MINUTE)
    house.does('paused', NOON - MINUTE, null, 'lunch')
    const imported = [
      aVisit({ enteredAt: NOON - 8 * MINUTE, agent: ANA, talks: 30 }),
      aVisit({ enteredAt: NOON - 7 * MINUTE, agent: 'Bo' }),
    ]
    await test.database.db.insertInto('visits').values(imported.map(visitRowOf)).execute()
    await keepFilled(test.database, PBX, { from: NOON - 9 * MINUTE, to: NOON })
    expect(house.kpi()?.answered).toBe(1)
    house.clock.advance(MINUTE)
    await expect.poll(() => house.kpi()?.answered).toBe(2)
    expect(house.kpi()).toMatchObject({ talks: 2, state: 'paused', stateSince: NOON - MINUTE })
    expect(house.kpi()?.time.states.ready).toBe(8 * MINUTE)
    expect(house.kpi('', 'Bo')?.answered).toBe(1)
    house.calls(own)
    for (const visit of imported) house.calls(visit)
    expect([house.kpi()?.answered, house.kpi('support')?.answered]).toEqual([2, 2])
  })

  it('shows of a queue only while that is there', async () => {
    const house = await openHouse(test)
    house.does('ready', NOON, null, null, ANA, 'night')
    expect(house.kpi('night')).toBeUndefined()
    house.opens('night')
    expect(house.kpi('night')).toMatchObject({ state: 'ready' })
    house.closes('night')
    expect(house.kpi('night')).toBeUndefined()
    expect(house.kpi('support')).toBeUndefined()
  })
})

async function openHouse({ database }: TestDatabase) {
  const clock = new FixedClock(NOON)
  const store = createLiveStore({ clock })
  const tables = emptySourceTables()
  const source = store.attach({ tables })
  const keeper = new AgentFigureKeeper({
    ...{ pbx: PBX, store, database, clock, log: silentLog, written: async () => {} },
    dayStart: (now) => now - (now % (1440 * MINUTE)),
  })
  await keeper.start()
  const settle = () => {
    source.touched()
    clock.advance(500)
  }
  const opens = (name: string) => {
    const queue = aQueue(name)
    tables.queues.set(queue.id, queue)
    settle()
  }
  opens('support')
  return {
    clock,
    opens,
    closes(name: string) {
      tables.queues.delete(aQueue(name).id)
      settle()
    },
    does(state: SpanState, from: number, to: number | null, reason: string | null = null, iface = ANA, queue = '') {
      keeper.take({ pbx: PBX, interface: iface, name: 'Ana', queue, state, reason, from, to })
    },
    calls: (visit: Parameters<typeof keeper.takeVisit>[0]) => keeper.takeVisit(visit),
    kpi(queue = '', iface = ANA): AgentKpi | undefined {
      settle()
      return store.tables.agentKpis.get(queue === '' ? agentId(PBX, iface) : memberId(PBX, queue, iface))
    },
  }
}
