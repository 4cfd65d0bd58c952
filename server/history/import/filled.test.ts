import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aVisit } from '@/lib/domain/testing/visits'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { PBX } from '@/server/testing/recordings/recording'
import { gapCallsOf, keepGapCalls } from '../visits/gap-calls'
import { Gaps, gapId, gapsIn } from '../visits/gaps'
import { rowOf, visitOf } from '../visits/visit-rows'
import { importLog, LogImport } from './import-log'
import { linesOf } from './testing/lines'

describe.each(databases)('a log fills gaps ($kind)', ({ open }) => {
  let test: TestDatabase
  const load = (text: string) => importLog(test.database, PBX, linesOf(text))
  const kept = async () => (await test.database.db.selectFrom('visits').selectAll().execute()).map(visitOf)
  const T = 100_000_000
  const at = (second: number) => (T + second) * 1000
  const line = (second: number, rest: string) => `${T + second}|${rest}`
  const enters = (second: number, call: string) => line(second, `${call}|support|NONE|ENTERQUEUE||117|1`)
  const abandons = (second: number, call: string) => line(second, `${call}|support|NONE|ABANDON|1|1|5`)
  const connects = (second: number, call: string) => line(second, `${call}|support|Ana|CONNECT|5|${call}2|3`)
  const completes = (second: number, call: string) => line(second, `${call}|support|Ana|COMPLETECALLER|5|60|1`)
  const starts = (second: number) => line(second, 'NONE|NONE|NONE|QUEUESTART|')
  const gap = { from: at(100), to: at(200) }
  const filled = async () => {
    const [found] = await gapsIn(test.database, { from: 0, to: Number.MAX_SAFE_INTEGER }, PBX)
    return found?.filled.map(({ from, to }) => [from, to].map((moment) => moment / 1000 - T))
  }
  const growth = { queue: 'support', ...gap, completed: 2, abandoned: 1, restarted: false }
  const known = async () => (await gapCallsOf(test.database, [gapId(PBX, gap)], null)).get(gapId(PBX, gap))
  beforeEach(async () => {
    test = await open()
    await new Gaps(test.database, PBX).add(gap)
    await keepGapCalls(test.database, PBX, gap, [growth], [])
  })
  afterEach(() => test.dispose())

  it('from its first line to its last', async () => {
    await load([enters(50, '1.1'), abandons(55, '1.1'), starts(150)].join('\n'))
    expect(await filled()).toEqual([[100, 150]])
    await load([starts(140), starts(250)].join('\n'))
    expect(await filled()).toEqual([[100, 200]])
  })

  it('and what Asterisk’s counters knew of them is known otherwise then, though not twice', async () => {
    expect(await known()).toMatchObject([{ completed: 2, abandoned: 1 }])
    const calls = [enters(110, '1.1'), connects(115, '1.1'), completes(175, '1.1'), enters(180, '2.1')]
    const text = [starts(90), ...calls, abandons(185, '2.1'), starts(220)].join('\n')
    expect(await load(text)).toMatchObject({ added: 2 })
    expect(await known()).toMatchObject([{ completed: 1, abandoned: 0 }])
    expect(await load(text)).toMatchObject({ added: 0, completed: 0, known: 2 })
    expect(await known()).toMatchObject([{ completed: 1, abandoned: 0 }])
    expect(await filled()).toEqual([[100, 200]])
  })

  it('but not before the end of whoever entered in an earlier file, unless that was read, too', async () => {
    const [before, after] = [enters(90, '1.1'), [starts(95), abandons(120, '1.1'), starts(220)].join('\n')]
    await load(after)
    expect(await filled()).toEqual([[121, 200]])
    const log = new LogImport(test.database, PBX)
    for (const text of [before, after]) await log.add(wholeLinesOf(text))
    await log.end()
    expect(await filled()).toEqual([[100, 200]])
  })

  it('and not after the answer of whoever still talks at its end', async () => {
    const talks = [starts(90), enters(110, '1.1'), connects(115, '1.1')]
    await load([...talks, enters(190, '2.1')].join('\n'))
    expect(await filled()).toEqual([[100, 115]])
    await load([...talks, enters(190, '2.1'), completes(250, '1.1')].join('\n'))
    expect(await filled()).toEqual([[100, 200]])
  })

  it('and tells when a talk ended of which nobody saw the end', async () => {
    const talked = { ...aVisit({ enteredAt: at(80), waits: 10, agentName: 'Ana' }), pbx: PBX, uniqueid: '1.1' }
    const unseen = { ...talked, talkEndedAt: gap.from, isPartlyUnseen: true }
    await test.database.db.insertInto('visits').values(rowOf(unseen)).execute()
    const text = [starts(70), enters(80, '1.1'), connects(90, '1.1'), completes(150, '1.1')].join('\n')
    expect(await load(text)).toMatchObject({ added: 0, completed: 1 })
    expect(await kept()).toMatchObject([{ talkEndedAt: at(150), endedBy: 'caller', isPartlyUnseen: true }])
    expect(await load(text)).toMatchObject({ added: 0, completed: 0, known: 1 })
  })

  it('and keeps apart who left and came back at once', async () => {
    const visit = [enters(110, '1.1'), abandons(110, '1.1')]
    const often = [...visit, ...visit, ...visit, enters(111, '1.1'), abandons(112, '1.1')].join('\n')
    expect(await load(often)).toMatchObject({ added: 4 })
    expect(await load(often)).toMatchObject({ added: 0, known: 4 })
  })
})

async function* wholeLinesOf(text: string): AsyncGenerator<{ text: string; isWhole: boolean }> {
  for await (const line of linesOf(text)) yield { text: line, isWhole: true }
}
