import { describe, expect, it } from 'vitest'
import { agentStateAt, agentsOf } from './agent'
import { MEMBER_STATES_OF_TESTS } from './testing/member-states'
import { aMember } from './testing/records'
import { doingOf, overallOf, SPAN_STATES } from './time-line'

const AT = 60_000

describe('what somebody does', () => {
  it('is a pause with its reason', () => {
    const paused = aMember('q', '101', { paused: true, pausedReason: 'lunch', lastPauseAt: 1 })
    expect(doingOf(paused, AT)).toEqual({ state: 'paused', reason: 'lunch' })
  })

  it('is a call of the queue, or another one', () => {
    const talks = aMember('q', '101', { activity: 'onCall', inCall: true })
    expect(doingOf(talks, AT)).toEqual({ state: 'onCall', reason: null })
    expect(doingOf({ ...talks, inCall: false }, AT)).toEqual({ state: 'otherCall', reason: null })
  })

  it('has no reason left of a pause that a call outranks', () => {
    const talks = aMember('q', '101', { activity: 'onHold', inCall: true, paused: true, pausedReason: 'lunch' })
    expect(doingOf(talks, AT)).toEqual({ state: 'onHold', reason: null })
  })
})

describe('what somebody does on the whole', () => {
  const doing = (state: (typeof SPAN_STATES)[number], from = 0, reason: string | null = null) => ({
    ...{ state, from, reason },
  })

  it('is nothing without any queue', () => {
    expect(overallOf([])).toBeNull()
  })

  it('is a call in any queue, and a pause only where one is paused in all that can call', () => {
    expect(overallOf([doing('paused'), doing('onCall'), doing('ready')])?.state).toBe('onCall')
    expect(overallOf([doing('paused'), doing('ready')])?.state).toBe('ready')
    expect(overallOf([doing('paused'), doing('unavailable')])?.state).toBe('paused')
  })

  it('has of two pauses the same reason whichever comes first or is the older: one that was given, the first by its letters', () => {
    const [lunch, meeting, none] = [doing('paused', 9, 'lunch'), doing('paused', 7, 'meeting'), doing('paused', 5)]
    expect(overallOf([none, lunch, meeting])).toBe(lunch)
    expect(overallOf([meeting, lunch])).toBe(lunch)
    expect(overallOf([meeting, none])).toBe(meeting)
  })

  it('is what the screens say, of any two queues', () => {
    for (const one of MEMBER_STATES_OF_TESTS) {
      for (const other of MEMBER_STATES_OF_TESTS) {
        const members = [aMember('a', '101', one), aMember('b', '101', other)]
        const [agent] = agentsOf(members)
        const told = overallOf(members.map((member) => ({ ...doingOf(member, AT), from: 0 })))?.state
        expect(told === 'otherCall' ? 'onCall' : told).toBe(agent && agentStateAt(agent, AT).state)
      }
    }
  })
})

it('every state is more or less telling than every other', () => {
  for (const one of SPAN_STATES) {
    for (const other of SPAN_STATES.filter((state) => state !== one)) {
      const [a, b] = [
        { state: one, from: 0, reason: null },
        { state: other, from: 0, reason: null },
      ]
      expect(overallOf([a, b])).toBe(overallOf([b, a]))
    }
  }
})
