import { expect, test } from 'vitest'
import { type QueueAlarm, queueAlarmAt } from './alarm'
import type { Caller } from './caller'
import type { Member } from './member'
import type { QueueLimits } from './queue'
import { queueFiguresAt } from './queue-figures'
import { aCaller, aMember, aQueue, NO_LIMITS } from './testing/records'

const support = aQueue('support')
const idle = aMember('support', '101')

function caller(joinedAt: number): Caller {
  return aCaller('support', String(joinedAt), { joinedAt })
}

test('the longest wait is that of the oldest caller, whatever the order', () => {
  expect(queueFiguresAt([], [caller(7_000), caller(3_000), caller(5_000)], 9_000)).toMatchObject({
    waiting: 3,
    longestSince: 3_000,
  })
  expect(queueFiguresAt([], [], 9_000).longestSince).toBeNull()
})

test('ringing, hold and wrap-up count as on call; every member counts once', () => {
  const members: Member[] = [
    idle,
    { ...idle, activity: 'ringing' },
    { ...idle, activity: 'onCall', paused: true },
    { ...idle, activity: 'onHold' },
    { ...idle, lastCallAt: 8_000, wrapUpSeconds: 3 },
    { ...idle, paused: true },
    { ...idle, activity: 'unavailable' },
    { ...idle, activity: 'unavailable', paused: true },
  ]
  expect(queueFiguresAt(members, [], 9_000)).toMatchObject({ ready: 1, onCall: 4, paused: 2, away: 1 })
})

/** The alarm of a queue with one idle member, at 100 s. */
function alarm(limits: Partial<QueueLimits>, waitingSince: number[] = [], level: number | null = null): QueueAlarm {
  const figures = queueFiguresAt([idle], waitingSince.map(caller), 100_000)
  return queueAlarmAt({ limits: { ...NO_LIMITS, ...limits } }, figures, level, 100_000)
}

test('a limit is broken above it, not at it, and the worse of two levels counts', () => {
  const limits = { waitWarning: 60, waitCritical: 90 }
  expect(alarm(limits, [40_000]).level).toBe('calm')
  expect(alarm(limits, [39_000])).toEqual({
    level: 'warning',
    broken: [{ figure: 'wait', level: 'warning', limit: 60, value: 61 }],
  })
  expect(alarm(limits, [9_000]).broken).toEqual([{ figure: 'wait', level: 'critical', limit: 90, value: 91 }])
})

test('a service level breaks its limit from below, and only once something was counted', () => {
  const limits = { levelWarning: 80, levelCritical: 70 }
  expect(alarm(limits).level).toBe('calm')
  expect(alarm(limits, [], 79.9).level).toBe('warning')
  expect(alarm(limits, [], 69.9).level).toBe('critical')
})

test('of several broken limits the critical one comes first', () => {
  const { level, broken } = alarm({ waitWarning: 10, waitingCritical: 1 }, [80_000, 90_000])
  expect(level).toBe('critical')
  expect(broken.map((limit) => limit.figure)).toEqual(['waiting', 'wait'])
})

test('a queue is closed while nobody waits and nobody could answer', () => {
  const empty = queueFiguresAt([{ ...idle, activity: 'unavailable' }], [], 0)
  expect(queueAlarmAt(support, empty, null, 0).level).toBe('closed')
  const waiting = queueFiguresAt([], [caller(0)], 0)
  expect(queueAlarmAt(support, waiting, null, 0).level).toBe('calm')
})
