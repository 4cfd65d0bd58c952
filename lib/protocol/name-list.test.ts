import { expect, test } from 'vitest'
import { joinNames, splitNames } from './name-list'

test('names come back as they went, whatever is in them', () => {
  for (const names of [['support', 'sales'], ['Fish, chips', 'sales'], ['a\\', 'b'], ['\\,', ',\\,'], ['C:\\x'], []])
    expect(splitNames(joinNames(names))).toEqual(names)
})

test('what people type is read as it is meant', () => {
  expect(splitNames(' support, ,sales,')).toEqual(['support', 'sales'])
  expect(splitNames('Fish\\, chips,a\\b')).toEqual(['Fish, chips', 'a\\b'])
  expect([splitNames(null), splitNames(undefined), splitNames('')]).toEqual([[], [], []])
})
