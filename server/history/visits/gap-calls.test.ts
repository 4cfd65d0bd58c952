import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { gapCallsOf } from './gap-calls'
import { Gaps, gapId, gapsIn } from './gaps'
import { EVER, openHouse, START } from './testing/recorder-house'

const MINUTE = 60_000

describe.each(databases)('gaps ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const calls = async () => {
    const gaps = await gapsIn(test.database, EVER)
    return [
      ...(
        await gapCallsOf(
          test.database,
          gaps.map((gap) => gapId(gap.pbx, gap)),
          null,
        )
      ).values(),
    ].flat()
  }

  it('leave to Asterisk’s own counters what nobody saw, and only that', async () => {
    const house = await openHouse(test)
    house.counters({ completed: 5, abandoned: 2 })
    for (const caller of ['1.1', '2.1', '3.1', '4.1']) house.join(caller)
    for (const caller of ['1.1', '2.1']) house.answers(caller, 'PJSIP/101', `${caller}2`)
    house.pass(10)
    house.link('lost')
    house.pass(30)
    // One talk ends, one goes on, one waits on, one is gone; and three came and went.
    for (const gone of ['1.1', '1.12', '4.1']) house.goes(gone)
    house.waits('3.1', START)
    house.counters({ completed: 8, abandoned: 4 })
    house.link('live')
    await house.recorder.close()
    expect(await calls()).toEqual([
      { queue: 'support', completed: 2, abandoned: 2, unclear: 1, countersRestarted: false },
    ])
  })

  it('take counters from before a kill, which the database kept', async () => {
    const before = await openHouse(test)
    before.counters({ completed: 5, abandoned: 2 })
    before.pass(10)
    await expect.poll(() => new Gaps(test.database, PBX).watchedUntil()).toBeGreaterThanOrEqual(START)
    const after = await openHouse(test, before.clock.now() + MINUTE)
    after.counters({ completed: 5, abandoned: 6 })
    after.link('live')
    await after.recorder.close()
    expect(await calls()).toMatchObject([{ completed: 0, abandoned: 4, countersRestarted: false }])
  })

  it('say that Asterisk’s counters began anew, and guess nothing of before', async () => {
    const house = await openHouse(test)
    house.counters({ completed: 5, abandoned: 2, countersSince: START - MINUTE })
    house.pass(10)
    house.link('lost')
    house.pass(30)
    house.counters({ completed: 6, abandoned: 2, countersSince: START + 20_000 })
    house.link('live')
    await house.recorder.close()
    expect(await calls()).toMatchObject([{ completed: 6, abandoned: 2, countersRestarted: true }])
  })

  it('have nothing to say of a gap in which the counters stood still', async () => {
    const house = await openHouse(test)
    house.counters({ completed: 5, abandoned: 2 })
    house.pass(10)
    house.link('lost')
    house.pass(30)
    house.link('live')
    await house.recorder.close()
    expect(await gapsIn(test.database, EVER)).toHaveLength(1)
    expect(await calls()).toEqual([])
  })
})
