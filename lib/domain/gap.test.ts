import { expect, test } from 'vitest'
import { united, unseenParts } from './gap'

const s = (from: number, to: number) => ({ from, to })

test.each([
  ['nothing of it', [], [s(10, 20)]],
  ['its beginning', [s(10, 14)], [s(14, 20)]],
  ['its middle', [s(12, 14)], [s(10, 12), s(14, 20)]],
  ['its end', [s(15, 20)], [s(10, 15)]],
  ['two parts', [s(11, 12), s(14, 20)], [s(10, 11), s(12, 14)]],
  ['all of it', [s(10, 20)], []],
])('of a gap of which %s was filled the rest is unseen', (_what, filled, unseen) => {
  expect(unseenParts({ ...s(10, 20), filled })).toEqual(unseen)
})

test('stretches that touch or overlap are one', () => {
  expect(united([s(5, 8), s(1, 3), s(3, 4), s(6, 7), s(8, 9)])).toEqual([s(1, 4), s(5, 9)])
  expect(united([])).toEqual([])
})
