import { expect, it } from 'vitest'
import { Rounds } from './rounds'

/** Rounds that end when told to, and how many have begun. */
function house() {
  const ends: (() => void)[] = []
  const rounds = new Rounds(() => new Promise((resolve) => ends.push(resolve)))
  return { rounds, ends, begun: () => ends.length }
}

it('who asks while a round runs shares the one after it, however many ask', async () => {
  const { rounds, ends, begun } = house()
  const first = rounds.ask()
  const others = Array.from({ length: 7_200 }, () => rounds.ask())
  expect(begun()).toBe(1)
  ends[0]?.()
  await first
  await expect.poll(begun).toBe(2)
  ends[1]?.()
  await Promise.all(others)
  expect(begun()).toBe(2)
})

it('who asks once a round has ended gets one at once', async () => {
  const { rounds, ends, begun } = house()
  const first = rounds.ask()
  ends[0]?.()
  await first
  void rounds.ask()
  expect(begun()).toBe(2)
})

it('who asks just as a round ends never makes two run at once', async () => {
  let running = 0
  let most = 0
  const rounds = new Rounds(async () => {
    most = Math.max(most, ++running)
    await Promise.resolve()
    running -= 1
  })
  const asked: Promise<void>[] = []
  for (let microtask = 0; microtask < 50; microtask += 1) {
    asked.push(rounds.ask())
    await Promise.resolve()
  }
  await Promise.all(asked)
  expect(most).toBe(1)
})
