import { expect, test } from 'vitest'
import { createRandom } from './random'
import { Scheduler } from './scheduler'
import { ManualClock } from './testing/manual-clock'

test('tasks run in the order of their time, those of one moment in the order of their making', () => {
  const scheduler = new Scheduler(new ManualClock(), 0, () => {})
  const random = createRandom(4)
  const due = Array.from({ length: 500 }, (_, order) => ({ at: random.integer(0, 50), order }))
  const ran: typeof due = []
  for (const task of due) scheduler.after(task.at, () => ran.push(task))
  scheduler.runUntil(50)
  expect(ran).toEqual(due.toSorted((one, other) => one.at - other.at || one.order - other.order))
})

test('within a task the time is the task’s own, and what it adds runs in turn', () => {
  const scheduler = new Scheduler(new ManualClock(), 1_000, () => {})
  const told: number[] = []
  scheduler.after(10, () => {
    told.push(scheduler.now())
    scheduler.after(5, () => told.push(scheduler.now()))
  })
  scheduler.after(12, () => told.push(scheduler.now()))
  scheduler.runUntil(2_000)
  expect(told).toEqual([1_010, 1_012, 1_015])
})

test('an undone task does not run', () => {
  const scheduler = new Scheduler(new ManualClock(), 0, () => {})
  const ran: string[] = []
  const undo = scheduler.after(1, () => ran.push('undone'))
  scheduler.after(2, () => ran.push('kept'))
  undo()
  scheduler.runUntil(10)
  expect(ran).toEqual(['kept'])
})

test('once live, the clock drives, and everything due is told as settled together', () => {
  const clock = new ManualClock(0)
  let settled = 0
  const scheduler = new Scheduler(clock, 0, () => {
    settled++
  })
  const ran: number[] = []
  for (const ms of [100, 101, 102]) scheduler.after(ms, () => ran.push(ms))
  scheduler.start()
  clock.advance(99)
  expect(ran).toEqual([])
  const before = settled
  clock.advance(10)
  expect(ran).toEqual([100, 101, 102])
  expect(settled).toBeLessThanOrEqual(before + 2)
})

test('a machine that slept catches up in order', () => {
  const clock = new ManualClock(0)
  const scheduler = new Scheduler(clock, 0, () => {})
  const ran: number[] = []
  scheduler.start()
  for (const ms of [3_000, 1_000, 2_000]) scheduler.after(ms, () => ran.push(scheduler.now()))
  clock.advance(3_600_000)
  expect(ran).toEqual([1_000, 2_000, 3_000])
})
