import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { aCaller, aQueue } from '@/lib/domain/testing/records'
import { systemClock } from '@/server/clock'
import { aPrincipal, EVERYBODY, FakeAuth, rightsOfRole } from './testing/fake-auth'
import { openSocket, openWallboard } from './testing/opened'
import { pictureOf } from './testing/picture-of'
import { until } from './testing/until'
import type { Wallboard } from './testing/wallboard'

const ROLES: readonly Role[] = ['admin', 'supervisor', 'agent', 'display']
/** What each may see: everything, one of two queues, none. */
const SCOPES = { all: null, sales: ['sales'], none: [] } as const
const ASKED = [null, ['sales'], ['support'], ['sales', 'support'], ['main|support'], ['Label of support']] as const

/** Everybody of every role and scope, and a public wall. */
function everybody(): FakeAuth {
  const people = ROLES.flatMap((role) =>
    Object.entries(SCOPES).map(([scope, queues]) =>
      aPrincipal(`${role}-${scope}`, role, { rights: rightsOfRole(role, { queues }) }),
    ),
  )
  const auth = new FakeAuth(...people)
  auth.everybody = { ...EVERYBODY, rights: rightsOfRole('display', { queues: ['sales'] }) }
  return auth
}

async function open(): Promise<Wallboard> {
  const board = await openWallboard({ clock: systemClock, auth: everybody() })
  for (const name of ['support', 'sales']) {
    const [queue, caller] = [aQueue(name, { label: `label of ${name}` }), aCaller(name, `${name}.1`)]
    board.tables.queues.set(queue.id, queue)
    board.tables.callers.set(caller.id, caller)
  }
  board.source.touched()
  board.store.flush()
  return board
}

const PEOPLE = [
  ...ROLES.flatMap((role) => Object.entries(SCOPES).map(([scope, queues]) => [`${role}-${scope}`, queues] as const)),
  ['nobody in particular', SCOPES.sales] as const,
]
const socketOf = (board: Wallboard, name: string) => openSocket(board, { cookie: `callboard_session=${name}` })

describe('whoever subscribes to whatever', () => {
  const cases = PEOPLE.flatMap(([name, scope]) => ASKED.map((asked) => [name, asked, scope] as const))

  it.each(cases)('%s, to %j, sees the queues of both', async (name, asked, scope) => {
    const { socket, heard } = socketOf(await open(), name)
    socket.emit('subscribe', { queues: asked && [...asked] })
    await until(() => heard.some(({ event }) => event === 'snapshot'))
    const wanted = (queue: string) => asked === null || asked.some((word) => word.toLowerCase().endsWith(queue))
    const seen = ['sales', 'support'].filter(
      (queue) => (scope === null || scope.includes(queue as never)) && wanted(queue),
    )
    const picture = pictureOf(heard)
    expect(Object.keys(picture.queues).sort()).toEqual(seen.map((queue) => `main|${queue}`))
    expect(
      Object.values(picture.callers)
        .map(({ queue }) => queue)
        .sort(),
    ).toEqual(seen.map((queue) => `main|${queue}`))
  })
})

describe('whoever says what only the server may, or nobody', () => {
  const NAMES = ['viewer', 'mine', 'receipt', 'signedOut', 'hello', 'snapshot', 'diff', 'command', 'constructor', '']
  const people = PEOPLE.map(([name]) => name).filter((name) => !name.endsWith('-sales'))
  const cases = people.flatMap((name) => NAMES.map((event) => [name, event] as const))

  it.each(cases)('%s: %j is refused and changes nothing', async (name, event) => {
    const { heard, say } = socketOf(await open(), name)
    await until(() => heard.some((one) => one.event === 'viewer'))
    say(event, { type: event, viewer: { role: 'admin' }, queues: null })
    await until(() => heard.some((one) => one.event === 'refused'))
    expect(heard.map((one) => one.event).filter((one) => one !== 'mine')).toEqual(['hello', 'viewer', 'refused'])
  })

  it.each(people)('%s: a resync before a subscription gives nothing', async (name) => {
    const { socket, heard } = socketOf(await open(), name)
    socket.emit('resync', { epoch: null, seq: null })
    await until(() => heard.some((one) => one.event === 'refused'))
    expect(heard.some((one) => one.event === 'snapshot')).toBe(false)
  })
})

describe('a page of another origin', () => {
  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1.evil.example'])(
    '%s opens no socket, whoever’s cookie it brings',
    async (origin) => {
      const { socket, heard } = openSocket(await open(), { origin, cookie: 'callboard_session=admin-all' })
      await new Promise((done) => socket.on('connect_error', done))
      expect(heard).toEqual([])
    },
  )
})
