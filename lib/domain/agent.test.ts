import { expect, test } from 'vitest'
import { agentStateAt, agentsOf } from './agent'
import { pbxName } from './ids'
import type { Member } from './member'
import { aMember, aQueue } from './testing/records'

/** Anna, as a member of a queue. */
function anna(queue: string, fields: Partial<Member> = {}): Member {
  return aMember(queue, '101', { name: 'Anna', ...fields })
}

/** What the one agent does who is a member of several queues. */
function stateOf(...members: Member[]) {
  const [agent] = agentsOf(members)
  if (!agent) throw new Error('no agent')
  return agentStateAt(agent, 60_000)
}

test('members with the same interface in several queues are one agent, without regard to case', () => {
  const agents = agentsOf([anna('support'), anna('sales', { interface: 'pjsip/101' }), aMember('sales', '102')])
  expect(agents.map((agent) => agent.members.length)).toEqual([2, 1])
})

test('the same interface on another PBX is another agent', () => {
  expect(agentsOf([anna('sales'), { ...anna('sales'), pbx: pbxName('second') }])).toHaveLength(2)
})

test('an agent is called by a name where any queue has one', () => {
  const [agent] = agentsOf([anna('a', { name: 'PJSIP/101' }), anna('b', { name: 'Anna' })])
  expect(agent?.name).toBe('Anna')
})

test('an agent paused in one queue and ready in another can be called: ready', () => {
  expect(stateOf(anna('a', { paused: true, lastPauseAt: 9_000 }), anna('b')).state).toBe('ready')
})

test('an agent paused everywhere is paused since the first pause', () => {
  const both = stateOf(
    anna('a', { paused: true, lastPauseAt: 9_000, pausedReason: 'lunch' }),
    anna('b', { paused: true, lastPauseAt: 7_000 }),
  )
  expect(both).toMatchObject({ state: 'paused', since: 7_000 })
})

test('a call shows in the queue that it came from', () => {
  const talking = { activity: 'onCall', activitySince: 8_000 } as const
  expect(stateOf(anna('a', talking), anna('b', { ...talking, inCall: true })).member.queue).toBe(aQueue('b').id)
})

test('wrap-up in one queue outranks being ready in another', () => {
  expect(stateOf(anna('a'), anna('b', { lastCallAt: 58_000, wrapUpSeconds: 5 })).state).toBe('wrapUp')
})
