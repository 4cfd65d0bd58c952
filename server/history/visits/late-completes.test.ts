import { expect, it } from 'vitest'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import { VisitFollower } from './visit-follower'

type Said = PbxEvent extends infer One ? (One extends PbxEvent ? Omit<One, 'at' | 'pbx'> : never) : never

/** A caller who is taken out of a talk and put back into a queue; Asterisk tells of the first talk's end with the hang-up. */
function follow(...said: readonly (readonly [at: number, event: Said])[]): Visit[] {
  const visits = new Map<string, Visit>()
  const follower = new VisitFollower({
    pbx: PBX,
    channelName: () => null,
    memberName: (_queue, iface) => iface,
    told: (visit) => visits.set(visit.id, visit),
  })
  for (const [at, event] of said) follower.take({ ...event, at: at * 1000 } as PbxEvent)
  return [...visits.values()]
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
