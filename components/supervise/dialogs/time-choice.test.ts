import { expect, test } from 'vitest'
import { secondsOf } from './time-choice'

const now = new Date(2026, 10, 23, 14, 0, 0)

test('minutes are minutes, and what stays has no end', () => {
  expect(secondsOf('30', '', now)).toBe(1800)
  expect(secondsOf('stays', '15:00', now)).toBeNull()
})

test('a time of day is today’s, or tomorrow’s when it has passed', () => {
  expect(secondsOf('until', '14:45', now)).toBe(45 * 60)
  expect(secondsOf('until', '13:00', now)).toBe(23 * 3600)
  expect(secondsOf('until', '14:00', now)).toBe(86_400)
})

test.each(['', '25:00', '14:75', 'noon'])('%j is no time of day', (hours) => {
  expect(secondsOf('until', hours, now)).toBeUndefined()
})
