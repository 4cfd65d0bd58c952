import { expect, test } from 'vitest'
import { HOUSE_PARTS, partsFor } from './house'

test('a part is seen by whoever may and asks for it', () => {
  const may = { permissions: { 'phones.see': null, 'trunks.see': null } }
  expect(partsFor(may)).toEqual(['phones', 'trunks'])
  expect(partsFor(may, ['trunks', 'parking'])).toEqual(['trunks'])
  expect(partsFor({ permissions: {} }, HOUSE_PARTS)).toEqual([])
})
