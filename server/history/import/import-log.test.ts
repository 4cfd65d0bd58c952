import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import { aVisit } from '@/lib/domain/testing/visits'
import type { Visit } from '@/lib/domain/visit'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables } from '@/server/store/reducers/tables'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { CONTEXT, fileOf, PBX, type RecordedVersion, recorded } from '@/server/testing/recordings/recording'
import { VisitFollower } from '../visits/visit-follower'
import { rowOf, visitOf } from '../visits/visit-rows'
import { importLog } from './import-log'
import { OtherPbxError } from './kept-visits'
import { linesOf } from './testing/lines'

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

  describe('of a queue that the dialplan writes otherwise than queues.conf', () => {
    const text = [
      '1700000100|9.1|Billing|NONE|ENTERQUEUE||555|1',
      '1700000103|9.1|billing|Bo|RINGNOANSWER|2000',
      '1700000105|9.1|billing|Ana|CONNECT|5|9.2|2',
      '1700000110|9.1|billing|Ana|COMPLETECALLER|5|5|1',
      '1700000120|8.1|BILLING|NONE|ENTERQUEUE||556|1',
      '1700000130|8.1|BILLING|NONE|ABANDON|1|1|10',
    ].join('\n')

    it('takes all lines for one queue’s', async () => {
      expect(await load(text)).toMatchObject({ added: 2 })
      const all = (await kept()).sort((one, other) => one.enteredAt - other.enteredAt)
      expect(all).toMatchObject([
        { queue: 'Billing', ending: 'answered', agentName: 'Ana', endedBy: 'caller' },
        { queue: 'Billing', ending: 'hungUp', rings: [] },
      ])
      expect(all[0]?.rings).toHaveLength(2)
      expect(await load(text)).toMatchObject({ added: 0, known: 2 })
    })

    it('writes it as it is known live, and counts nobody twice who was seen', async () => {
      const counters = { completed: 0, abandoned: 0, at: 0, since_at: null }
      const one = { id: `${PBX}|billing`, pbx: PBX, queue: 'billing', ...counters }
      await test.database.db.insertInto('queue_counters').values(one).execute()
      const seen = {
        ...aVisit({ enteredAt: 1_700_000_120_400, waits: 10, ending: 'hungUp' }),
        queue: 'billing',
        pbx: PBX,
      }
      await test.database.db
        .insertInto('visits')
        .values(rowOf({ ...seen, uniqueid: '8.1' }))
        .execute()
      expect(await load(text)).toMatchObject({ added: 1, known: 1 })
      expect((await kept()).map(({ queue }) => queue)).toEqual(['billing', 'billing'])
    })
  })

  it('knows where an Asterisk 11 transferred a caller, which calls it otherwise', async () => {
    await load(
      [
        '1380000100|9.1|billing|NONE|ENTERQUEUE||555|1',
        '1380000103|9.1|billing|Ana|CONNECT|3|9.2|2',
        '1380000110|9.1|billing|Ana|TRANSFER|900|internal|3|7|1',
      ].join('\n'),
    )
    expect(await kept()).toMatchObject([{ endedBy: 'transfer', transferredTo: '900' }])
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
        // Of who was redirected or parked the log has the end of their channel, later than that of the talk.
        const isTakenOut = (same.talkEndedAt ?? 0) - (visit.talkEndedAt ?? 0) > 2_500
        expect([same.agentName, same.agentChannel, isTakenOut ? null : same.endedBy]).toEqual([
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

  it('is refused where its visits are there as those of a PBX of another name', async () => {
    const text = '1700000100|9.1|billing|NONE|ENTERQUEUE||555|1\n1700000110|9.1|billing|NONE|ABANDON|1|1|10'
    await load(text)
    await expect(importLog(test.database, pbxName('other'), linesOf(text))).rejects.toThrow(OtherPbxError)
    expect(await kept()).toHaveLength(1)
  })

  it('ends with Asterisk whoever was under way, and counts lines that are none', async () => {
    const lines = ['100000000|1.1|support|NONE|ENTERQUEUE||117|1', 'what?', '100000060|NONE|NONE|NONE|QUEUESTART|', '']
    expect(await load(lines.join('\n'))).toMatchObject({ added: 1, completed: 0, known: 0, unreadable: 1 })
    expect(await kept()).toMatchObject([{ ending: 'unknown', number: '117', leftAt: 100_000_060_000 }])
  })
})
