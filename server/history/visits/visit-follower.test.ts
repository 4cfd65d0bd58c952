import { describe, expect, it } from 'vitest'
import type { Visit } from '@/lib/domain/visit'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables } from '@/server/store/reducers/tables'
import { CONTEXT, fileOf, PBX, type RecordedVersion, recorded } from '@/server/testing/recordings/recording'
import { VisitFollower } from './visit-follower'

type Logged = {
  queue: string
  uniqueid: string
  entered: number
  callerid: string
  position: number
  outcome: string
  wait: number
  agent?: string
  ring?: number
  ended_by?: string
  talk?: number
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  answered: ['answered'],
  // Asterisk's log calls it an abandon, too, when the waiting caller is sent elsewhere.
  abandoned: ['hungUp', 'moved'],
  'timed out': ['timedOut'],
  withdrawn: ['withdrawn'],
  'exit by key': ['key'],
  'left empty': ['noAgents'],
}
const ENDED_BY: Readonly<Record<string, string>> = {
  agent: 'agent',
  caller: 'caller',
  'blind transfer': 'transfer',
  'attended transfer': 'transfer',
}

/** All visits of a recording, by caller and queue, from its live events alone. */
function visitsOf(version: RecordedVersion) {
  const tables = createPbxTables(PBX)
  const visits = new Map<string, Visit>()
  const away: (string | null)[][] = []
  const follower = new VisitFollower({
    pbx: PBX,
    channelName: (uniqueid) => tables.channels.get(uniqueid)?.name ?? null,
    memberName: (queue, iface) => tables.members.get(tables.ids.member(queue, iface))?.name ?? null,
    told: (visit) => visits.set(visit.id, visit),
    turnedAway: ({ queue, number, why }) => away.push([queue, number, why]),
  })
  for (const { event, isListItem } of recorded(version)) {
    if (!event) continue
    reduce(tables, event, CONTEXT)
    if (!isListItem) follower.take(event)
  }
  return { visits: [...visits.values()], away, open: follower.open() }
}

describe.each<RecordedVersion>(['22', '16'])('the visits of minutes of real calls on Asterisk %s', (version) => {
  const { visits, away, open } = visitsOf(version)
  const { calls }: { calls: Logged[] } = JSON.parse(fileOf(version, 'expected.json'))
  const find = ({ uniqueid, queue }: Logged) => visits.filter((one) => one.uniqueid === uniqueid && one.queue === queue)

  it('are as many as the log of the queues has, each once, and none is left open', () => {
    expect(visits.length).toBe(calls.length)
    expect(open).toEqual([])
    for (const call of calls) expect(find(call).length, call.uniqueid).toBe(1)
  })

  it.each(calls.map((call) => [`${call.queue} ${call.uniqueid}`, call] as const))(
    '%s: as the log says',
    (_name, call) => {
      const [visit] = find(call)
      if (!visit) throw new Error('no such visit')
      expect(ENDINGS[call.outcome]).toContain(visit.ending)
      expect([visit.number, visit.position]).toEqual([call.callerid, call.position])
      const wait = ((visit.answeredAt ?? visit.leftAt ?? 0) - visit.enteredAt) / 1000
      expect(Math.abs(wait - call.wait)).toBeLessThanOrEqual(1.01)
      if (call.outcome !== 'answered') return
      expect(visit.agentName).toBe(call.agent)
      expect(visit.rings.filter(({ outcome }) => outcome === 'answered')).toHaveLength(1)
      // Of who was redirected or parked the log has the end of their channel, later than that of the talk.
      const talk = ((visit.talkEndedAt ?? 0) - (visit.answeredAt ?? 0)) / 1000
      const isTakenOut = (call.talk ?? 0) - talk > 2.5
      expect(visit.endedBy).toBe(isTakenOut ? null : ENDED_BY[call.ended_by ?? ''])
    },
  )

  it('know who was turned away, from which queue, and why', () => {
    expect(away.sort()).toEqual([
      ['tfull', '130', 'FULL'],
      ['tjoin', expect.any(String), 'JOINEMPTY'],
    ])
  })
})
