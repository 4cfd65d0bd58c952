import { expect, test } from 'vitest'
import { fold } from './fold'

test.each([
  ['Élise', 'elise'],
  ['Søren Kjær', 'soren kjaer'],
  ['Łucja Zielińska', 'lucja zielinska'],
  ['Jürgen Groß', 'jurgen gross'],
  ['Фёдор', 'федор'],
  ['Νίκος', 'νικος'],
])('%s is found as %s', (name, typed) => {
  expect(fold(name)).toBe(typed)
})
