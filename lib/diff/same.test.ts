import { expect, test } from 'vitest'
import { sameValue } from './same'

test('records are equal by content, however deep', () => {
  expect(
    sameValue(
      { from: { number: '1', name: null }, channels: ['a', 'b'] },
      { from: { number: '1', name: null }, channels: ['a', 'b'] },
    ),
  ).toBe(true)
})

test('a value, an item, a missing field or another kind makes a difference', () => {
  expect(sameValue({ a: 1 }, { a: 2 })).toBe(false)
  expect(sameValue({ list: ['a'] }, { list: ['a', 'b'] })).toBe(false)
  expect(sameValue({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toBe(false)
  expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(sameValue({ a: 1, b: undefined }, { a: 1, c: undefined })).toBe(false)
  expect(sameValue({ to: null }, { to: {} })).toBe(false)
  expect(sameValue([], {})).toBe(false)
  expect(sameValue(JSON.parse('{"__proto__": {}}'), {})).toBe(false)
  expect(sameValue({}, JSON.parse('{"__proto__": {}}'))).toBe(false)
})
