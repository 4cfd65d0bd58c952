import { describe, expect, test } from 'vitest'
import type { Call } from '@/lib/domain/call'
import { reduce } from '@/server/store/reducers/reduce'
import { createPbxTables, type PbxTables } from '@/server/store/reducers/tables'
import { CONTEXT, fileOf, PBX, type RecordedVersion, recorded, startOf } from './recording'

type ExpectedCall = {
  queue: string
  uniqueid: string
  callerid: string
  outcome: string
  agent: string
  agent_uniqueid: string
}

/** Calls lasted seconds: what the bridge and the devices still had to say of an answer was said by then. */
const SETTLED_MS = 500
const LISTS_MS = 4_000

/** Follows a recording with live events only, and looks at the tables after each. */
function follow(version: RecordedVersion, look: (tables: PbxTables, at: number) => void): void {
  const tables = createPbxTables(PBX)
  const start = startOf(version)
  for (const { event, at, isListItem } of recorded(version)) {
    if (!event || (isListItem && at > start + LISTS_MS)) continue
    look(tables, at)
    reduce(tables, event, CONTEXT)
  }
}

function callWith(tables: PbxTables, uniqueid: string): Call | undefined {
  return [...tables.calls.values()].find((call) => call.channels.includes(uniqueid))
}

describe.each<RecordedVersion>(['22', '16'])('calls recorded on an Asterisk %s', (version) => {
  const expected: { calls: ExpectedCall[] } = JSON.parse(fileOf(version, 'expected.json'))
  const answered = expected.calls.filter((call) => call.outcome === 'answered')

  test('each answered one is one call of caller and agent, through its queue, and talking', () => {
    const connects = new Map(
      recorded(version).flatMap(({ event }) =>
        event?.type === 'agentConnected' ? [[`${event.callerUniqueid}|${event.queue}`, event] as const] : [],
      ),
    )
    const due = answered.map((call) => {
      const connect = connects.get(`${call.uniqueid}|${call.queue}`)
      if (!connect) throw new Error(`${call.uniqueid} was never connected`)
      return { call, connect, at: connect.at + SETTLED_MS }
    })
    due.sort((one, other) => one.at - other.at)
    let seen = 0
    follow(version, (tables, at) => {
      for (let next = due[seen]; next && at >= next.at; next = due[++seen]) {
        const { call, connect } = next
        const record = callWith(tables, call.uniqueid)
        expect(record, call.uniqueid).toMatchObject({
          state: 'talking',
          queue: tables.ids.queue(call.queue),
          agent: connect.interface,
          answeredAt: connect.at,
        })
        expect(record?.from.number, call.uniqueid).toBe(call.callerid)
        expect(record?.channels).toContain(call.agent_uniqueid)
        const member = tables.members.get(tables.ids.member(call.queue, connect.interface))
        expect(member, call.agent).toMatchObject({ name: call.agent, inCall: true, activity: 'onCall' })
        expect(Math.abs((member?.activitySince ?? 0) - connect.at), call.agent).toBeLessThan(SETTLED_MS)
      }
    })
    expect(seen).toBe(answered.length)
    expect(answered.length).toBeGreaterThan(50)
  })

  test('the special ones show as what they are', () => {
    const shown = new Set<string>()
    follow(version, (tables) => {
      for (const call of tables.calls.values()) {
        shown.add(`${call.state} ${call.direction} ${call.to?.number ?? '-'} ${call.parkingSlot ?? '-'}`)
      }
    })
    for (const sight of [
      'held inbound 120 -', // the agent's phone pressed hold
      'talking inbound 125 -', // transferred to 125
      'parked inbound support 701', // parked, and the agent gone
      'talking inbound 126 -', // fetched from the parking lot
      // Neither hint nor queue knows the phones 126 and 127 of this recording, so they pass for outside ones.
      'ringing inbound 127 -', // click-to-call
      'talking inbound 127 -',
      'talking inbound 610 -', // a conference
      'waiting inbound support -',
    ]) {
      expect(shown, sight).toContain(sight)
    }
  })

  test('no record ever holds a channel that is not there, nor a channel two records', () => {
    let steps = 0
    follow(version, (tables) => {
      if (steps++ % 20 > 0) return
      const channels = [...tables.calls.values()].flatMap((call) => call.channels)
      expect(channels.toSorted()).toEqual([...tables.channels.keys()].toSorted())
    })
  })
})
