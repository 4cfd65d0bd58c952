import { expect, test } from 'vitest'
import { shortName } from './short-name'

test.each([
  ['Ana Lima', 'Ana Lima'],
  ['Bogdan Ionescu', 'Bogdan I.'],
  ['Ιωάννα Παπαδοπούλου', 'Ιωάννα Π.'],
  ['Maria de la Cruz Santos', 'Maria S.'],
  ['佐藤 健', '佐藤 健'],
  ['PJSIP/reception-front', 'PJSIP/reception-front'],
])('%s is shown as %s', (name, shown) => {
  expect(shortName(name)).toBe(shown)
})
