import { describe, expect, test } from 'vitest'
import { BoardDays } from './board-days'
import { movedBy, namedAgain, PRESETS, resolved, spanBefore } from './span'

const days = new BoardDays('Europe/Warsaw', 0)
/** Monday, 26 October 2026, the day after the clocks went back. */
const NOW = Date.parse('2026-10-26T09:30Z')
const shown = ({ from, to }: { from: number; to: number }) => `${days.zone.shown(from)} ${days.zone.shown(to)}`

describe('a span by its name', () => {
  test.each([
    ['yesterday', '2026-10-25T00:00 2026-10-26T00:00'],
    ['week', '2026-10-26T00:00 2026-11-02T00:00'],
    ['days7', '2026-10-19T00:00 2026-10-26T00:00'],
    ['days28', '2026-09-28T00:00 2026-10-26T00:00'],
    ['month', '2026-10-01T00:00 2026-11-01T00:00'],
  ])('%s is by the board’s calendar, on whichever days clocks are moved', (preset, told) => {
    const found = PRESETS.find((one) => one === preset) ?? 'yesterday'
    expect(shown(resolved({ preset: found }, NOW, days))).toBe(told)
  })

  test('today is the whole day, and begins at the board’s hour', () => {
    expect(shown(resolved({ window: 'today' }, NOW, days))).toBe('2026-10-26T00:00 2026-10-27T00:00')
    const nights = new BoardDays('Europe/Warsaw', 14 * 3_600_000)
    expect(shown(resolved({ window: 'today' }, NOW, nights))).toBe('2026-10-25T14:00 2026-10-26T14:00')
    expect(shown(resolved({ window: 'last15' }, NOW, days))).toBe('2026-10-26T10:15 2026-10-26T10:30')
  })
})

describe('the arrows', () => {
  const moved = (direction: 1 | -1, from: string, to: string) =>
    shown(movedBy(direction, { from: days.zone.at(from) ?? 0, to: days.zone.at(to) ?? 0 }, days))

  test('move by days, months or the length of it', () => {
    expect(moved(-1, '2026-10-26T00:00', '2026-10-27T00:00')).toBe('2026-10-25T00:00 2026-10-26T00:00')
    expect(moved(1, '2026-10-24T00:00', '2026-10-26T00:00')).toBe('2026-10-26T00:00 2026-10-28T00:00')
    expect(moved(-1, '2026-03-01T00:00', '2026-04-01T00:00')).toBe('2026-02-01T00:00 2026-03-01T00:00')
    expect(moved(1, '2027-01-01T00:00', '2027-02-01T00:00')).toBe('2027-02-01T00:00 2027-03-01T00:00')
    expect(moved(-1, '2026-11-20T08:00', '2026-11-20T20:00')).toBe('2026-11-19T20:00 2026-11-20T08:00')
  })

  test('come back to today, which goes on', () => {
    const yesterday = resolved({ preset: 'yesterday' }, NOW, days)
    expect(namedAgain(movedBy(1, yesterday, days), NOW, days)).toEqual({ window: 'today' })
    expect(namedAgain(yesterday, NOW, days)).toEqual(yesterday)
  })
})

test('what is not over is compared with as much of what was before', () => {
  expect(shown(spanBefore(resolved({ window: 'today' }, NOW, days), NOW, days))).toBe(
    // Ten and a half hours passed, and one of that Sunday's came twice.
    '2026-10-25T00:00 2026-10-25T09:30',
  )
  expect(shown(spanBefore(resolved({ preset: 'yesterday' }, NOW, days), NOW, days))).toBe(
    '2026-10-24T00:00 2026-10-25T00:00',
  )
})

test.each([
  ['2026-07-01T12:00', '2026-07-01T10:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
])('%s by the clock in Warsaw is %s', (at, utc) => {
  expect(new Date(days.zone.at(at) ?? 0).toISOString()).toBe(utc)
})
