import { describe, expect, it } from 'vitest'
import { aCaller, aMember, aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { FixedClock } from '@/server/testing/fixed-clock'
import { RECHECK_MS } from './identities'
import { aPrincipal, FakeAuth, rightsOfRole } from './testing/fake-auth'
import { browse, openSocket, openWallboard } from './testing/opened'
import { pictureOf } from './testing/picture-of'
import { until } from './testing/until'

const as = (name: string) => ({ cookie: `callboard_session=${name}` })
const ROLES = ['admin', 'supervisor', 'agent', 'display'] as const

async function open(auth: FakeAuth, clock: FixedClock | typeof systemClock = new FixedClock()) {
  const board = await openWallboard({ clock, auth })
  for (const name of ['support', 'sales']) {
    const [queue, member, caller] = [aQueue(name), aMember(name, '101'), aCaller(name, `${name}.1`)]
    board.tables.queues.set(queue.id, queue)
    board.tables.members.set(member.id, member)
    board.tables.callers.set(caller.id, { ...caller, number: '+491701234567', name: 'Tom Berg' })
  }
  board.store.flush()
  return board
}

const house = () => new FakeAuth(...ROLES.map((role) => aPrincipal(role, role)))
const eventsOf = (heard: { event: string }[]) => heard.map(({ event }) => event)
/** The server's own turn: what it answered is there. */
const settle = () => new Promise((next) => setTimeout(next, 20))

describe('who shows no session', () => {
  it.each([
    ['nothing', {}],
    ['an empty cookie', { cookie: 'callboard_session=' }],
    ['a session that is not there', as('nobody')],
    ['a cookie of another name', { cookie: 'session=admin; xcallboard_session=admin' }],
    ['a token that is not there', { authorization: 'Bearer nobody' }],
    ['a very long cookie', as('x'.repeat(8000))],
    ['another kind of authorization', { authorization: 'Basic YWRtaW46YWRtaW4=' }],
  ])('is not let in: %s', async (_what, headers) => {
    const { socket, heard } = openSocket(await open(house()), headers)
    const why = await new Promise<Error>((done) => socket.on('connect_error', done))
    expect(why.message).toBe('not signed in')
    expect(heard).toEqual([])
  })

  it('is told so by the browser’s cache, which then leaves it at that', async () => {
    const cache = browse(await open(house()))
    await until(() => cache.personal().signedOut)
    expect(cache.records('queues')).toEqual([])
  })

  it('hears nothing of a failed look-up but that it does not work', async () => {
    const auth = house()
    auth.check = () => Promise.reject(new Error('secret words of the database'))
    const { socket } = openSocket(await open(auth), as('admin'))
    const why = await new Promise<Error>((done) => socket.on('connect_error', done))
    expect(why.message).toBe('sign-in does not work at the moment')
  })
})

describe('a token', () => {
  it.each([
    [['read'], true],
    [['read', 'dial'], true],
    [['dial', 'act', 'admin'], false],
    [[], false],
  ] as const)('for %j opens a socket: %s', async (scopes, may) => {
    const auth = new FakeAuth(aPrincipal('program', 'admin', { kind: 'token', scopes }))
    const { socket } = openSocket(await open(auth), { authorization: 'Bearer program' })
    const letIn = await new Promise<boolean>((done) => {
      socket.on('connect', () => done(true))
      socket.on('connect_error', () => done(false))
    })
    expect(letIn).toBe(may)
  })
})

describe('who is signed in', () => {
  it.each(ROLES)('as %s is told what it may', async (role) => {
    const { heard } = openSocket(await open(house()), as(role))
    await until(() => heard.some(({ event }) => event === 'viewer'))
    expect(heard.find(({ event }) => event === 'viewer')?.message).toMatchObject({ kind: 'account', role, name: role })
  })

  it.each([
    ['admin', '+491701234567'],
    ['supervisor', '+491701234567'],
    ['agent', '··67'],
    ['display', '··67'],
  ])('as %s sees callers as %s', async (role, number) => {
    const { socket, heard } = openSocket(await open(house(), systemClock), as(role))
    socket.emit('subscribe', { queues: null })
    await until(() => heard.some(({ event }) => event === 'snapshot'))
    const picture = pictureOf(heard)
    expect(Object.values(picture.callers).map((caller) => caller.number)).toEqual([number, number])
  })

  it('sees of the queues asked for those of its rights, by Asterisk’s names alone', async () => {
    const rights = rightsOfRole('agent', { queues: ['SUPPORT'] })
    const auth = new FakeAuth(aPrincipal('ana', 'agent', { rights }))
    const board = await open(auth, systemClock)
    const sales = board.tables.queues.get(aQueue('sales').id)
    if (sales) board.tables.queues.set(sales.id, { ...sales, label: 'support' })
    board.store.flush()
    for (const queues of [null, ['support', 'sales'], ['sales', 'support', 'main|sales']]) {
      const { socket, heard } = openSocket(board, as('ana'))
      socket.emit('subscribe', { queues })
      await until(() => heard.some(({ event }) => event === 'snapshot'))
      expect(Object.keys(pictureOf(heard).queues)).toEqual(['main|support'])
    }
  })
})

describe('a session that ends while its socket is open', () => {
  it('ends the socket within 5 s, and nothing follows', async () => {
    const [clock, auth] = [new FixedClock(), house()]
    const board = await open(auth, clock)
    const { socket, heard } = openSocket(board, as('supervisor'))
    await until(() => heard.some(({ event }) => event === 'viewer'))
    auth.revoke('supervisor')
    expect(RECHECK_MS).toBeLessThan(5000)
    clock.advance(RECHECK_MS)
    await until(() => socket.disconnected)
    expect(eventsOf(heard).at(-1)).toBe('signedOut')
    expect(board.gateway.stats().sockets).toBe(0)
  })

  it('ends it at once when this very process ended it, for every page of that session and no other', async () => {
    const [clock, auth] = [new FixedClock(), house()]
    const board = await open(auth, clock)
    const [one, two, other] = [
      openSocket(board, as('agent')),
      openSocket(board, as('agent')),
      openSocket(board, as('admin')),
    ]
    await until(() => [one, two, other].every(({ heard }) => heard.some(({ event }) => event === 'viewer')))
    auth.revoke('agent')
    auth.tell()
    await until(() => one.socket.disconnected && two.socket.disconnected)
    expect(other.socket.connected).toBe(true)
  })

  it('is not kept alive by a browser that comes back', async () => {
    const auth = house()
    const board = await open(auth)
    auth.revoke('admin')
    const { socket } = openSocket(board, as('admin'))
    const why = await new Promise<Error>((done) => socket.on('connect_error', done))
    expect(why.message).toBe('not signed in')
  })

  it('is looked for in one look for all, and the walls go on when that fails', async () => {
    const [clock, auth] = [new FixedClock(), house()]
    const board = await open(auth, clock)
    const sockets = ROLES.flatMap((role) => [openSocket(board, as(role)), openSocket(board, as(role))])
    await until(() => sockets.every(({ heard }) => heard.some(({ event }) => event === 'viewer')))
    clock.advance(RECHECK_MS)
    await settle()
    expect(auth.looks).toBe(1)
    auth.recheckAll = () => Promise.reject(new Error('the database is away'))
    clock.advance(RECHECK_MS)
    await settle()
    expect(sockets.every(({ socket }) => socket.connected)).toBe(true)
  })
})

describe('a right that is lowered while the socket is open', () => {
  it('takes effect on the view and is told, within 5 s', async () => {
    const [clock, auth] = [new FixedClock(), house()]
    const board = await open(auth, clock)
    const { socket, heard } = openSocket(board, as('supervisor'))
    socket.emit('subscribe', { queues: null })
    await until(() => board.gateway.stats().views === 1)
    clock.advance(200)
    await until(() => heard.some(({ event }) => event === 'snapshot'))
    const rights = rightsOfRole('supervisor', { queues: ['sales'], numbers: 'none' })
    auth.set(aPrincipal('supervisor', 'supervisor', { rights, version: '2' }))
    const before = heard.length
    clock.advance(RECHECK_MS)
    await until(() => heard.slice(before).some(({ event }) => event === 'viewer'))
    clock.advance(200)
    await until(() => heard.slice(before).some(({ event }) => event === 'snapshot'))
    const later = heard.slice(before)
    expect(later.find(({ event }) => event === 'viewer')?.message).toMatchObject({ queues: ['sales'], numbers: 'none' })
    const picture = pictureOf(later)
    expect(Object.keys(picture.queues)).toEqual(['main|sales'])
    expect(Object.values(picture.callers).map(({ number }) => number)).toEqual(['··67'])
  })
})
