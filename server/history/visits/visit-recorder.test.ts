import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BEGINNING } from '@/lib/domain/gap'
import { PBX } from '@/lib/domain/testing/records'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { Gaps, gapsIn } from './gaps'
import { EVER, openHouse, START, TOM } from './testing/recorder-house'
import { visitOf } from './visit-rows'

const MINUTE = 60_000

describe.each(databases)('visits on their way into the database ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const visits = async () =>
    (await test.database.db.selectFrom('visits').selectAll().orderBy('entered_at').orderBy('uniqueid').execute()).map(
      visitOf,
    )

  const turnedAway = () =>
    test.database.db
      .selectFrom('turned_away')
      .select(['uniqueid', 'queue', 'why', 'number', 'number_key', 'name'])
      .orderBy('at')
      .execute()

  it('are kept as they end, with rings, agent and talk', async () => {
    const house = await openHouse(test)
    house.join('1.1')
    house.pass(3)
    house.rings('1.1', 'PJSIP/101', '1.2')
    house.pass(4)
    house.answers('1.1', 'PJSIP/101', '1.2')
    house.pass(60)
    house.says({ type: 'hangupRequested', uniqueid: '1.2' })
    house.says({ type: 'channelHungUp', uniqueid: '1.2', cause: 16 })
    await house.writer.write()
    const [visit] = await visits()
    expect(visit).toMatchObject({ queue: 'support', ending: 'answered', agent: 'PJSIP/101', agentName: 'Ana' })
    expect(visit).toMatchObject({ endedBy: 'agent', isPartlyUnseen: false, agentChannel: '1.2' })
    expect(visit?.rings).toEqual([{ interface: 'PJSIP/101', at: 3000 + START, rangMs: 4000, outcome: 'answered' }])
    expect([visit?.answeredAt, visit?.talkEndedAt]).toEqual([7000 + START, 67_000 + START])
  })

  it('have the wrap-up after their talk, or of one that goes on when the process is killed none that is known', async () => {
    const house = await openHouse(test)
    await house.followAgents()
    const talk = (caller: string, phone: string) => {
      house.join(caller)
      house.answers(caller, 'PJSIP/101', phone)
      house.ana({ activity: 'onCall', inCall: true, wrapUpSeconds: 20 })
      house.pass(60)
      house.says({ type: 'channelHungUp', uniqueid: phone, cause: 16 })
      const now = house.clock.now()
      house.ana({ activity: 'idle', activitySince: now, inCall: false, lastCallAt: now })
    }
    talk('1.1', '1.2')
    house.pass(30)
    talk('2.1', '2.2')
    house.pass(10)
    await house.writer.write()
    const after = await openHouse(test, house.clock.now() + 5_000)
    after.link('live')
    after.pass(30)
    await after.writer.write()
    expect((await visits()).map(({ talkEndedAt, wrapUpMs }) => [talkEndedAt !== null, wrapUpMs])).toEqual([
      [true, 20_000],
      [true, null],
    ])
  })

  it('go on after the process was killed: who still waits, who still talks, and who is gone', async () => {
    const before = await openHouse(test)
    for (const caller of ['1.1', '2.1', '3.1']) before.join(caller)
    before.rings('2.1', 'PJSIP/101', '2.2')
    before.answers('2.1', 'PJSIP/101', '2.2')
    before.pass(10)
    await before.writer.write()
    await expect.poll(() => new Gaps(test.database, PBX).watchedUntil()).toBeGreaterThan(before.clock.now() - 2_000)
    // Nobody says goodbye.
    const after = await openHouse(test, before.clock.now() + MINUTE, ['1.1'], ['1.1', '2.1', '2.2'])
    after.link('live')
    expect(after.recorder.open().map(({ uniqueid }) => uniqueid)).toEqual(['1.1', '2.1'])
    after.says({ type: 'hangupRequested', uniqueid: '1.1' })
    after.says({ type: 'callerAbandoned', queue: 'support', uniqueid: '1.1', originalPosition: 1, holdSeconds: 70 })
    after.says({ type: 'channelHungUp', uniqueid: '2.2', cause: 16 })
    await after.writer.write()
    const all = await visits()
    expect(all.map(({ uniqueid, ending, isPartlyUnseen }) => [uniqueid, ending, isPartlyUnseen])).toEqual([
      ['1.1', 'hungUp', true],
      ['2.1', 'answered', true],
      ['3.1', 'unknown', true],
    ])
    expect(all[1]?.talkEndedAt).toBe(after.clock.now())
    await after.recorder.close()
    const [gap] = await gapsIn(test.database, EVER)
    expect(gap?.to).toBe(after.clock.now())
    expect(before.clock.now() - (gap?.from ?? 0)).toBeLessThanOrEqual(6_000)
  })

  it('that began while the link was down are taken in, and said to be partly unseen', async () => {
    const house = await openHouse(test)
    house.pass(10)
    house.link('lost')
    house.pass(30)
    house.waits('9.1', house.clock.now() - 20_000)
    house.link('live')
    await house.writer.write()
    expect(await visits()).toMatchObject([{ uniqueid: '9.1', isPartlyUnseen: true, enteredAt: START + 20_000 }])
    await house.recorder.close()
    const gaps = await gapsIn(test.database, EVER, PBX)
    expect(gaps).toEqual([{ pbx: PBX, from: START + 10_000, to: START + 40_000, filled: [] }])
  })

  it('end no earlier than they began, and gaps neither, when the clock is put back while the link is down', async () => {
    const house = await openHouse(test)
    house.join('1.1')
    house.pass(10)
    house.link('lost')
    house.clock.step(-3_600_000)
    house.link('live')
    await house.writer.write()
    await house.recorder.close()
    expect((await visits()).map(({ ending, leftAt, enteredAt }) => [ending, (leftAt ?? 0) >= enteredAt])).toEqual([
      ['unknown', true],
    ])
    expect((await gapsIn(test.database, EVER, PBX)).every(({ from, to }) => from <= to)).toBe(true)
  })

  it('of the time before the very first start are said to be unseen, once', async () => {
    const house = await openHouse(test, START + 10_000, [], [], 1000, true)
    house.link('live')
    await house.recorder.close()
    const first = { pbx: PBX, from: BEGINNING, to: START + 10_000, filled: [] }
    expect(await gapsIn(test.database, EVER, PBX)).toEqual([first])
    const again = await openHouse(test, START + 20_000, [], [], 1000, true)
    again.link('live')
    await again.recorder.written()
    expect(await gapsIn(test.database, EVER, PBX)).toEqual([
      first,
      { pbx: PBX, from: START + 10_000, to: START + 20_000, filled: [] },
    ])
  })

  it('of the time before an earlier version began to watch are said to be unseen, too', async () => {
    const house = await openHouse(test)
    house.join('1.1')
    house.says({ type: 'callerLeft', queue: 'support', position: 1, count: 0, uniqueid: '1.1' })
    house.pass(60)
    await house.writer.write()
    await house.recorder.close()
    const again = await openHouse(test, START + 70_000, [], [], 1000, true)
    again.link('live')
    await again.recorder.close()
    expect(await gapsIn(test.database, { from: 0, to: START + 1 }, PBX)).toEqual([
      { pbx: PBX, from: BEGINNING, to: START, filled: [] },
    ])
  })

  it('wait while the database is away, and are written once it is back', async () => {
    const house = await openHouse(test)
    const { db } = test.database
    await db.schema.alterTable('visits').renameTo('away').execute()
    house.join('1.1')
    await house.writer.write()
    expect(house.writer.state).toMatchObject({ waiting: 1, lost: 0, failingSince: START })
    expect(house.writer.state.error).toMatch(/visits/)
    await db.schema.alterTable('away').renameTo('visits').execute()
    await house.writer.write()
    expect(house.writer.state).toEqual({ waiting: 0, lost: 0, failingSince: null, error: null })
    expect(await visits()).toHaveLength(1)
  })

  it('are lost beyond a stated bound only, the oldest first, and counted', async () => {
    const house = await openHouse(test, START, [], [], 2)
    for (const caller of ['1.1', '2.1', '3.1']) house.join(caller)
    expect(house.writer.state).toMatchObject({ waiting: 2, lost: 1 })
    await house.writer.write()
    expect((await visits()).map(({ uniqueid }) => uniqueid)).toEqual(['2.1', '3.1'])
  })

  it('say why they were lost where a hang-up tells how the queue was left, else that it is not known', async () => {
    const house = await openHouse(test)
    for (const [uniqueid, queueStatus] of [['1.1', 'LEAVEEMPTY'], ['2.1']] as const) {
      house.join(uniqueid)
      house.pass(9)
      house.says({ type: 'callerAbandoned', queue: 'support', uniqueid, originalPosition: 1, holdSeconds: 9 })
      house.says({ type: 'callerLeft', queue: 'support', position: 1, count: 0, uniqueid })
      house.says({ type: 'channelHungUp', uniqueid, cause: 16, ...(queueStatus && { queueStatus }) })
    }
    await house.writer.write()
    expect((await visits()).map(({ ending }) => ending)).toEqual(['noAgents', 'lost'])
  })

  it.each([
    ['TIMEOUT', 'timedOut'],
    ['', 'moved'],
    [null, 'lost'],
  ])('say how they were let down though the call goes on, by asking: %o is %s', async (status, ending) => {
    const house = await openHouse(test)
    house.asked.status = status
    house.join('1.1')
    house.pass(9)
    house.says({ type: 'callerAbandoned', queue: 'support', uniqueid: '1.1', originalPosition: 1, holdSeconds: 9 })
    house.says({ type: 'callerLeft', queue: 'support', position: 1, count: 0, uniqueid: '1.1' })
    house.pass(8)
    await Promise.resolve()
    await house.writer.write()
    expect(await visits()).toMatchObject([{ ending, leftAt: START + 9_000 }])
  })

  it('are remembered no longer than anything can become known of them', async () => {
    const house = await openHouse(test)
    for (let call = 0; call < 50; call++) {
      house.join(`${call}.1`)
      house.answers(`${call}.1`, 'PJSIP/101', `${call}.2`)
      house.says({ type: 'channelHungUp', uniqueid: `${call}.2`, cause: 16 })
      house.says({ type: 'channelHungUp', uniqueid: `${call}.1`, cause: 16 })
      house.join(`${call}.3`)
      house.says({ type: 'hangupRequested', uniqueid: `${call}.3` })
      house.says({ type: 'callerAbandoned', queue: 'support', uniqueid: `${call}.3` })
      house.says({ type: 'channelHungUp', uniqueid: `${call}.3`, cause: 16 })
    }
    house.pass(66)
    expect(house.recorder.remembered).toBe(0)
  })

  it('say who was turned away from which queue, once, however it is told', async () => {
    const house = await openHouse(test)
    house.says({ type: 'queueSought', uniqueid: '1.1', queue: 'SUPPORT' })
    house.says({ type: 'queueStatusSet', uniqueid: '1.1', status: 'FULL', caller: TOM })
    house.pass(3)
    house.says({ type: 'channelHungUp', uniqueid: '1.1', cause: 16, queueStatus: 'FULL' })
    // By an account that may not read of the dialplan, where channelvars names the variable.
    house.says({ type: 'channelHungUp', uniqueid: '2.1', cause: 16, queueStatus: 'JOINEMPTY', caller: TOM })
    await house.recorder.close()
    expect(await turnedAway()).toEqual([
      {
        uniqueid: '1.1',
        queue: 'support',
        why: 'FULL',
        number: '+49 170 1234567',
        number_key: '701234567',
        name: 'Tom',
      },
      {
        uniqueid: '2.1',
        queue: null,
        why: 'JOINEMPTY',
        number: '+49 170 1234567',
        number_key: '701234567',
        name: 'Tom',
      },
    ])
    expect(house.recorder.remembered).toBe(0)
  })

  it('who enters after all is not turned away by what the channel says of an earlier queue', async () => {
    const house = await openHouse(test)
    house.says({ type: 'queueSought', uniqueid: '1.1', queue: 'sales' })
    house.says({ type: 'queueStatusSet', uniqueid: '1.1', status: 'JOINUNAVAIL', caller: TOM })
    house.says({ type: 'queueSought', uniqueid: '1.1', queue: 'support' })
    house.join('1.1')
    house.answers('1.1', 'PJSIP/101', '1.2')
    house.says({ type: 'channelHungUp', uniqueid: '1.1', cause: 16, queueStatus: 'JOINUNAVAIL' })
    await house.recorder.close()
    expect(await turnedAway()).toMatchObject([{ queue: 'sales', why: 'JOINUNAVAIL' }])
  })

  it('lose no gap and nobody who was turned away while the database was away', async () => {
    const { db } = test.database
    const house = await openHouse(test)
    house.pass(10)
    await db.schema.alterTable('gaps').renameTo('away').execute()
    house.link('lost')
    house.pass(30)
    house.link('live')
    house.says({ type: 'queueStatusSet', uniqueid: '1.1', status: 'FULL', caller: TOM })
    house.pass(10)
    await house.recorder.close()
    expect(house.recorder.state).toMatchObject({ failingSince: START + 50_000, error: expect.stringMatching(/gaps/) })
    await db.schema.alterTable('away').renameTo('gaps').execute()
    expect(await gapsIn(test.database, EVER)).toEqual([])
    await house.recorder.close()
    expect(await gapsIn(test.database, EVER)).toEqual([
      { pbx: PBX, from: START + 10_000, to: START + 40_000, filled: [] },
    ])
    expect(await turnedAway()).toMatchObject([{ uniqueid: '1.1', why: 'FULL' }])
  })
})
