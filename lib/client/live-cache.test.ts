import { describe, expect, it, vi } from 'vitest'
import { aLink, NOW } from '@/lib/domain/testing/records'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import { HandCranked } from './testing/hand-cranked'
import { devices, live, state } from './testing/live'

describe('following the stream', () => {
  it('asks for its queues, shows the snapshot, then follows the diffs', async () => {
    const hand = new HandCranked({ queues: ['support'] })
    expect(hand.cache.status()).toMatchObject({ freshness: 'connecting', socket: 'connecting', trueAt: null })
    hand.up()
    expect(hand.asked).toEqual([{ queues: ['support'], parts: [] }])
    await hand.snapshot(7, { devices: devices({ a: 'inUse' }) })
    hand.beat(7)
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    expect(state(hand, 'a')).toBe('busy')
    expect(hand.cache.position()).toEqual({ epoch: 'e1', seq: 8 })
    expect(hand.cache.status()).toMatchObject({ freshness: 'live', socket: 'connected', socketLostAt: null })
  })

  it('holds back diffs that come before the snapshot, and leaves out those that it contains', async () => {
    const hand = new HandCranked()
    hand.up()
    hand.diff(6, 7, { devices: { patch: { a: { state: 'invalid' } } } })
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    await hand.snapshot(7, { devices: devices({ a: 'inUse' }) })
    expect(state(hand, 'a')).toBe('busy')
    expect(hand.cache.position()?.seq).toBe(8)
    expect(hand.asked).toHaveLength(1)
  })

  it('takes a diff that came twice once', async () => {
    const hand = await live()
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    hand.diff(8, 9, { devices: { patch: { a: { state: 'onHold' } } } })
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    expect(state(hand, 'a')).toBe('onHold')
    expect(hand.asked).toHaveLength(1)
  })

  it.each<[string, (hand: HandCranked) => void]>([
    ['a diff is missing', (hand) => hand.diff(8, 9, { devices: { remove: ['a'] } })],
    ['a diff is of another epoch', (hand) => hand.diff(7, 8, { devices: { remove: ['a'] } }, 'e2')],
    ['a diff begins inside the picture', (hand) => hand.diff(6, 8, { devices: { remove: ['a'] } })],
    ['a diff changes what is not there', (hand) => hand.diff(7, 8, { devices: { patch: { z: { state: 'busy' } } } })],
    ['a diff cannot be read', (hand) => hand.say({ type: 'diff', epoch: 'e1', from: 7 } as never)],
    ['a heartbeat is ahead', (hand) => hand.beat(8)],
    ['a heartbeat is of another epoch', (hand) => hand.beat(7, [aLink()], 'e2')],
  ])('asks for a snapshot and guesses nothing when %s', async (_, happen) => {
    const hand = await live()
    happen(hand)
    expect(hand.asked.at(-1)).toEqual({ epoch: 'e1', seq: 7 })
    expect(hand.cache.status().freshness).toBe('catchingUp')
    expect(state(hand, 'a')).toBe('inUse')

    await hand.snapshot(9, { devices: devices({ b: 'busy' }) })
    hand.beat(9)
    expect(hand.cache.status().freshness).toBe('live')
    expect(hand.cache.records('devices').map((device) => [device.id, device.state])).toEqual([['b', 'busy']])
  })

  it('asks again when the diffs held back do not follow on the snapshot', async () => {
    const hand = new HandCranked()
    hand.up()
    hand.diff(8, 9, { devices: { remove: ['a'] } })
    await hand.snapshot(7, { devices: devices({ a: 'inUse' }) })
    expect(hand.asked.at(-1)).toEqual({ epoch: 'e1', seq: 7 })
  })

  it('never goes back to a snapshot older than what it shows', async () => {
    const hand = await live()
    hand.diff(7, 8, { devices: { remove: ['a'] } })
    await hand.snapshot(7, { devices: devices({ a: 'inUse' }) })
    expect(state(hand, 'a')).toBeUndefined()
    expect(hand.cache.position()?.seq).toBe(8)
  })

  it('takes a snapshot that it did not ask for without a break, and diffs that come while it is unpacked', async () => {
    const hand = await live()
    const seen: string[] = []
    hand.cache.subscribeStatus(() => seen.push(hand.cache.status().freshness))
    const unpacked = hand.snapshot(9, { devices: devices({ a: 'busy' }) })
    hand.diff(9, 10, { devices: { patch: { a: { state: 'onHold' } } } })
    await unpacked
    expect(hand.cache.position()?.seq).toBe(10)
    expect(state(hand, 'a')).toBe('onHold')
    expect([seen, hand.asked.length]).toEqual([[], 1])
  })

  it('asks again for a snapshot that does not come, or cannot be unpacked', async () => {
    const hand = new HandCranked()
    hand.up()
    hand.pass(3000)
    expect(hand.asked).toEqual([
      { queues: null, parts: [] },
      { epoch: null, seq: null },
    ])
    hand.say({ type: 'snapshot', epoch: 'e1', seq: 1, now: NOW, packed: new Uint8Array([1, 2, 3]) })
    await new Promise((next) => setTimeout(next, 0))
    expect(hand.asked).toHaveLength(3)
  })

  it('keeps the picture in sight while it catches up after a reconnect', async () => {
    const hand = await live()
    hand.down()
    expect(hand.cache.status()).toMatchObject({ freshness: 'stale', socket: 'disconnected', socketLostAt: NOW })
    expect(state(hand, 'a')).toBe('inUse')
    hand.up()
    expect(hand.cache.status()).toMatchObject({ freshness: 'catchingUp', socket: 'connected', socketLostAt: null })
    expect(state(hand, 'a')).toBe('inUse')
    await hand.snapshot(0, { devices: devices({ a: 'busy' }) }, 'e2')
    hand.beat(0, [aLink()], 'e2')
    expect(hand.cache.status().freshness).toBe('live')
    expect(state(hand, 'a')).toBe('busy')
  })

  it('drops a snapshot that was still being unpacked when the connection went', async () => {
    const hand = new HandCranked()
    hand.up()
    const unpacked = hand.snapshot(7, { devices: devices({ a: 'inUse' }) })
    hand.down()
    await unpacked
    expect(hand.cache.position()).toBeNull()
  })
})

describe('telling listeners', () => {
  it('calls a row once for its own record and not for another', async () => {
    const hand = await live()
    const [a, b, family] = [vi.fn(), vi.fn(), vi.fn()]
    hand.cache.subscribeRecord('devices', 'a', a)
    hand.cache.subscribeRecord('devices', 'b', b)
    hand.cache.subscribeFamily('devices', family)
    hand.cache.subscribeFamily('queues', b)
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    expect([a, b, family].map((listener) => listener.mock.calls.length)).toEqual([1, 0, 1])
  })

  it('calls a listener once a message, however much of what it watches changed', async () => {
    const hand = await live()
    const listener = vi.fn()
    hand.cache.subscribeRecord('devices', 'a', listener)
    hand.cache.subscribeRecord('devices', 'b', listener)
    hand.cache.subscribeFamily('devices', listener)
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' }, b: { state: 'busy' } } } })
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('tells that a record came and that it went', async () => {
    const hand = await live()
    const seen: (string | undefined)[] = []
    hand.cache.subscribeRecord('devices', 'c', () => seen.push(state(hand, 'c')))
    hand.diff(7, 8, { devices: { put: devices({ c: 'busy' }) } })
    hand.diff(8, 9, { devices: { remove: ['c'] } })
    expect(seen).toEqual(['busy', undefined])
  })

  it('leaves records alone that a snapshot does not change', async () => {
    const hand = await live()
    const before = hand.cache.record('devices', 'b')
    const listener = vi.fn()
    hand.cache.subscribeRecord('devices', 'b', listener)
    hand.beat(9)
    await hand.snapshot(9, { devices: devices({ a: 'busy', b: 'notInUse' }) })
    expect(state(hand, 'a')).toBe('busy')
    expect(hand.cache.record('devices', 'b')).toBe(before)
    expect(listener).not.toHaveBeenCalled()
  })

  it('calls nobody who has undone the subscription, and keeps others of the same function', async () => {
    const hand = await live()
    const listener = vi.fn()
    const undo = hand.cache.subscribeRecord('devices', 'a', listener)
    hand.cache.subscribeRecord('devices', 'a', listener)
    undo()
    undo()
    hand.diff(7, 8, { devices: { patch: { a: { state: 'busy' } } } })
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('freshness on the screen', () => {
  it('fades without a word from the server, and tells it', async () => {
    const hand = await live()
    const seen: string[] = []
    hand.cache.subscribeStatus(() => seen.push(hand.cache.status().freshness))
    hand.pass(16_000)
    expect(seen).toEqual(['late', 'stale'])
    expect(hand.cache.status().trueAt).toBe(NOW)
  })

  it('keeps the same status object while nothing changes', async () => {
    const hand = await live()
    const status = hand.cache.status()
    hand.pass(3000)
    expect(hand.cache.status()).toBe(status)
  })

  it('says at once that a PBX link went down, and whether the data is a demo', async () => {
    const hand = await live()
    hand.beat(7, [aLink({ state: 'lost', demo: true })])
    expect(hand.cache.status()).toMatchObject({ freshness: 'stale', demo: true })
  })

  it('tells the server’s time though its own clock is ten minutes off', async () => {
    const hand = await live()
    hand.pass(1500)
    expect(hand.cache.now()).toBe(hand.server)
  })

  it('starts the connection anew when the network goes, and when it is back', async () => {
    const hand = await live()
    hand.offline()
    expect(hand.cache.status().freshness).toBe('stale')
    hand.wake()
    expect(hand.restarts).toBe(2)
  })

  it('leaves a good connection alone when the page is looked at again', async () => {
    const hand = await live()
    hand.wake()
    expect(hand.restarts).toBe(0)
  })
})

describe('living with the page', () => {
  it('tells that the server is of another build', async () => {
    const onNewBuild = vi.fn()
    const hand = await live({ onNewBuild })
    hand.up()
    expect(onNewBuild).not.toHaveBeenCalled()
    hand.say({ type: 'hello', protocol: PROTOCOL_VERSION, build: 'b2', now: NOW })
    expect(onNewBuild.mock.calls).toEqual([['b2']])
  })

  it('tells that the server speaks another protocol', async () => {
    const onNewBuild = vi.fn()
    const hand = new HandCranked({ onNewBuild })
    hand.say({ type: 'hello', protocol: PROTOCOL_VERSION + 1, build: 'b1', now: NOW })
    expect(onNewBuild).toHaveBeenCalledTimes(1)
  })

  it('passes on why the server refuses', () => {
    const onRefused = vi.fn()
    new HandCranked({ onRefused }).say({ type: 'refused', what: 'subscribe', why: 'too many' })
    expect(onRefused).toHaveBeenCalledWith('too many')
  })

  it('leaves nothing hanging on the browser when closed, and can be opened again', async () => {
    const hand = await live()
    hand.cache.connect()
    expect(hand.hanging).toBe(3)
    hand.cache.close()
    expect(hand.hanging).toBe(0)
    expect(hand.cache.status().socket).toBe('disconnected')
    hand.cache.connect()
    hand.up()
    await hand.snapshot(8, {})
    expect(hand.cache.ids('devices')).toEqual([])
  })
})
