import { expect, test } from 'vitest'
import { pageOf } from './page-of'

test('what fits is one page, no higher than it needs', () => {
  expect(pageOf(18, 6, 4, 7)).toEqual({ from: 0, to: 18, pages: 1, rows: 3 })
  expect(pageOf(0, 6, 4, 0)).toEqual({ from: 0, to: 0, pages: 1, rows: 1 })
})

test('pages are alike in height, so that nothing moves when one turns', () => {
  expect(pageOf(26, 6, 4, 0)).toEqual({ from: 0, to: 18, pages: 2, rows: 3 })
  expect(pageOf(26, 6, 4, 1)).toEqual({ from: 18, to: 26, pages: 2, rows: 3 })
  expect(pageOf(26, 6, 4, 2).from).toBe(0)
})

test.each([1, 24, 25, 49, 200])('%d people: everyone is on exactly one page', (count) => {
  const { pages } = pageOf(count, 6, 4, 0)
  const seen = Array.from({ length: pages }, (_, turn) => pageOf(count, 6, 4, turn))
  expect(seen.map(({ from, to }) => to - from).reduce((sum, size) => sum + size)).toBe(count)
  expect(seen.every(({ from, to }) => to > from && to - from <= 24)).toBe(true)
})
