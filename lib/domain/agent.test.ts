import { expect, test } from 'vitest'
import { agentStateAt, agentsOf } from './agent'
import { memberId, pbxName, queueId } from './ids'
import type { Member } from './member'

const pbx = pbxName('main')

function member(queue: string, fields: Partial<Member> = {}): Member {
  const phone = fields.interface ?? 'PJSIP/101'
  return {
    id: memberId(pbx, queue, phone),
    pbx,
    queue: queueId(pbx, queue),
    name: 'Anna',
    interface: phone,
    stateInterface: phone,
    membership: 'static',
    penalty: 0,
    ringInUse: false,
    wrapUpSeconds: 0,
    callsTaken: 0,
    lastCallAt: null,
    lastPauseAt: null,
    loggedInAt: null,
    device: 'notInUse',
    inCall: false,
    paused: false,
    pausedReason: null,
    activity: 'idle',
    activitySince: 5_000,
    ...fields,
  }
}

/** What the one agent does who is a member of several queues. */
function stateOf(...members: Member[]) {
  const [agent] = agentsOf(members)
  if (!agent) throw new Error('no agent')
  return agentStateAt(agent, 60_000)
}

test('members with the same interface in several queues are one agent, without regard to case', () => {
  const agents = agentsOf([
    member('support'),
    member('sales', { interface: 'pjsip/101' }),
    member('sales', { interface: 'PJSIP/102' }),
  ])
  expect(agents.map((agent) => agent.members.length)).toEqual([2, 1])
})

test('the same interface on another PBX is another agent', () => {
  expect(agentsOf([member('sales'), { ...member('sales'), pbx: pbxName('second') }])).toHaveLength(2)
})

test('an agent is called by a name where any queue has one', () => {
  const [agent] = agentsOf([member('a', { name: 'PJSIP/101' }), member('b', { name: 'Anna' })])
  expect(agent?.name).toBe('Anna')
})

test('an agent paused in one queue and ready in another can be called: ready', () => {
  expect(stateOf(member('a', { paused: true, lastPauseAt: 9_000 }), member('b')).state).toBe('ready')
})

test('an agent paused everywhere is paused since the first pause', () => {
  const both = stateOf(
    member('a', { paused: true, lastPauseAt: 9_000, pausedReason: 'lunch' }),
    member('b', { paused: true, lastPauseAt: 7_000 }),
  )
  expect(both).toMatchObject({ state: 'paused', since: 7_000 })
})

test('a call shows in the queue that it came from', () => {
  const talking = { activity: 'onCall', activitySince: 8_000 } as const
  expect(stateOf(member('a', talking), member('b', { ...talking, inCall: true })).member.queue).toBe(queueId(pbx, 'b'))
})

test('wrap-up in one queue outranks being ready in another', () => {
  expect(stateOf(member('a'), member('b', { lastCallAt: 58_000, wrapUpSeconds: 5 })).state).toBe('wrapUp')
})
