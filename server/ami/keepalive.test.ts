import { expect, test } from 'vitest'
import type { Clock } from '@/server/clock'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Keepalive } from './keepalive'

const TIMES = { ping: 4_000, silence: 8_000 }

function watch(clock: Clock, heardAt: () => number) {
  const told = { pings: 0, dead: 0 }
  const keepalive = new Keepalive({
    ...{ clock, times: TIMES, heardAt },
    ping: () => void told.pings++,
    dead: () => void told.dead++,
  })
  keepalive.start()
  return { told, keepalive }
}

test('pings every four seconds', () => {
  const clock = new FixedClock()
  const { told } = watch(clock, () => clock.now())
  clock.advance(40_000)
  expect(told).toEqual({ pings: 10, dead: 0 })
})

test('finds a link dead eight seconds after its last byte, once', () => {
  const clock = new FixedClock()
  const lastByte = clock.now() + 5_000
  const { told, keepalive } = watch(clock, () => Math.min(clock.now(), lastByte))
  clock.advance(12_999)
  expect(told.dead).toBe(0)
  clock.advance(1)
  expect(told.dead).toBe(1)
  keepalive.stop()
  clock.advance(60_000)
  expect(told).toEqual({ pings: 3, dead: 1 })
})

test('does not blame the link when this process itself stood still', () => {
  const clock = new FixedClock()
  const late: Clock = { now: () => clock.now() + stoodStill, after: (ms, callback) => clock.after(ms, callback) }
  let stoodStill = 0
  const heardAt = clock.now()
  const { told } = watch(late, () => heardAt)
  stoodStill = 30_000
  clock.advance(8_000)
  expect(told.dead).toBe(0)
  clock.advance(1_000)
  expect(told.dead).toBe(1)
})
