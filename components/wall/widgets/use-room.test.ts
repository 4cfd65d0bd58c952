import { expect, test } from 'vitest'
import { drawnOf } from './use-room'

test('all rows are drawn where they fit, else as many as leave room to count the rest', () => {
  expect(drawnOf(4, 2.5, 10)).toBe(4)
  expect(drawnOf(5, 2.5, 10)).toBe(3)
  expect(drawnOf(2, 4.5, 8)).toBe(1)
  expect(drawnOf(9, 4.5, 2)).toBe(0)
  expect(drawnOf(0, 4.5, 2)).toBe(0)
})
