import { expect, test } from 'vitest'
import { type Member, memberStateAt } from './member'
import { aMember } from './testing/records'

const anna = aMember('sales', '101', { loggedInAt: 1_000, activitySince: 5_000 })

test('an idle member is ready since the phone became idle', () => {
  expect(memberStateAt(anna, 9_000)).toEqual({ state: 'ready', since: 5_000 })
})

test('wrap-up runs from the end of the last call and turns into ready by itself', () => {
  const wrapping: Member = { ...anna, wrapUpSeconds: 10, lastCallAt: 5_000 }
  expect(memberStateAt(wrapping, 14_999)).toEqual({ state: 'wrapUp', since: 5_000 })
  expect(memberStateAt(wrapping, 15_000)).toEqual({ state: 'ready', since: 15_000 })
})

test('a member who paused in mid-call is on call until the call ends, then paused', () => {
  const talking: Member = { ...anna, paused: true, lastPauseAt: 7_000, activity: 'onCall', activitySince: 6_000 }
  expect(memberStateAt(talking, 9_000)).toEqual({ state: 'onCall', since: 6_000 })
  expect(memberStateAt({ ...talking, activity: 'idle' }, 9_000)).toEqual({ state: 'paused', since: 7_000 })
})

test('a pause outranks an absent phone', () => {
  const away: Member = { ...anna, activity: 'unavailable' }
  expect(memberStateAt(away, 9_000).state).toBe('unavailable')
  expect(memberStateAt({ ...away, paused: true, lastPauseAt: 7_000 }, 9_000).state).toBe('paused')
})
