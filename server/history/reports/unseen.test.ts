import { expect, test } from 'vitest'
import { unseenIn } from './unseen'

test('what gaps have in common counts once, in whatever order they are told', () => {
  const gaps = [
    { from: 0, to: 10 },
    { from: 90, to: 100 },
    { from: 5, to: 50 },
  ]
  expect(unseenIn(gaps, { from: 0, to: 100 })).toBe(60)
  expect(unseenIn(gaps, { from: 20, to: 95 })).toBe(35)
})
