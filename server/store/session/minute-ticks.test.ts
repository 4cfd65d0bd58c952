import { expect, test } from 'vitest'
import { FixedClock } from '@/server/testing/fixed-clock'
import { onEveryMinute } from './minute-ticks'

const NOON = Date.UTC(2026, 10, 23, 12)

test('every full minute is told once, until nobody wants it', () => {
  const clock = new FixedClock(NOON + 59_000)
  const minutes: number[] = []
  const undo = onEveryMinute(clock, (minute) => minutes.push((minute - NOON) / 60_000))
  clock.advance(999)
  expect(minutes).toEqual([])
  clock.advance(120_001)
  expect(minutes).toEqual([1, 2, 3])
  undo()
  clock.advance(600_000)
  expect(minutes).toEqual([1, 2, 3])
})

test('a timer that rings a moment early does not tell the minute twice', () => {
  let now = NOON
  const waiting: (() => void)[] = []
  const after = (_: number, callback: () => void) => {
    waiting.push(callback)
    return () => {}
  }
  const minutes: number[] = []
  onEveryMinute({ now: () => now, after }, (minute) => minutes.push((minute - NOON) / 60_000))
  now = NOON + 59_999
  waiting.shift()?.()
  now = NOON + 60_000
  waiting.shift()?.()
  expect(minutes).toEqual([1, 2])
})
