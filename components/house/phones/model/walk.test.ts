import { describe, expect, test } from 'vitest'
import { settle, walk } from './walk'

/** Seven tiles in two sections, three beside each other: abc/de, fg. */
const sections = [
  { key: 'one', ids: ['a', 'b', 'c', 'd', 'e'] },
  { key: 'two', ids: ['f', 'g'] },
]
const from = (id: string, key: string, columns = 3) =>
  walk(sections, { section: 'abcde'.includes(id) ? 'one' : 'two', id }, key, columns)?.id ?? null

describe('among tiles', () => {
  test.each([
    ['a', 'ArrowRight', 'b'],
    ['c', 'ArrowRight', 'd'],
    ['e', 'ArrowRight', 'f'],
    ['g', 'ArrowRight', null],
    ['f', 'ArrowLeft', 'e'],
    ['a', 'ArrowLeft', null],
    ['a', 'ArrowDown', 'd'],
    ['c', 'ArrowDown', 'e'],
    ['d', 'ArrowDown', 'f'],
    ['e', 'ArrowDown', 'g'],
    ['f', 'ArrowDown', null],
    ['g', 'ArrowUp', 'e'],
    ['d', 'ArrowUp', 'a'],
    ['a', 'ArrowUp', null],
    ['c', 'Home', 'a'],
    ['c', 'End', 'g'],
    ['c', 'x', null],
  ])('from %s %s leads to %s', (id, key, to) => {
    expect(from(id, key)).toBe(to)
  })
})

test('in rows up and down go one by one', () => {
  expect([from('a', 'ArrowDown', 1), from('e', 'ArrowDown', 1), from('f', 'ArrowUp', 1)]).toEqual(['b', 'f', 'e'])
})

test('the first arrow leads to the first phone', () => {
  expect(walk(sections, null, 'ArrowDown', 3)).toEqual({ section: 'one', id: 'a' })
  expect(walk([], null, 'ArrowDown', 3)).toBeNull()
})

test('the keyboard stays with its phone, in another section if need be, and lets go of one that is gone', () => {
  expect(settle(sections, { section: 'two', id: 'g' })).toEqual({ section: 'two', id: 'g' })
  expect(settle(sections, { section: 'mine', id: 'g' })).toEqual({ section: 'two', id: 'g' })
  expect(settle(sections, { section: 'one', id: 'z' })).toBeNull()
})
