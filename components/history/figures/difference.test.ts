import { expect, test } from 'vitest'
import { differenceOf, differenceText } from './difference'

test.each([
  ['count', 895, 812, 'up', '83'],
  ['count', 3, 3, 'same', '0'],
  ['share', 0.788, 0.8, 'down', '1.2 pp'],
  ['share', 0.7884, 0.7881, 'same', '0 pp'],
  ['ms', 47_900, 35_000, 'up', '0:12'],
  ['ms', 47_900, 47_000, 'same', '0:00'],
] as const)('%s %d beside %d: %s by %s', (unit, now, before, direction, text) => {
  const found = differenceOf(unit, now, before)
  expect(found.direction).toBe(direction)
  expect(differenceText(unit, found.by, 'en', (points) => `${points} pp`)).toBe(text)
})
