import { describe, expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import { VisitFollower } from './visit-follower'

type Said = PbxEvent extends infer One ? (One extends PbxEvent ? Omit<One, 'at' | 'pbx'> : never) : never

/** One caller's visits of what Asterisk says. */
function follow(...said: readonly (readonly [at: number, event: Said])[]): Visit[] {
  return followAsking(undefined, ...said)
}

/** Of the last `follow`. */
let told: ReadonlyMap<string, Visit> = new Map()

type AskStatus = () => Promise<string | null>

function followAsking(
  askStatus: AskStatus | undefined,
  ...said: readonly (readonly [at: number, event: Said])[]
): Visit[] {
  const follower = followerOf(askStatus)
  for (const [at, event] of said) follower.take({ ...event, at: at * 1000 } as PbxEvent)
  return [...told.values()]
}

function followerOf(askStatus: AskStatus | undefined, tellsPlaces = false): VisitFollower {
  const visits = new Map<string, Visit>()
  told = visits
  return new VisitFollower({
    pbx: PBX,
    channelName: () => null,
    memberName: (_queue, iface) => iface,
    told: (visit) => visits.set(visit.id, visit),
    tellsPlaces: () => tellsPlaces,
    ...(askStatus && { askStatus }),
  })
}

const channel = { uniqueid: '1.1', caller: { number: '555', name: null } } as ChannelFields
const joins: Said = { type: 'callerJoined', queue: 'billing', position: 1, count: 1, channel }
const leaves: Said = { type: 'callerLeft', queue: 'billing', position: 1, count: 0, uniqueid: '1.1' }
const of = { queue: 'billing', callerUniqueid: '1.1', holdSeconds: 0 } as const
const answers = (iface: string, agentUniqueid: string): Said => ({
  ...{ type: 'agentConnected', interface: iface, agentUniqueid, ringSeconds: 0, ...of },
})
const completes = (iface: string, talkSeconds: number): Said => ({
  ...{ type: 'agentCompleted', interface: iface, agentUniqueid: null, talkSeconds, reason: 'caller', ...of },
})
const gone = (uniqueid: string): Said => ({ type: 'channelHungUp', uniqueid, cause: 16 })

const backInTheQueue = [
  [0, joins],
  [3, leaves],
  [3, answers('PJSIP/101', '1.2')],
  [10, gone('1.2')],
  [10, joins],
] as const

it('a completion told late belongs to the talk with that agent, and not to the one that goes on', () => {
  const visits = follow(
    ...backInTheQueue,
    [12, leaves],
    [12, answers('PJSIP/102', '1.3')],
    [15, completes('PJSIP/101', 12)],
  )
  expect(visits.map(({ agent, talkEndedAt, endedBy }) => [agent, talkEndedAt, endedBy])).toEqual([
    ['PJSIP/101', 10_000, 'caller'],
    ['PJSIP/102', null, null],
  ])
})

it('a completion told late does not end the waiting of whoever stands in a queue again', () => {
  const visits = follow(
    ...backInTheQueue,
    ...([
      [15, { type: 'hangupRequested', uniqueid: '1.1' }],
      [15, completes('PJSIP/101', 12)],
      [15, { type: 'callerAbandoned', queue: 'billing', uniqueid: '1.1', originalPosition: 1, holdSeconds: 5 }],
    ] as const),
  )
  expect(visits.map(({ ending, leftAt }) => [ending, leftAt])).toEqual([
    ['answered', 3_000],
    ['hungUp', 15_000],
  ])
})

it.each([
  ['TIMEOUT', 'timedOut'],
  ['WITHDRAW', 'withdrawn'],
  ['LEAVEEMPTY', 'noAgents'],
  ['', 'moved'],
  [null, 'lost'],
])('who was let down and stands in the next queue at once ended as the dialplan says: %s', async (status, ending) => {
  const letDown = {
    type: 'callerAbandoned',
    queue: 'billing',
    uniqueid: '1.1',
    originalPosition: 1,
    holdSeconds: 4,
  } as const
  const next: Said = { type: 'callerJoined', queue: 'sales', position: 1, count: 1, channel }
  followAsking(async () => status, [0, joins], [4, letDown], [4, leaves], [4, next])
  await new Promise((resolve) => setImmediate(resolve))
  expect([...told.values()].map((visit) => [visit.queue, visit.ending, visit.leftAt])).toEqual([
    ['billing', ending, 4_000],
    ['sales', null, null],
  ])
})

describe('who was let go by one queue, and left the next', () => {
  const letDown = (queue: string, place?: string): Said => ({
    ...{ type: 'callerAbandoned', queue, uniqueid: '1.1', originalPosition: 1, holdSeconds: 4 },
    ...(place !== undefined && { place }),
  })
  const next: Said = { type: 'callerJoined', queue: 'sales', position: 1, count: 1, channel, place: 'in|sales|2' }
  const tick: Said = { type: 'tick' }
  const both = [
    [0, joins],
    [4, letDown('billing')],
    [4, next],
  ] as const
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  const ending = () => [...told.values()].find(({ queue }) => queue === 'sales')?.ending

  it('was moved, where they stand elsewhere by then: what the queue before has left as its word is no word on this one', async () => {
    followAsking(async () => 'TIMEOUT', ...both, [9, letDown('sales', 'in|echo|1')])
    await settled()
    expect(ending()).toBe('moved')
  })

  it('is lost, nobody knows how, where the word is the same as before and may be the old one', async () => {
    const follower = followerOf(async () => 'TIMEOUT')
    for (const [at, event] of both) follower.take({ ...event, at: at * 1000 } as PbxEvent)
    await settled()
    for (const [at, event] of [
      [9, letDown('sales', 'in|sales|2')],
      [12, tick],
    ] as const)
      follower.take({ ...event, at: at * 1000 } as PbxEvent)
    await settled()
    expect(ending()).toBe('lost')
  })

  it('timed out again, where this Asterisk would have told that they were sent elsewhere', async () => {
    const follower = followerOf(async () => 'TIMEOUT', true)
    for (const [at, event] of both) follower.take({ ...event, at: at * 1000 } as PbxEvent)
    await settled()
    for (const [at, event] of [
      [9, letDown('sales', 'in|sales|2')],
      [12, tick],
    ] as const)
      follower.take({ ...event, at: at * 1000 } as PbxEvent)
    await settled()
    expect(ending()).toBe('timedOut')
  })

  it('was moved, where each word of the dialplan is heard and none came', async () => {
    const caller = { number: null, name: null }
    const heard: Said = { type: 'queueStatusSet', uniqueid: '1.1', status: 'TIMEOUT', caller }
    followAsking(
      async () => 'TIMEOUT',
      [0, joins],
      [4, letDown('billing')],
      [4, heard],
      [4, next],
      [9, letDown('sales')],
      [12, tick],
    )
    await settled()
    expect(ending()).toBe('moved')
  })

  it('is lost, where the old word comes along with the hang-up', () => {
    const caller = { number: null, name: null }
    const heard: Said = { type: 'queueStatusSet', uniqueid: '1.1', status: 'TIMEOUT', caller }
    const hangsUp: Said = { type: 'channelHungUp', uniqueid: '1.1', cause: 16, queueStatus: 'TIMEOUT' }
    followAsking(
      async () => null,
      [0, joins],
      [4, letDown('billing')],
      [4, heard],
      [4, next],
      [9, letDown('sales')],
      [9, hangsUp],
    )
    expect(ending()).toBe('lost')
  })
})

it('a transfer that is told once the caller stands in the next queue still says where to', () => {
  const next: Said = { type: 'callerJoined', queue: 'sales', position: 1, count: 1, channel }
  const transferred = {
    ...{ type: 'blindTransferred', byUniqueid: '1.2', uniqueid: '1.1', exten: 'sales', succeeded: true },
  } as Said
  const [first] = follow([0, joins], [3, leaves], [3, answers('PJSIP/101', '1.2')], [10, next], [10, transferred])
  expect(first).toMatchObject({ endedBy: 'transfer', transferredTo: 'sales', talkEndedAt: 10_000 })
})

it('an agent who asks somebody and sends that one elsewhere has not transferred the caller, and leaves the talk', () => {
  const asked: Said = { type: 'blindTransferred', byUniqueid: '1.2', uniqueid: '1.3', exten: 'sales', succeeded: true }
  const [visit] = follow([0, joins], [3, leaves], [3, answers('PJSIP/101', '1.2')], [10, asked], [11, gone('1.2')])
  expect(visit).toMatchObject({ transferredTo: null, talkEndedAt: 11_000 })
  expect(visit?.endedBy).not.toBe('transfer')
})

it('a completion without its caller, of a talk that began at another time, ends nobody else’s', () => {
  const ofAnother = { ...completes('PJSIP/101', 40), callerUniqueid: null } as Said
  const visits = follow([50, joins], [53, leaves], [53, answers('PJSIP/101', '1.2')], [54, ofAnother])
  expect(visits.map(({ talkEndedAt }) => talkEndedAt)).toEqual([null])
  const itsOwn = { ...completes('PJSIP/101', 7), callerUniqueid: null } as Said
  const ended = follow([50, joins], [53, leaves], [53, answers('PJSIP/101', '1.2')], [60, itsOwn])
  expect(ended.map(({ talkEndedAt }) => talkEndedAt)).toEqual([60_000])
})

it('after a kill, who comes into a queue before the lists are read had left the one before unseen', () => {
  const [before] = follow([20, joins])
  if (!before) throw new Error('there is a visit')
  const visits = new Map<string, Visit>()
  const told = (visit: Visit) => visits.set(visit.id, visit)
  const follower = new VisitFollower({ pbx: PBX, channelName: () => null, memberName: () => null, told })
  // The last note that somebody watched is older than the visit.
  follower.loses(15_000)
  follower.adopt([before])
  follower.take({ ...joins, at: 40_000 } as PbxEvent)
  expect([...visits.values()].map(({ ending }) => ending)).toEqual(['unknown', null])
})

it('a word on how a queue was left, told before the lists are read, may be of a visit that nobody saw', () => {
  const visits = new Map<string, Visit>()
  const told = (visit: Visit) => visits.set(visit.id, visit)
  const follower = new VisitFollower({ pbx: PBX, channelName: () => null, memberName: () => null, told })
  follower.take({ ...joins, at: 20_000 } as PbxEvent)
  follower.loses(25_000)
  const caller = { number: null, name: null }
  follower.take({ type: 'queueStatusSet', at: 60_000, uniqueid: '1.1', status: 'WITHDRAW', caller } as PbxEvent)
  expect([...visits.values()]).toMatchObject([{ ending: 'unknown', isPartlyUnseen: true }])
})

it('a completion told after both have gone ends no other talk that its agent began at that moment', () => {
  const other = { ...channel, uniqueid: '1.5' }
  const visits = follow(
    [0, joins],
    [0, { ...joins, channel: other } as Said],
    [3, leaves],
    [3, { ...leaves, callerUniqueid: '1.5' } as Said],
    [3, answers('PJSIP/101', '1.2')],
    [3, { ...answers('PJSIP/101', '1.6'), callerUniqueid: '1.5' } as Said],
    [20, { type: 'hangupRequested', uniqueid: '1.2' }],
    [20, gone('1.2')],
    [20, gone('1.1')],
    [20, completes('PJSIP/101', 17)],
  )
  expect(visits.map(({ talkEndedAt }) => talkEndedAt)).toEqual([20_000, null])
})

it('after a kill in the middle of asking, who stands in the next queue goes on, and how the first was left is not known', () => {
  const [before] = followAsking(async () => null, [0, joins])
  const next: Said = { type: 'callerJoined', queue: 'sales', position: 1, count: 1, channel }
  const [after] = follow([4, next])
  if (!before || !after) throw new Error('there are two visits')
  const visits = new Map<string, Visit>()
  const follower = new VisitFollower({
    pbx: PBX,
    channelName: () => null,
    memberName: () => null,
    told: (visit) => visits.set(visit.id, visit),
  })
  follower.adopt([before, after])
  expect([...visits.values()].map(({ queue, ending }) => [queue, ending])).toEqual([
    ['billing', 'unknown'],
    ['sales', null],
  ])
  expect(follower.open().map(({ queue }) => queue)).toEqual(['sales'])
})
