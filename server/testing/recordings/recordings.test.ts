import { describe, expect, test } from 'vitest'
import type { DeviceState } from '@/lib/domain/member'
import { reduce } from '@/server/store/reducers/reduce'
import type { PbxTables } from '@/server/store/reducers/tables'
import { CONTEXT, fileOf, type Recorded, type RecordedVersion, recorded, replay, startOf } from './recording'
import { type Shown, snapshotsOf } from './snapshot'

/** The lists of the login come first; later lists would heal what live events left wrong, so they are left out. */
const FIRST_LISTS_MS = 4_000
/** `queue show` and `core show channels` were asked one after the other. */
const BETWEEN_ANSWERS_MS = 200

const STATUS: Record<string, DeviceState> = {
  'Not in use': 'notInUse',
  'In use': 'inUse',
  Ringing: 'ringing',
  Busy: 'busy',
  Unavailable: 'unavailable',
  'On Hold': 'onHold',
  Unknown: 'unknown',
  Invalid: 'invalid',
}

const ended = ['answered', 'abandoned', 'timed_out', 'left_empty', 'withdrawn', 'exit_key'] as const
type ExpectedQueue = { joins: number } & { [ending in (typeof ended)[number]]?: number }
type Expected = { queues: Record<string, ExpectedQueue>; queue_show_at_end: Record<string, { C: number; A: number }> }

describe.each<RecordedVersion>(['22', '16'])('what an Asterisk %s said over minutes of real calls', (version) => {
  const messages = recorded(version)
  const start = startOf(version)
  const expected: Expected = JSON.parse(fileOf(version, 'expected.json'))

  function liveUntil(second: number): PbxTables {
    return replay(messages, (one) => one.at <= start + second * 1000 && isLive(one, start))
  }

  test.each(snapshotsOf(version).map((shown) => [shown.second, shown] as const))(
    'live events alone lead to what the PBX itself showed at %d s',
    (second, shown) => {
      const tables = liveUntil(second)
      for (const queue of shown.queues) {
        expect(membersOf(tables, queue.name), queue.name).toEqual(shownMembers(shown, queue.name))
        expect(callersOf(tables, queue.name), queue.name).toEqual(queue.callers)
        const counted = tables.queues.get(tables.ids.queue(queue.name))
        expect([counted?.completed, counted?.abandoned], queue.name).toEqual([queue.completed, queue.abandoned])
      }
    },
  )

  test.each(snapshotsOf(version).map((shown) => [shown.second, shown] as const))(
    'the channels and their bridges were those that the PBX showed right after %d s',
    (second, shown) => {
      const tables = liveUntil(second)
      const moments = [channelsOf(tables)]
      for (const one of messages) {
        const late = one.at - start - second * 1000
        if (!one.event || late <= 0 || late > BETWEEN_ANSWERS_MS || !isLive(one, start)) continue
        reduce(tables, one.event, CONTEXT)
        moments.push(channelsOf(tables))
      }
      expect(moments).toContainEqual(shownChannels(shown))
    },
  )

  test('as many joined, were answered and were lost as the log of the queues says', () => {
    const count = (type: string, queue: string) =>
      messages.filter(({ event }) => event?.type === type && 'queue' in event && event.queue === queue).length
    for (const [queue, truth] of Object.entries(expected.queues)) {
      expect(count('callerJoined', queue)).toBe(truth.joins)
      expect(count('agentConnected', queue)).toBe(truth.answered ?? 0)
      const lost = ['abandoned', 'timed_out', 'left_empty', 'withdrawn'] as const
      expect(count('callerAbandoned', queue)).toBe(lost.reduce((sum, ending) => sum + (truth[ending] ?? 0), 0))
      expect(ended.reduce((sum, ending) => sum + (truth[ending] ?? 0), 0)).toBe(truth.joins)
    }
  })

  test('nothing is left when everybody has hung up', () => {
    const tables = liveUntil(Number.POSITIVE_INFINITY)
    const left = [tables.channels, tables.openCalls, tables.calls, tables.callers, tables.waiting, tables.bridges]
    expect(left.map((table) => table.size)).toEqual([0, 0, 0, 0, 0, 0])
    expect([tables.agentCalls.size, tables.callOfChannel.size, tables.callOfLinkedid.size]).toEqual([0, 0, 0])
    for (const member of tables.members.values()) expect([member.inCall, member.activity]).toEqual([false, 'idle'])
    for (const [name, { C, A }] of Object.entries(expected.queue_show_at_end)) {
      expect(tables.queues.get(tables.ids.queue(name))).toMatchObject({ completed: C, abandoned: A })
    }
  })

  test('the lists of later polls change nothing that live events had right', () => {
    const tables = replay(messages, () => true)
    expect([tables.channels.size, tables.calls.size, tables.callers.size]).toEqual([0, 0, 0])
    for (const [name, { C, A }] of Object.entries(expected.queue_show_at_end)) {
      expect(tables.queues.get(tables.ids.queue(name))).toMatchObject({ completed: C, abandoned: A })
    }
    expect(tables.members.get(tables.ids.member('sales', RELOADED))?.penalty).toBe(4)
  })

  test('names in many scripts come out right, escaped in channel snapshots and raw in lists', () => {
    const names = new Set<string | null>()
    const listed = new Set<string | null>()
    for (const { event } of messages) {
      if (event?.type === 'callerJoined') names.add(event.channel.caller.name)
      if (event?.type === 'callerPut') listed.add(event.party.name)
    }
    for (const name of ["Tom O'Brien", "Pat O'Neil", 'Будь Ласка', '佐藤 健', 'Jiří Dvořák'])
      expect(names).toContain(name)
    for (const name of listed) expect(names).toContain(name)
    const members = new Set(
      [...replay(messages, (one) => one.at < start + 10_000).members.values()].map(({ name }) => name),
    )
    expect(members).toContain("Tom O'Brien")
    expect(members).toContain('Jiří "Q" Dvořák \\ 佐藤')
  })

  test('every caller who waited had the place and the number that the log has', () => {
    const joins = new Map<string, string>()
    for (const { event } of messages) {
      if (event?.type === 'callerJoined') {
        const { uniqueid, caller } = event.channel
        joins.set(`${uniqueid}|${event.queue}`, `${caller.number}|${event.position}`)
      }
    }
    const logged = fileOf(version, 'queue_log')
      .split('\n')
      .map((line) => line.split('|'))
    for (const [, uniqueid, queue, , what, , number, place] of logged) {
      if (what === 'ENTERQUEUE') expect(joins.get(`${uniqueid}|${queue}`)).toBe(`${number}|${place}`)
    }
  })
})

function isLive(one: Recorded, start: number): boolean {
  return !one.isListItem || one.at < start + FIRST_LISTS_MS
}

/**
 * In mid-recording the file gave this member another penalty, and `queue reload all` took it over: no event tells that,
 * so live events know it only once the member's phone does something.
 */
const RELOADED = 'PJSIP/107'

function withoutReloadedPenalty<M extends { interface: string; penalty: number }>(member: M): M {
  return member.interface === RELOADED ? { ...member, penalty: 0 } : member
}

function membersOf(tables: PbxTables, queue: string) {
  return [...tables.membersByQueue.of(tables.ids.queue(queue))]
    .flatMap((id) => tables.members.get(id) ?? [])
    .map(({ name, interface: phone, penalty, device, inCall, paused, pausedReason, callsTaken }) => {
      return {
        name,
        interface: phone,
        penalty,
        device,
        inCall,
        paused: paused ? (pausedReason ?? '') : null,
        callsTaken,
      }
    })
    .map(withoutReloadedPenalty)
    .sort(byInterface)
}

function shownMembers(shown: Shown, queue: string) {
  const members = shown.queues.find(({ name }) => name === queue)?.members ?? []
  return members
    .map(({ status, ...member }) => ({ ...member, device: STATUS[status] }))
    .map(withoutReloadedPenalty)
    .sort(byInterface)
}

function byInterface(one: { interface: string }, other: { interface: string }): number {
  return one.interface < other.interface ? -1 : 1
}

function callersOf(tables: PbxTables, queue: string): string[] {
  return [...tables.callersByQueue.of(tables.ids.queue(queue))]
    .flatMap((id) => tables.callers.get(id) ?? [])
    .sort((one, other) => one.position - other.position)
    .map((caller) => caller.channel)
}

function channelsOf(tables: PbxTables) {
  return [...tables.channels.values()]
    .map(({ uniqueid, name, bridge }) => ({ uniqueid, name, bridge }))
    .sort(byUniqueid)
}

function shownChannels(shown: Shown) {
  return [...shown.channels].sort(byUniqueid)
}

function byUniqueid(one: { uniqueid: string }, other: { uniqueid: string }): number {
  return one.uniqueid < other.uniqueid ? -1 : 1
}
