import { expect, test } from 'vitest'
import { Asking } from './asking'

function setUp() {
  const time = { now: 1000 }
  return { time, asking: new Asking(() => time.now) }
}

test('a snapshot that has not come is overdue 3 s after it was last expected', () => {
  const { time, asking } = setUp()
  asking.expected()
  time.now += 2999
  expect(asking.isOverdue).toBe(false)
  time.now += 1
  expect(asking.isOverdue).toBe(true)
  asking.sent()
  expect(asking.isOverdue).toBe(false)
})

test('five within 10 s are enough, and those that came with a subscription do not count', () => {
  const { time, asking } = setUp()
  for (let sent = 0; sent < 5; sent++) {
    asking.expected()
    expect(asking.isTooOften).toBe(false)
    asking.sent()
  }
  expect(asking.isTooOften).toBe(true)
  time.now += 9999
  expect(asking.isTooOften).toBe(true)
  time.now += 1
  expect(asking.isTooOften).toBe(false)
})
