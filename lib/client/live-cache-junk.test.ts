import { describe, expect, it, vi } from 'vitest'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { aLink, NOW } from '@/lib/domain/testing/records'
import type { HandCranked } from './testing/hand-cranked'
import { devices, live, state } from './testing/live'

describe('a server that sends junk', () => {
  const RECORDS = { devices: devices({ a: 'inUse' }) }

  async function expectUnharmed(hand: HandCranked): Promise<void> {
    expect([state(hand, 'a'), hand.cache.ids('devices')]).toEqual(['inUse', ['a', 'b']])
    expect(hand.cache.position()).toEqual({ epoch: 'e1', seq: 7 })
    await hand.snapshot(9, RECORDS)
    hand.beat(9)
    expect(hand.cache.status().freshness).toBe('live')
    expect(hand.cache.ids('devices')).toEqual(['a'])
  }

  it.each<[string, unknown]>([
    ['a number for the change', 5],
    ['a number for a family', { devices: 5 }],
    ['nothing for a family', { devices: null }],
    ['a number for what is removed', { devices: { remove: 5 } }],
    ['numbers for ids', { devices: { remove: ['a', 5] } }],
    ['a text for a record', { devices: { put: { a: 'busy' } } }],
    ['nothing for a record', { devices: { remove: ['a'], put: { z: null } } }],
    ['a list for records', { devices: { patch: [{ state: 'busy' }] } }],
  ])('as a diff, with %s: takes in no part of it and asks anew', async (_, diff) => {
    const hand = await live()
    hand.say({ type: 'diff', epoch: 'e1', from: 7, to: 8, diff } as never)
    expect(hand.asked.at(-1)).toEqual({ epoch: 'e1', seq: 7 })
    await expectUnharmed(hand)
  })

  it.each<[string, object]>([
    ['from nowhere', { from: null, to: 8 }],
    ['from before the beginning', { from: -1, to: 8 }],
    ['to the half', { from: 7, to: 7.5 }],
    ['to beyond all numbers', { from: 7, to: Number.POSITIVE_INFINITY }],
    ['of no epoch', { epoch: 5, from: 7, to: 8 }],
  ])('as a diff %s: asks anew', async (_, fields) => {
    const hand = await live()
    hand.say({ type: 'diff', epoch: 'e1', diff: { devices: { remove: ['a'] } }, ...fields } as never)
    expect(hand.asked).toHaveLength(2)
    await expectUnharmed(hand)
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5],
    ['not all families', { devices: {} }],
    ['a list for a family', { ...emptyLiveState(), devices: [] }],
    ['a text for a record', { ...emptyLiveState(), devices: { a: 'busy' } }],
  ])('as a snapshot of %s: keeps the picture and asks anew', async (_, picture) => {
    const hand = await live({ inflate: inflateOnce(picture) })
    await hand.snapshot(8, {})
    expect(hand.asked.at(-1)).toEqual({ epoch: 'e1', seq: 7 })
    hand.diff(8, 9, { devices: { remove: ['a'] } })
    await expectUnharmed(hand)
  })

  it.each<[string, object]>([
    ['a moment that is none', { now: 'soon' }],
    ['a moment beyond all time', { now: Number.POSITIVE_INFINITY }],
    ['no links', { pbx: null }],
    ['nothing for a link', { pbx: [null] }],
    ['a link in no state', { pbx: [{ ...aLink(), state: 'constructor' }] }],
    ['a link heard at no time', { pbx: [{ ...aLink(), heardAt: 'now' }] }],
    ['an object for an error', { pbx: [{ ...aLink(), error: {} }] }],
  ])('as a heartbeat with %s: does not believe it, and grows late', async (_, fields) => {
    const hand = await live()
    for (let beats = 0; beats < 3; beats += 1) {
      hand.pass(2000)
      const beat = { type: 'heartbeat', epoch: 'e1', seq: 7, now: hand.server, pbx: [aLink()], ...fields }
      hand.say(beat as never)
    }
    expect(hand.cache.status()).toMatchObject({ freshness: 'late', trueAt: NOW, links: [aLink()] })
    expect(hand.cache.now()).toBe(hand.server)
  })

  it.each([null, undefined, 5, 'diff', [], {}, { type: 5 }])('as %j in a message’s place: goes on', async (message) => {
    const hand = await live()
    hand.say(message as never)
    expect(hand.asked).toHaveLength(1)
    await expectUnharmed(hand)
  })

  it('as a refusal without words, or a greeting without a number: tells nobody', async () => {
    const told = vi.fn()
    const hand = await live({ onRefused: told, onNewBuild: told })
    hand.say({ type: 'refused', what: 'subscribe', why: {} } as never)
    hand.say({ type: 'hello', protocol: 'x', build: 'b2', now: NOW } as never)
    expect(told).not.toHaveBeenCalled()
  })

  it('and nothing else: is asked five times at once and then every 3 s, never in a loop', async () => {
    const hand = await live({ inflate: async () => null as never })
    for (let second = 0; second < 60; second += 1) {
      for (let answers = 0; answers < 20; answers += 1) {
        hand.beat(1e6)
        await hand.snapshot(1e6, {})
        hand.say({ type: 'diff' } as never)
      }
      hand.pass(1000)
    }
    expect(hand.asked.length).toBeGreaterThan(15)
    expect(hand.asked.length).toBeLessThan(50)
  })

  /** The first snapshot is sound, the second one junk, and then all is well. */
  function inflateOnce(junk: unknown) {
    let count = 0
    return async (packed: Uint8Array) => {
      count += 1
      return (count === 2 ? junk : JSON.parse(new TextDecoder().decode(packed))) as LiveState
    }
  }
})
