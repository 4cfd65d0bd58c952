import { describe, expect, test } from 'vitest'
import { agentsOf } from '@/lib/domain/agent'
import type { Member } from '@/lib/domain/member'
import { PERMISSIONS, type Permission } from '@/lib/domain/rights'
import { aCall, aCaller, aMember, aQueue, NOW, PBX } from '@/lib/domain/testing/records'
import type { Abilities, Viewer } from '@/lib/protocol/viewer'
import { agentRowAt } from '../model/agent-row'
import { callRowOf } from '../model/call-row'
import { callerRowAt } from '../model/caller-row'
import { AGENT_ACTIONS, whyNotAgent } from './agent-actions'
import { CALL_ACTIONS, whyNotCall } from './call-actions'
import { CALLER_ACTIONS, whyNotCaller } from './caller-actions'
import { QUEUE_ACTIONS, whyNotQueue } from './queue-actions'
import type { Situation } from './why-not'

const support = aQueue('support')
const sales = aQueue('sales')
const nameOf = (id: string) => (id === support.id ? 'support' : id === sales.id ? 'sales' : null)

function viewer(permissions: readonly Permission[], queues: string[] | null = null): Viewer {
  return {
    kind: 'account',
    id: '1',
    name: 'Sue',
    role: 'supervisor',
    queues: null,
    numbers: 'all',
    permissions: Object.fromEntries(permissions.map((permission) => [permission, queues])),
    phones: [{ pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }],
  }
}
const all: Situation = { viewer: viewer(PERMISSIONS), live: true, abilities: null }
const nobody: Situation = { ...all, viewer: viewer([]) }
const old: Situation = { ...all, live: false }

const caller = callerRowAt(aCaller('support', 'c', { position: 2 }), support, NOW)
const parties = {
  from: { name: 'Tom', number: '1', channel: 'PJSIP/trunk-00000001' },
  to: { name: 'Anna', number: '101', channel: 'PJSIP/101-00000002' },
}
const call = (fields = {}) => callRowOf(aCall('k', { queue: support.id, ...parties, ...fields }), support, undefined)
const agent = (...members: [Member, ...Member[]]) =>
  agentRowAt({ agent: agentsOf(members)[0] as never, call: undefined, pauseLimits: new Map() }, NOW)
const dynamic = aMember('support', '101', { membership: 'dynamic' })

const everything = (at: Situation) => [
  ...CALLER_ACTIONS.map((action) => whyNotCaller(action, caller, at)?.reason),
  ...CALL_ACTIONS.map((action) => whyNotCall(action, call(), at)?.reason),
  ...AGENT_ACTIONS.map((action) => whyNotAgent(action, agent(dynamic), support.id, nameOf, at)?.reason),
  ...QUEUE_ACTIONS.map((action) => whyNotQueue(action, support, at)?.reason),
]

test('without a right nothing is offered', () => {
  expect(new Set(everything(nobody))).toEqual(new Set(['refusedByRights']))
})

test('on a picture that is not live nothing can be done', () => {
  expect(new Set(everything(old))).toEqual(new Set(['notLive']))
})

test('a right to one queue is none to another', () => {
  const at = { ...all, viewer: viewer(PERMISSIONS, ['sales']) }
  expect(whyNotCaller('take', caller, at)?.reason).toBe('refusedByRights')
  expect(whyNotQueue('reset', sales, at)).toBeNull()
  expect(whyNotQueue('reset', support, at)?.reason).toBe('refusedByRights')
})

test('what the PBX does not offer says so, in its own detail', () => {
  const commands: Abilities['commands'] = { 'caller.priority': { reason: 'unsupported', detail: 'Asterisk 16' } }
  const at = { ...all, abilities: { pbx: PBX, asteriskVersion: '16', commands } }
  expect(whyNotCaller('priority', caller, at)).toEqual({ reason: 'unsupported', detail: 'Asterisk 16' })
  expect(whyNotCaller('take', caller, at)).toBeNull()
})

describe('a caller', () => {
  test('who is first cannot move up', () => {
    const first = callerRowAt(aCaller('support', 'c', { position: 1 }), support, NOW)
    expect(whyNotCaller('moveUp', first, all)?.reason).toBe('alreadyFirst')
    expect(whyNotCaller('moveUp', caller, all)).toBeNull()
  })

  test('is taken to a phone that one has at that PBX', () => {
    expect(whyNotCaller('take', caller, all)).toBeNull()
    const at = { ...all, viewer: { ...all.viewer, phones: [] } }
    expect(whyNotCaller('take', caller, at)?.reason).toBe('noPhone')
  })
})

describe('a call', () => {
  test.each([
    ['listen', { state: 'ringing' }, 'notTalking'],
    ['listen', {}, undefined],
    ['whisper', { state: 'held' }, undefined],
    ['transfer', { to: null }, 'oneParty'],
    ['park', { state: 'parked' }, 'notTalking'],
    ['fetch', {}, 'notParked'],
    ['fetch', { state: 'parked' }, undefined],
    ['recordStart', { recording: 'on' }, 'alreadyRecorded'],
    ['recordStop', {}, 'notRecorded'],
    ['recordMute', { recording: 'muted' }, 'alreadyMuted'],
    ['recordUnmute', { recording: 'on' }, 'notMuted'],
    ['hangUp', { state: 'ringing' }, undefined],
  ] as const)('%s of %j: %s', (action, fields, reason) => {
    expect(whyNotCall(action, call(fields), all)?.reason).toBe(reason)
  })

  test('at one’s own phone can be ended without a right to the queue’s, and not be listened to', () => {
    const own = call({ to: { name: 'Sue', number: '201', channel: 'PJSIP/201-00000003' } })
    expect(whyNotCall('hangUp', own, { ...all, viewer: viewer(['own.calls']) })).toBeNull()
    expect(whyNotCall('hangUp', call(), { ...all, viewer: viewer(['own.calls']) })?.reason).toBe('refusedByRights')
    expect(whyNotCall('listen', own, all)?.reason).toBe('ownPhone')
  })

  test('of no queue needs the right to all', () => {
    const at = { ...all, viewer: viewer(PERMISSIONS, ['support']) }
    expect(whyNotCall('hangUp', call(), at)).toBeNull()
    const bare = callRowOf(aCall('k', parties), undefined, undefined)
    expect(whyNotCall('hangUp', bare, at)?.reason).toBe('refusedByRights')
  })
})

describe('an agent', () => {
  test('of queues.conf cannot be logged out', () => {
    const fixed = agent(aMember('support', '101', { membership: 'static' }))
    expect(whyNotAgent('remove', fixed, support.id, nameOf, all)?.reason).toBe('staticMember')
    expect(whyNotAgent('remove', agent(dynamic), support.id, nameOf, all)).toBeNull()
  })

  test('is lent where they are not yet', () => {
    expect(whyNotAgent('add', agent(dynamic), support.id, nameOf, all)?.reason).toBe('alreadyMember')
    expect(whyNotAgent('add', agent(dynamic), sales.id, nameOf, all)).toBeNull()
  })

  test('in all queues can be paused while one of them is not', () => {
    const paused = aMember('support', '101', { paused: true })
    const both = agent(paused, aMember('sales', '101'))
    expect(whyNotAgent('pause', both, null, nameOf, all)).toBeNull()
    expect(whyNotAgent('unpause', both, null, nameOf, all)).toBeNull()
    expect(whyNotAgent('pause', agent(paused), null, nameOf, all)?.reason).toBe('alreadyPaused')
    expect(whyNotAgent('pause', both, null, nameOf, { ...all, viewer: viewer(PERMISSIONS, ['support']) })?.reason).toBe(
      'alreadyPaused',
    )
  })
})
