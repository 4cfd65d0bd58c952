import { expect, test } from 'vitest'
import { same } from './same'

test('records are equal by content, however deep', () => {
  expect(
    same(
      { from: { number: '1', name: null }, channels: ['a', 'b'] },
      { from: { number: '1', name: null }, channels: ['a', 'b'] },
    ),
  ).toBe(true)
})

test('a value, an item, a missing field or another kind makes a difference', () => {
  expect(same({ a: 1 }, { a: 2 })).toBe(false)
  expect(same({ list: ['a'] }, { list: ['a', 'b'] })).toBe(false)
  expect(same({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toBe(false)
  expect(same({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(same({ a: 1, b: undefined }, { a: 1, c: undefined })).toBe(false)
  expect(same({ to: null }, { to: {} })).toBe(false)
  expect(same([], {})).toBe(false)
})
