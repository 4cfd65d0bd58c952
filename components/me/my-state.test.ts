import { describe, expect, it } from 'vitest'
import { agentsOf } from '@/lib/domain/agent'
import { aCall, aMember } from '@/lib/domain/testing/records'
import { myStateAt } from './my-state'
import { type MyCall, myAgent } from './use-me'

const NOW = 1_700_000_000_000
const mine = (call: Parameters<typeof aCall>[1]): MyCall => ({
  call: aCall('c1', call),
  interface: 'PJSIP/101',
  side: 'to',
  waited: null,
  previous: null,
  link: null,
})
const agent = (member: Parameters<typeof aMember>[2]) => agentsOf([aMember('support', '101', member)])[0] ?? null

describe('my own state', () => {
  it('is logged out for who is in no queue and on no call', () => {
    expect(myStateAt(null, [], NOW).state).toBe('loggedOut')
  })

  it('is on call during a call that came through no queue', () => {
    const idle = agent({ activity: 'idle', activitySince: NOW - 9000 })
    expect(myStateAt(idle, [mine({ state: 'talking', stateSince: NOW - 5000 })], NOW)).toEqual({
      state: 'onCall',
      since: NOW - 5000,
      reason: null,
    })
  })

  it('is on hold, with the time of the queue’s agent, while the agent holds', () => {
    const held = agent({ activity: 'onHold', activitySince: NOW - 3000 })
    expect(myStateAt(held, [mine({ state: 'talking' })], NOW)).toMatchObject({ state: 'onHold', since: NOW - 3000 })
  })

  it('says why it is paused', () => {
    expect(myStateAt(agent({ paused: true, pausedReason: 'Lunch' }), [], NOW)).toMatchObject({
      state: 'paused',
      reason: 'Lunch',
    })
  })
})

describe('which agent I am', () => {
  const phone = (name: string) => ({ pbx: 'asterisk-1', interface: name, exten: null, label: null })
  const member = aMember('support', '101')

  it('is found by my phone’s interface, whatever its case', () => {
    expect(myAgent([{ ...phone('pjsip/101'), pbx: member.pbx }], [member])?.interface).toBe('PJSIP/101')
  })

  it('is nobody when my phone is in no queue', () => {
    expect(myAgent([{ ...phone('PJSIP/102'), pbx: member.pbx }], [member])).toBeNull()
  })
})
