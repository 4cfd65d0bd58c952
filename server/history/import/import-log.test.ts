import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables } from '@/server/store/reducers/tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { CONTEXT, fileOf, PBX, type RecordedVersion, recorded } from '@/server/testing/recordings/recording'
import { gapCallsOf, keepGapCalls } from '../visits/gap-calls'
import { Gaps, gapId, gapsIn } from '../visits/gaps'
import { VisitFollower } from '../visits/visit-follower'
import { rowOf, visitOf } from '../visits/visit-rows'
import { readAgentNames } from './agent-names'
import { importLog, LogImport } from './import-log'
import { OtherPbxError } from './kept-visits'

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n')
}

async function* wholeLinesOf(text: string): AsyncGenerator<{ text: string; isWhole: boolean }> {
  for await (const line of linesOf(text)) yield { text: line, isWhole: true }
}

/** The visits of a recording as they were followed live. */
function followed(version: RecordedVersion): Visit[] {
  const tables = createPbxTables(PBX)
  const visits = new Map<string, Visit>()
  const follower = new VisitFollower({
    pbx: PBX,
    channelName: (uniqueid) => tables.channels.get(uniqueid)?.name ?? null,
    memberName: (queue, iface) => tables.members.get(tables.ids.member(queue, iface))?.name ?? null,
    told: (visit) => visits.set(visit.id, visit),
  })
  for (const { event, isListItem } of recorded(version)) {
    if (!event) continue
    reduce(tables, event, CONTEXT)
    if (!isListItem) follower.take(event)
  }
  return [...visits.values()]
}

describe.each(databases)('importing a queue_log ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const kept = async () => (await test.database.db.selectFrom('visits').selectAll().execute()).map(visitOf)
  const knownFrom = async () => {
    const rows = await test.database.db.selectFrom('visits').select('known_from').distinct().execute()
    return rows.map((row) => row.known_from)
  }
  const load = (text: string) => importLog(test.database, PBX, linesOf(text))

  it('keeps both visits of a caller who was sent back to the same queue in mid-talk, which the log tells of late', async () => {
    await load(
      [
        '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1700000103|9.1|billing|Ana|CONNECT|3|9.2|2',
        '1700000110|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1700000112|9.1|billing|Bo|CONNECT|2|9.3|1',
        '1700000120|9.1|billing|Ana|COMPLETECALLER|3|17|1',
        '1700000120|9.1|billing|Bo|COMPLETECALLER|2|8|1',
      ].join('\n'),
    )
    const seconds = (at: number | null) => (at ?? 0) / 1000 - 1_700_000_000
    const [first, second] = (await kept()).sort((one, other) => one.enteredAt - other.enteredAt)
    expect([first, second].map((one) => [one?.agent, seconds(one?.talkEndedAt ?? 0), one?.endedBy])).toEqual([
      ['Ana', 110, 'caller'],
      ['Bo', 120, 'caller'],
    ])
    expect(second?.previous).toBe(first?.id)
  })

  const NAMED = [
    '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
    '1700000102|9.1|billing|Bo|RINGNOANSWER|1000',
    '1700000103|9.1|billing|Zoë, "Z"|CONNECT|3|9.2|1',
    '1700000110|9.1|billing|Zoë, "Z"|COMPLETECALLER|3|7|1',
  ].join('\n')
  const seen = (iface: string, name: string, from_at = 0) => {
    const row = { queue: '', from_at, interface: iface, pbx: PBX, name, state: 'ready', reason: null, to_at: 1 }
    return test.database.db.insertInto('agent_spans').values(row).execute()
  }
  const agents = async () => {
    const { agent, agent_name, rings } = await test.database.db
      .selectFrom('visits')
      .selectAll()
      .executeTakeFirstOrThrow()
    return [agent, agent_name, ...(JSON.parse(rings) as { interface: string }[]).map((ring) => ring.interface)]
  }

  it('tells of agents by their interfaces, whom the log names by name', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await seen('PJSIP/103', 'Bo')
    await load(NAMED)
    expect(await agents()).toEqual(['PJSIP/102', 'Zoë, "Z"', 'PJSIP/103', 'PJSIP/102'])
  })

  it('joins who is seen only later when a log is imported again, and adds nothing', async () => {
    await load(NAMED)
    expect(await agents()).toEqual(['Zoë, "Z"', 'Zoë, "Z"', 'Bo', 'Zoë, "Z"'])
    await seen('PJSIP/102', 'Zoë, "Z"')
    expect((await load(NAMED)).added).toBe(0)
    expect(await agents()).toEqual(['PJSIP/102', 'Zoë, "Z"', 'Bo', 'PJSIP/102'])
  })

  it('takes nobody for another: a name at two interfaces, and who was joined before that was known, stay apart', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await load(NAMED)
    await seen('PJSIP/109', 'Zoë, "Z"', 2)
    await load(NAMED)
    expect(await agents()).toEqual(['Zoë, "Z"', 'Zoë, "Z"', 'Bo', 'Zoë, "Z"'])
    expect((await readAgentNames(test.database, PBX)).apart('Zoë, "Z"')).toEqual({
      why: 'severalInterfaces',
      interfaces: ['PJSIP/102', 'PJSIP/109'],
    })
  })

  it('takes nobody for another: an interface that bore another name since is nobody’s alone', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await seen('pjsip/102', 'Eve', 2)
    await load(NAMED)
    expect((await agents())[0]).toBe('Zoë, "Z"')
  })

  it('does not know members of another PBX', async () => {
    await seen('PJSIP/102', 'Zoë, "Z"')
    await importLog(test.database, pbxName('other'), linesOf(NAMED))
    expect((await agents())[0]).toBe('Zoë, "Z"')
  })

  it('is refused where its visits are there as those of a PBX of another name', async () => {
    await load(NAMED)
    await expect(importLog(test.database, pbxName('other'), linesOf(NAMED))).rejects.toThrow(OtherPbxError)
    expect(await kept()).toHaveLength(1)
  })

  it('keeps a talk of which Asterisk never tells the end: it ended when the caller stood in a queue again', async () => {
    const text = [
      '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
      '1700000103|9.1|billing|Ana|CONNECT|3|9.2|2',
      '1700000110|9.1|sales|NONE|ENTERQUEUE||555|1',
      '1700000112|9.1|sales|Bo|CONNECT|2|9.3|1',
      '1700000120|9.1|sales|Bo|BLINDTRANSFER|900|internal|2|8|1',
      '1700000300|8.1|sales|NONE|ENTERQUEUE||556|1',
    ].join('\n')
    expect(await load(text)).toMatchObject({ added: 2 })
    const [first] = (await kept()).sort((one, other) => one.enteredAt - other.enteredAt)
    expect(first).toMatchObject({ ending: 'answered', talkEndedAt: 1_700_000_110_000, isPartlyUnseen: false })
    expect(await load(text)).toMatchObject({ added: 0, completed: 0, known: 2 })
  })

  it('keeps a talk without any end, which it does not guess, and learns of it by a longer log', async () => {
    const text = [
      '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
      '1700000103|9.1|billing|Ana|CONNECT|3|9.2|2',
      '1700000400|8.1|billing|NONE|ENTERQUEUE||556|1',
      '1700000402|8.1|billing|Ana|CONNECT|2|8.2|1',
      '1700000410|8.1|billing|Ana|COMPLETEAGENT|2|8|1',
    ].join('\n')
    expect(await load(text)).toMatchObject({ added: 2 })
    const open = { ending: 'answered', agentName: 'Ana', endedBy: null, isPartlyUnseen: true }
    const first = async () => (await kept()).find(({ uniqueid }) => uniqueid === '9.1')
    expect(await first()).toMatchObject({ ...open, talkEndedAt: 1_700_000_103_000 })
    expect(await load(`${text}\n1700000420|9.1|billing|Ana|COMPLETECALLER|3|317|1`)).toMatchObject({ completed: 1 })
    expect(await first()).toMatchObject({ ...open, endedBy: 'caller', talkEndedAt: 1_700_000_420_000 })
  })

  it('ends the talk of whoever came by a Local channel, whose end names another', async () => {
    await load(
      [
        '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1700000103|9.1|billing|Ana|CONNECT|3|9.2|2',
        '1700000110|9.0|billing|Ana|COMPLETEAGENT|3|7|1',
      ].join('\n'),
    )
    expect(await kept()).toMatchObject([{ endedBy: 'agent', talkEndedAt: 1_700_000_110_000, isPartlyUnseen: false }])
  })

  it('takes a caller whose phone has no codec in common with the agent’s for lost, not for one who hung up', async () => {
    await load(
      [
        '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1700000103|9.1|billing|Ana|SYSCOMPAT|',
        '1700000103|9.1|billing|NONE|ABANDON|1|1|3',
      ].join('\n'),
    )
    expect(await kept()).toMatchObject([{ ending: 'lost' }])
  })

  it('knows where a caller was transferred whose next queue is told of first', async () => {
    await load(
      [
        '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1700000103|9.1|billing|Ana|CONNECT|3|9.2|2',
        '1700000110|9.1|sales|NONE|ENTERQUEUE||555|1',
        '1700000110|9.1|billing|Ana|BLINDTRANSFER|sales|from-carrier|3|7|1',
        '1700000120|9.1|sales|NONE|ABANDON|1|1|10',
      ].join('\n'),
    )
    const [first] = (await kept()).sort((one, other) => one.enteredAt - other.enteredAt)
    expect([first?.endedBy, first?.transferredTo]).toEqual(['transfer', 'sales'])
  })

  describe.each<RecordedVersion>(['22', '16'])('of minutes of real calls on Asterisk %s', (version) => {
    const text = fileOf(version, 'queue_log')
    const live = followed(version)

    it('gives the very visits that were followed live, ending by ending, within a second', async () => {
      expect((await load(text)).added).toBe(live.length)
      expect(await knownFrom()).toEqual(['log'])
      const loaded = await kept()
      for (const visit of live) {
        const [same] = loaded.filter(({ uniqueid, queue }) => uniqueid === visit.uniqueid && queue === visit.queue)
        if (!same) throw new Error(`${visit.uniqueid} in ${visit.queue} is missing`)
        // The log calls a caller who was sent elsewhere an abandon.
        expect(same.ending).toBe(visit.ending === 'moved' ? 'hungUp' : visit.ending)
        expect([same.agentName, same.agentChannel, same.endedBy]).toEqual([
          ...[visit.agentName, visit.agentChannel, visit.endedBy],
        ])
        const waits = [same, visit].map((one) => (one.answeredAt ?? one.leftAt ?? 0) - one.enteredAt)
        expect(Math.abs((waits[0] ?? 0) - (waits[1] ?? 0))).toBeLessThanOrEqual(1_050)
      }
    })

    it('twice adds nothing, and beside what was seen live nothing either', async () => {
      await test.database.db.insertInto('visits').values(live.map(rowOf)).execute()
      expect(await load(text)).toMatchObject({ added: 0, completed: 0, known: live.length })
      expect(await kept()).toHaveLength(live.length)
      expect(await knownFrom()).toEqual([null])
    })

    it('gives those an end that nobody saw', async () => {
      const gone = live.map((visit): Visit => ({ ...visit, ending: 'unknown', agent: null, isPartlyUnseen: true }))
      await test.database.db.insertInto('visits').values(gone.map(rowOf)).execute()
      expect(await load(text)).toMatchObject({ added: 0, completed: live.length })
      expect((await kept()).filter(({ ending }) => ending === 'unknown')).toEqual([])
      expect((await kept()).every(({ isPartlyUnseen }) => isPartlyUnseen)).toBe(true)
      expect(await knownFrom()).toEqual(['completed'])
    })
  })

  it('ends with Asterisk whoever was under way, and counts lines that are none', async () => {
    const lines = ['100000000|1.1|support|NONE|ENTERQUEUE||117|1', 'what?', '100000060|NONE|NONE|NONE|QUEUESTART|', '']
    expect(await load(lines.join('\n'))).toMatchObject({ added: 1, completed: 0, known: 0, unreadable: 1 })
    expect(await kept()).toMatchObject([{ ending: 'unknown', number: '117', leftAt: 100_000_060_000 }])
  })

  describe('fills gaps', () => {
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
      await new Gaps(test.database, PBX).add(gap)
      await keepGapCalls(test.database, PBX, gap, [growth], [])
    })

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
      const talks = [starts(90), enters(110, '1.1'), connects(115, '1.1'), starts(90)].slice(0, 3)
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
})
