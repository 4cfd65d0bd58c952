import { expect, test } from 'vitest'
import { findable, isFound } from './findable'

const anna = findable(['Петрова Анна', 'Support'], ['+7 495 555-01-18', '101'])

test('every word is looked for, in any order', () => {
  expect(isFound(anna, 'анна петр')).toBe(true)
  expect(isFound(anna, 'анна sales')).toBe(false)
  expect(isFound(anna, '  ')).toBe(true)
})

test('a number is found however it is written, and never across two numbers', () => {
  expect(isFound(anna, '4955550118')).toBe(true)
  expect(isFound(anna, '495 555')).toBe(true)
  expect(isFound(anna, '(495) 555')).toBe(true)
  expect(isFound(anna, '118101')).toBe(false)
})

test('a masked number is found by what shows of it', () => {
  expect(isFound(findable([], ['··67']), '67')).toBe(true)
  expect(isFound(findable([], ['··67']), '··67')).toBe(true)
})
