import { expect, test } from '../fixtures'
import { portsOfOne } from './ports'

test('tests that run at the same time are never given the same port', async () => {
  const [one, other] = [portsOfOne(), portsOfOne()]
  const given: number[] = []
  for (let asked = 0; asked < 60; asked++) given.push(...(await Promise.all([one(), other()])))
  expect(new Set(given).size).toBe(120)
})

test('one test is given another port each time, as one is not yet taken when the next is asked for', async () => {
  const ports = portsOfOne()
  const given = await Promise.all(Array.from({ length: 60 }, ports))
  expect(new Set(given).size).toBe(60)
})
