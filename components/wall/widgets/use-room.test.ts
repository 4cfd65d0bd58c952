import { expect, test } from 'vitest'
import { drawnOf } from './use-room'

test('all rows are drawn where they fit, else as many as leave room to count the rest', () => {
  expect(drawnOf(4, 2.5, 10)).toEqual({ drawn: 4, counts: false })
  expect(drawnOf(5, 2.5, 10)).toEqual({ drawn: 3, counts: true })
  expect(drawnOf(2, 4.5, 8)).toEqual({ drawn: 1, counts: true })
  expect(drawnOf(9, 4.5, 2)).toEqual({ drawn: 0, counts: true })
  expect(drawnOf(0, 4.5, 2)).toEqual({ drawn: 0, counts: false })
})

test('one row is drawn where there is room for one and not for the count beside it', () => {
  expect(drawnOf(3, 4.5, 5)).toEqual({ drawn: 1, counts: false })
})
