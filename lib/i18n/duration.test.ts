import { expect, test } from 'vitest'
import { formatDuration } from './duration'

const SECOND = 1000

test.each([
  [0, '0:00'],
  [59.999 * SECOND, '0:59'],
  [402 * SECOND, '6:42'],
  [5999 * SECOND, '99:59'],
  [6000 * SECOND, '1:40:00'],
  [90_061 * SECOND, '25:01:01'],
])('%d ms are told as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('a clock that runs behind shows zero, never a negative time', () => {
  expect(formatDuration(-5 * SECOND)).toBe('0:00')
})
