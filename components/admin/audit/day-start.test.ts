import { expect, test } from 'vitest'
import { dayStart } from './day-start'

const at = (iso: string) => Date.parse(iso)

test.each([
  ['2026-11-23', 'UTC', '2026-11-23T00:00:00Z'],
  ['2026-11-23', 'Europe/Berlin', '2026-11-22T23:00:00Z'],
  ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
  // The clocks change within these days, hours after they begin.
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
  ['2026-11-23', 'Asia/Kathmandu', '2026-11-22T18:15:00Z'],
  // Here midnight itself is skipped: the day begins at one o'clock.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00Z'],
])('%s in %s begins at %s', (day, zone, start) => {
  expect(new Date(dayStart(day, 0, zone) ?? 0).toISOString()).toBe(new Date(at(start)).toISOString())
})

test('the day after the last of a month is the first of the next', () => {
  expect(dayStart('2026-11-30', 1, 'UTC')).toBe(at('2026-12-01T00:00:00Z'))
})

test.each(['', '2026', 'yesterday'])('%j is no day', (text) => {
  expect(dayStart(text, 0, 'UTC')).toBeNull()
})
