import { describe, expect, it } from 'vitest'
import type { HandCranked } from './testing/hand-cranked'
import { devices, live, state } from './testing/live'

describe('away for long', () => {
  /** What screens ask every second; waits must never run backwards. */
  function expectNeverBack(hand: HandCranked): void {
    let last = hand.cache.now()
    hand.cache.subscribeStatus(() => {
      expect(hand.cache.now()).toBeGreaterThanOrEqual(last)
      last = hand.cache.now()
    })
  }

  async function back(hand: HandCranked): Promise<void> {
    hand.up()
    await hand.snapshot(400, { devices: devices({ a: 'busy' }) })
    hand.beat(400)
    expect(hand.cache.status()).toMatchObject({ freshness: 'live', trueAt: hand.server, socketLostAt: null })
    expect(hand.cache.records('devices').map(({ state }) => state)).toEqual(['busy'])
    expect(hand.cache.now()).toBe(hand.server)
  }

  it.each([60_000, 600_000])(
    'without a network for %i ms: says so within 5 s, keeps its moment, is exact again',
    async (ms) => {
      const hand = await live()
      const wentAt = hand.server
      expectNeverBack(hand)
      hand.pass(6000)
      expect(hand.cache.status().freshness).toBe('late')
      hand.pass(3000)
      hand.down()
      hand.pass(ms - 9000)
      expect(hand.cache.status()).toMatchObject({ freshness: 'stale', trueAt: wentAt, socketLostAt: wentAt + 9000 })
      expect(hand.cache.now()).toBe(hand.server)
      expect(state(hand, 'a')).toBe('inUse')
      hand.wake()
      expect(hand.restarts).toBe(1)
      await back(hand)
    },
  )

  it.each([60_000, 3_600_000])(
    'asleep for %i ms, its steady clock too: believes neither picture nor connection',
    async (ms) => {
      const hand = await live()
      expectNeverBack(hand)
      hand.sleep(ms)
      hand.wake()
      expect(hand.cache.status().freshness).toBe('stale')
      expect(hand.restarts).toBe(1)
      await back(hand)
    },
  )

  it('asleep without being told of its waking: notices at its next look', async () => {
    const hand = await live()
    hand.sleep(600_000)
    hand.pass(1000)
    expect(hand.restarts).toBe(1)
    await back(hand)
  })

  it('hidden and frozen for 10 min: begins anew at the first look', async () => {
    const hand = await live()
    hand.hide(600_000)
    hand.wake()
    expect(hand.cache.status().freshness).toBe('stale')
    expect(hand.restarts).toBe(1)
    await back(hand)
  })

  it('hidden while messages go on: its connection stays, and every minute’s look finds it live', async () => {
    const hand = await live()
    for (let minute = 0; minute < 10; minute += 1) {
      hand.hide(59_000)
      hand.beat(7)
      hand.pass(1000)
      expect(hand.cache.status().freshness).toBe('live')
      expect(hand.cache.now()).toBe(hand.server)
    }
    expect(hand.restarts).toBe(0)
  })
})
