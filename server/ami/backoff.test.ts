import { expect, test } from 'vitest'
import { backoffDelay } from './backoff'
import { AMI_TIMES } from './times'

test('waits double from half a second to fifteen', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 1_000].map((attempt) => backoffDelay(AMI_TIMES, attempt, false, 0))
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000])
})

test('jitter shortens a wait by up to a quarter', () => {
  expect(backoffDelay(AMI_TIMES, 6, false, 0.5)).toBe(13_125)
  expect(backoffDelay(AMI_TIMES, 6, false, 0.999999)).toBe(11_250)
})

test('a refused login waits a minute from the first time on', () => {
  expect(backoffDelay(AMI_TIMES, 1, true, 0)).toBe(60_000)
  expect(backoffDelay(AMI_TIMES, 9, true, 0)).toBe(60_000)
})
