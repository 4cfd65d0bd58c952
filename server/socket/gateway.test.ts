import { describe, expect, it } from 'vitest'
import { queueId } from '@/lib/domain/ids'
import { aCaller, aMember, aQueue, PBX } from '@/lib/domain/testing/records'
import { diffSchema, heartbeatSchema, helloSchema } from '@/lib/protocol/messages'
import { PROTOCOL_VERSION } from '@/lib/protocol/version'
import { systemClock } from '@/server/clock'
import { FixedClock } from '@/server/testing/fixed-clock'
import { EVERYBODY, openAuth, rightsOfRole } from './testing/fake-auth'
import { browse, openSocket, openWallboard } from './testing/opened'
import { until } from './testing/until'
import type { Wallboard } from './testing/wallboard'
import { MAX_PUBLIC_VIEWS } from './views'

/** Two queues with an agent each. */
function fill(board: Wallboard): void {
  for (const name of ['support', 'sales']) {
    const [queue, member] = [aQueue(name), aMember(name, '101')]
    board.tables.queues.set(queue.id, queue)
    board.tables.members.set(member.id, member)
  }
  board.store.flush()
}

async function openFilled(options: Partial<Parameters<typeof openWallboard>[0]> = {}): Promise<Wallboard> {
  const board = await openWallboard({ clock: systemClock, ...options })
  fill(board)
  return board
}

const SUPPORT = aMember('support', '101').id
const SALES = aMember('sales', '101').id

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

describe('views', () => {
  it('show the queues asked for, by name or by id, and nothing of others', async () => {
    const board = await openFilled()
    for (const [id, queue] of [
      ['1.1', 'support'],
      ['1.2', 'sales'],
    ] as const) {
      const caller = aCaller(queue, id)
      board.tables.callers.set(caller.id, caller)
    }
    board.store.flush()
    const byName = browse(board, { queues: ['support'] })
    const byId = browse(board, { queues: [queueId(PBX, 'sales'), 'no such queue'] })
    await until(() => byName.status().freshness === 'live' && byId.status().freshness === 'live')
    expect([byName.ids('queues'), byName.ids('members'), byName.ids('callers')]).toEqual([
      [queueId(PBX, 'support')],
      [SUPPORT],
      ['main|1.1'],
    ])
    expect([byId.ids('queues'), byId.ids('members'), byId.ids('callers')]).toEqual([
      [queueId(PBX, 'sales')],
      [SALES],
      ['main|1.2'],
    ])
  })

  it('find a queue by what people call it too, and by any case, as Asterisk does', async () => {
    const board = await openWallboard({ clock: systemClock })
    board.tables.queues.set(queueId(PBX, 'q7'), aQueue('q7', { label: 'Night line' }))
    board.tables.queues.set(queueId(PBX, 'sales'), aQueue('sales'))
    board.store.flush()
    const cache = browse(board, { queues: ['night LINE', 'SALES'] })
    await until(() => cache.status().freshness === 'live')
    expect(cache.ids('queues')).toEqual([queueId(PBX, 'q7'), queueId(PBX, 'sales')])
    board.tables.queues.delete(queueId(PBX, 'q7'))
    board.store.flush()
    await until(() => cache.ids('queues').length === 1)
    board.tables.queues.set(queueId(PBX, 'q8'), aQueue('q8', { label: 'Night line' }))
    board.store.flush()
    await until(() => cache.ids('queues').includes(queueId(PBX, 'q8')))
  })

  it('are given for names that no queue can have, and hold nothing for them', async () => {
    const board = await openWallboard({ clock: systemClock })
    board.tables.queues.set(queueId(PBX, 'sales'), aQueue('sales'))
    board.store.flush()
    const tooMany = Array.from({ length: 600 }, (_, index) => `no queue ${index}`)
    const cache = browse(board, { queues: ['x'.repeat(300), 'sales', ...tooMany] })
    await until(() => cache.status().freshness === 'live')
    expect(cache.ids('queues')).toEqual([queueId(PBX, 'sales')])
  })

  it('mask numbers and shorten names where they must', async () => {
    const board = await openFilled({ auth: openAuth({ ...EVERYBODY, rights: rightsOfRole('display') }) })
    const caller = aCaller('support', '1.1', { channel: 'Local/03055501170@in-0000000a;1' })
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    board.tables.callers.set(caller.id, caller)
    board.store.flush()
    await until(() => cache.ids('callers').length === 1)
    expect(cache.records('callers')[0]).toEqual({
      ...caller,
      number: '··17',
      name: 'Tom O.',
      channel: 'Local/··70@in-0000000a;1',
    })
  })

  it('are shared by all with the same rights: one snapshot and one diff for everybody', async () => {
    const board = await openFilled()
    const caches = Array.from({ length: 5 }, (_, index) =>
      browse(board, { queues: index % 2 === 0 ? ['support', 'sales'] : ['sales', 'support'] }),
    )
    await until(() => caches.every((cache) => cache.status().freshness === 'live'))
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    await until(() => caches.every((cache) => cache.record('members', SUPPORT)?.paused === true))
    const stats = board.gateway.stats()
    expect(stats).toMatchObject({ sockets: 5, views: 1, diffs: 1, diffMessages: 5, snapshots: 5 })
    expect(stats.snapshotsBuilt).toBeLessThanOrEqual(2)
    expect(stats.bytesSent).toBeGreaterThan(5 * 200)
  })

  it('that nobody watches are gone', async () => {
    const board = await openFilled()
    const cache = browse(board)
    await until(() => cache.status().freshness === 'live')
    cache.close()
    await until(() => board.gateway.stats().sockets === 0)
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    expect(board.gateway.stats()).toMatchObject({ views: 0, diffs: 0, snapshots: 1 })
  })

  it('can be changed by a browser that subscribes anew', async () => {
    const board = await openFilled()
    const { socket, heard } = openSocket(board)
    socket.emit('subscribe', { queues: ['support'] })
    await until(() => heard.some(({ event }) => event === 'snapshot'))
    socket.emit('subscribe', { queues: ['sales'] })
    await until(() => heard.filter(({ event }) => event === 'snapshot').length === 2)
    const [first, second] = heard.filter(({ event }) => event === 'snapshot').map(({ message }) => message.epoch)
    expect(second).not.toBe(first)
    board.tables.members.patch(SUPPORT, { paused: true })
    board.store.flush()
    board.tables.members.patch(SALES, { paused: true })
    board.store.flush()
    await until(() => heard.some(({ event }) => event === 'diff'))
    expect(heard.filter(({ event }) => event === 'diff').map(({ message }) => message.epoch)).toEqual([second])
  })

  it('are limited in number, and the browser is told', async () => {
    const board = await openFilled()
    const sockets = Array.from({ length: MAX_PUBLIC_VIEWS }, () => openSocket(board))
    for (const [index, { socket }] of sockets.entries()) socket.emit('subscribe', { queues: [`queue ${index}`] })
    await until(() => board.gateway.stats().views === MAX_PUBLIC_VIEWS)
    const refused: string[] = []
    browse(board, { queues: ['one more'], onRefused: (why) => refused.push(why) })
    await until(() => refused.length > 0)
    expect(refused[0]).toMatch(/100 different selections/)
    const known = browse(board, { queues: ['queue 7'] })
    await until(() => known.status().freshness === 'live')
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
