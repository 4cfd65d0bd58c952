import { describe, expect, it } from 'vitest'
import { aMember, aQueue } from '@/lib/domain/testing/records'
import { diffSchema, heartbeatSchema, helloSchema } from '@/lib/protocol/messages'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import { systemClock } from '@/server/clock'
import { FixedClock } from '@/server/testing/fixed-clock'
import { fill, openFilled, SALES, SUPPORT } from './testing/filled'
import { browse, openSocket, openWallboard } from './testing/opened'
import { until } from './testing/until'

describe('what a browser gets', () => {
  it('is the whole picture, and then each change', async () => {
    const board = await openFilled()
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    expect(cache.records('queues')).toEqual([aQueue('sales'), aQueue('support')])

    board.tables.members.patch(SUPPORT, { paused: true, pausedReason: 'lunch' })
    board.tables.members.delete(SALES)
    board.source.touched()
    await until(() => cache.ids('members').length === 1)
    expect(cache.records('members')).toEqual([aMember('support', '101', { paused: true, pausedReason: 'lunch' })])
  })

  it('begins with the server’s build, then follows the schemas', async () => {
    const board = await openFilled({ build: 'b42' })
    const { socket, heard } = openSocket(board)
    socket.emit('subscribe', { queues: null })
    await until(() => heard.some(({ event }) => event === 'heartbeat'))
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    await until(() => heard.some(({ event }) => event === 'diff'))
    expect(heard.map(({ event }) => event)).toEqual(['hello', 'viewer', 'snapshot', 'heartbeat', 'diff'])
    const [hello, , , heartbeat, diff] = heard.map(({ message }) => message)
    expect(helloSchema.parse(hello)).toMatchObject({ build: 'b42', protocol: PROTOCOL_VERSION })
    expect(heartbeatSchema.parse(heartbeat)).toEqual(heartbeat)
    expect(diffSchema.strict().parse(diff)).toMatchObject({ from: 0, to: 1 })
  })

  it('is nothing when a flush changes nothing in its view', async () => {
    const board = await openFilled()
    const cache = browse(board, { queues: ['support'] })
    await until(() => cache.status().freshness === 'live')
    board.tables.members.patch(SALES, { paused: true })
    board.store.flush()
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    await until(() => cache.record('members', SUPPORT)?.paused === true)
    expect(cache.position()?.seq).toBe(1)
    expect(board.gateway.stats().diffs).toBe(1)
  })
})

describe('a flush too large to be written to all at once', () => {
  it('reaches every browser little by little, without a break and without anyone asking', async () => {
    const board = await openFilled({ maxFanOut: 0 })
    const caches = Array.from({ length: 4 }, () => browse(board))
    await until(() => caches.every((cache) => cache.status().freshness === 'live'))
    const seen: string[] = []
    for (const cache of caches) cache.subscribeStatus(() => seen.push(cache.status().freshness))
    for (let taken = 1; taken <= 10; taken++) {
      board.tables.members.patch(SUPPORT, { callsTaken: taken })
      board.store.flush()
      await new Promise((next) => setImmediate(next))
    }
    await until(() => caches.every((cache) => cache.record('members', SUPPORT)?.callsTaken === 10))
    expect(seen.filter((freshness) => freshness !== 'live')).toEqual([])
    expect(board.gateway.stats().snapshots).toBeGreaterThan(4)
  })
})

describe('heartbeats', () => {
  it('come every 2 s with epoch, seq, the server’s time and the links', async () => {
    const clock = new FixedClock()
    const board = await openFilled({ clock, epoch: 'e' })
    const { socket, heard } = openSocket(board)
    socket.emit('subscribe', { queues: null })
    const beats = () => heard.filter(({ event }) => event === 'heartbeat').map(({ message }) => message)
    await until(() => beats().length === 1)
    clock.advance(1999)
    clock.advance(1)
    await until(() => beats().length === 2)
    expect(beats()[1]).toEqual({ type: 'heartbeat', epoch: 'e.1', seq: 0, now: clock.now(), pbx: [board.link] })
    clock.advance(4000)
    await until(() => beats().length === 4)
  })

  it('come at once when a link changes', async () => {
    const clock = new FixedClock()
    const board = await openFilled({ clock })
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    board.setLink({ state: 'lost', since: clock.now(), error: 'no answer' })
    await until(() => cache.status().freshness === 'stale')
    expect(cache.status().links[0]).toMatchObject({ state: 'lost', error: 'no answer' })
  })
})

describe('what a browser may ask', () => {
  it.each([
    ['a message without queues', 'subscribe', {}, /queues/],
    ['queues that are no names', 'subscribe', { queues: [7] }, /expected string/],
    ['a resync that is none', 'resync', 'please', /expected object/],
    ['a resync before any subscription', 'resync', { epoch: null, seq: null }, /Subscribe first/],
    ['a message that does not exist', 'dial', { number: '1' }, /no such message/],
  ])('is refused in clear words when it is %s, and it is served all the same', async (_, event, message, why) => {
    const board = await openFilled()
    const { socket, heard, say } = openSocket(board)
    say(event, message)
    await until(() => heard.some((one) => one.event === 'refused'))
    expect(heard.find((one) => one.event === 'refused')?.message.why).toMatch(why)
    socket.emit('subscribe', { queues: null })
    await until(() => heard.some((one) => one.event === 'snapshot'))
  })

  it('ends when it asks nonsense without end', async () => {
    const board = await openFilled()
    const { socket, heard, say } = openSocket(board)
    await until(() => heard.length > 0)
    for (let times = 0; times < 30; times++) say('dial', times)
    await until(() => !socket.connected)
    expect(heard.filter(({ event }) => event === 'refused')).toHaveLength(20)
  })

  it('is at most 64 KB long', async () => {
    const board = await openFilled()
    const { socket, heard, say } = openSocket(board)
    await until(() => heard.length > 0)
    say('subscribe', { queues: ['x'.repeat(70_000)] })
    await until(() => !socket.connected)
  })
})

describe('who may connect', () => {
  it.each([
    ['a page from our own host', (url: string) => ({ origin: url }), true],
    ['a program that names no origin', () => ({}), true],
    ['a page from an origin in the configuration', () => ({ origin: 'https://wall.example.com' }), true],
    ['a page from elsewhere', () => ({ origin: 'https://evil.example.com' }), false],
    ['a page from another port', () => ({ origin: 'http://127.0.0.1:1' }), false],
    ['a page without an origin of its own', () => ({ origin: 'null' }), false],
  ])('%s', async (_, headers, allowed) => {
    const board = await openFilled({ allowedOrigins: ['https://wall.example.com'] })
    const { socket } = openSocket(board, headers(board.url) as Record<string, string>)
    const outcome = await new Promise((resolve) => {
      socket.on('connect', () => resolve(true))
      socket.on('connect_error', () => resolve(false))
    })
    expect(outcome).toBe(allowed)
  })
})

describe('a server that restarts', () => {
  it('has another epoch, and every browser is exact again', async () => {
    const board = await openWallboard({ clock: systemClock })
    fill(board)
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    const before = cache.position()
    await board.close()
    await until(() => cache.status().freshness === 'stale')
    expect(cache.ids('members')).toHaveLength(2)

    const again = await openWallboard({ clock: systemClock, port: Number(new URL(board.url).port) })
    const member = aMember('support', '102')
    again.tables.members.set(member.id, member)
    again.store.flush()
    await until(() => cache.status().freshness === 'live')
    expect(cache.position()?.epoch).not.toBe(before?.epoch)
    expect(cache.ids('members')).toEqual([member.id])
    expect(cache.ids('queues')).toEqual([])
  })
})
