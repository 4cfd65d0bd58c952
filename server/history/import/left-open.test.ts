import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { Gaps } from '../visits/gaps'
import { openHouse, START } from '../visits/testing/recorder-house'
import { visitOf } from '../visits/visit-rows'
import { importLog } from './import-log'
import { linesOf } from './testing/lines'

const MINUTE = 60_000

describe.each(databases)('a log that is read while the product is ended ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const visits = async () =>
    (await test.database.db.selectFrom('visits').selectAll().orderBy('uniqueid').execute()).map(visitOf)
  const line = (seconds: number, rest: string) => `${Math.floor(START / 1000) + seconds}|${rest}`
  const entered = (caller: string) => line(0, `${caller}|support|NONE|ENTERQUEUE||117|1`)
  const answered = line(0, '2.1|support|Ana|CONNECT|0|2.2|0')
  const load = (...lines: string[]) => importLog(test.database, PBX, linesOf(lines.join('\n')))

  /** 1.1 waits and 2.1 talks when the process is killed after 20 s. */
  async function killed() {
    const house = await openHouse(test)
    for (const caller of ['1.1', '2.1']) house.join(caller)
    house.answers('2.1', 'PJSIP/101', '2.2')
    house.pass(20)
    await house.writer.write()
    await expect.poll(() => new Gaps(test.database, PBX).watchedUntil()).toBeGreaterThan(START + 10_000)
  }

  it('gives those an end who were under way, and it is not lost when the product starts again', async () => {
    await killed()
    const ends = [line(40, '1.1|support|NONE|ABANDON|1|1|40'), line(50, '2.1|support|Ana|COMPLETECALLER|0|50|1')]
    const lines = [entered('1.1'), entered('2.1'), answered, ...ends, line(60, 'NONE|NONE|NONE|RELOAD|')]
    expect(await load(...lines)).toMatchObject({ added: 0, completed: 2 })
    const after = await openHouse(test, START + 5 * MINUTE)
    after.link('live')
    await after.writer.write()
    await after.recorder.close()
    expect(await visits()).toMatchObject([
      { uniqueid: '1.1', ending: 'hungUp', leftAt: START + 40_000, isPartlyUnseen: true },
      { uniqueid: '2.1', ending: 'answered', talkEndedAt: START + 50_000, endedBy: 'caller', isPartlyUnseen: true },
    ])
    expect(await load(...lines)).toMatchObject({ added: 0, completed: 0, known: 2 })
  })

  it('leaves those who still wait or talk to the product, which takes them up again', async () => {
    await killed()
    expect(await load(entered('1.1'), entered('2.1'), answered, line(60, 'NONE|NONE|NONE|RELOAD|'))).toMatchObject({
      completed: 0,
    })
    const after = await openHouse(test, START + 5 * MINUTE, ['1.1'], ['1.1', '2.1', '2.2'])
    after.link('live')
    expect(after.recorder.open().map(({ uniqueid }) => uniqueid)).toEqual(['1.1', '2.1'])
    await after.recorder.close()
  })

  it('takes nothing that a running product follows: what that sees is its own', async () => {
    const house = await openHouse(test)
    house.join('1.1')
    house.pass(60)
    await house.writer.write()
    await expect.poll(() => new Gaps(test.database, PBX).watchedUntil()).toBeGreaterThan(START + 50_000)
    expect(await load(entered('1.1'), line(40, '1.1|support|NONE|ABANDON|1|1|40'))).toMatchObject({ completed: 0 })
    expect(await visits()).toMatchObject([{ ending: null }])
  })
})
