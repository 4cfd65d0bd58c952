import { expect, test } from 'vitest'
import { Unseen } from './unseen'

test('what gaps have in common counts once, in whatever order they are told', () => {
  const unseen = new Unseen([
    { from: 0, to: 10 },
    { from: 90, to: 100 },
    { from: 5, to: 50 },
  ])
  expect(unseen.within({ from: 0, to: 100 })).toBe(60)
  expect(unseen.within({ from: 20, to: 95 })).toBe(35)
  expect(unseen.within({ from: 50, to: 90 })).toBe(0)
})
