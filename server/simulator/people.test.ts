import { expect, test } from 'vitest'
import { hirePeople, inventCaller } from './people'
import { chooseQueues } from './queues'
import { createRandom } from './random'

test('nobody is hired twice, however many are needed', () => {
  for (const count of [1, 18, 61, 300]) {
    const people = hirePeople(createRandom(1), count)
    expect(new Set(people).size).toBe(count)
  }
})

test('a name is one that Asterisk can keep: at most 79 bytes', () => {
  const longest = hirePeople(createRandom(2), 400).map((name) => Buffer.byteLength(name))
  expect(Math.max(...longest)).toBeLessThanOrEqual(79)
})

test('some callers withhold their number, most have one', () => {
  const random = createRandom(3)
  const callers = Array.from({ length: 500 }, () => inventCaller(random))
  const withheld = callers.filter(({ number }) => number === '').length
  expect(withheld).toBeGreaterThan(5)
  expect(withheld).toBeLessThan(100)
})

test.each([1, 4, 7, 12, 25, 40, 200])('%i queues have names of their own that can stand in an address', (count) => {
  const names = chooseQueues(count).map(({ name }) => name)
  expect(new Set(names).size).toBe(count)
  expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([])
})
