import { describe, expect, test } from 'vitest'
import { ClockText } from './clock-text'

const NOW = Date.UTC(2026, 10, 23, 9, 42, 5)

describe('the time on a wall', () => {
  test('is that of the board, not of the browser', () => {
    expect(new ClockText('en', 'Europe/Warsaw').time(NOW)).toBe('10:42')
    expect(new ClockText('en', 'America/New_York').time(NOW)).toBe('04:42')
    expect(new ClockText('en', 'Europe/Warsaw').timeWithSeconds(NOW)).toBe('10:42:05')
  })

  test('comes with the date and the place', () => {
    expect(new ClockText('en', 'Europe/Warsaw').date(NOW)).toBe('Mon 23 Nov · Warsaw, CET')
    expect(new ClockText('en', 'UTC').date(NOW)).toBe('Mon 23 Nov · UTC')
    expect(new ClockText('ru', 'UTC').date(NOW)).toBe('пн 23 ноября · UTC')
    expect(new ClockText('ru', 'Etc/UTC').date(NOW)).toBe('пн 23 ноября · UTC')
    expect(new ClockText('ru', 'Europe/Moscow').date(NOW)).toBe('пн 23 ноября · Москва')
  })

  test('midnight is 00:00', () => {
    expect(new ClockText('en', 'UTC').time(Date.UTC(2026, 10, 23))).toBe('00:00')
  })

  test('a moment of another day is told with its date', () => {
    const clock = new ClockText('en', 'Europe/Warsaw')
    expect(clock.since(Date.UTC(2026, 10, 23, 7), NOW)).toBe('08:00')
    expect(clock.since(Date.UTC(2026, 10, 21, 7), NOW)).toBe('21 Nov 08:00')
  })
})
