import { describe, expect, it } from 'vitest'
import { aPrincipal, FakeAuth, rightsOfRole } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { type Api, createApi } from './app'
import { guardOf } from './testing/guard-of'
import { SAMPLE_BOARD } from './testing/sample-board'
import { sampleStore } from './testing/sample-store'

const HOST = 'board.example.net'
const COOKIE = { cookie: 'callboard_session=ana', host: HOST }
const JSON_TYPE = { 'content-type': 'application/json' }
const OURS = { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }

/** The API with a route that notes what reaches it. */
function open(auth = new FakeAuth(aPrincipal('ana', 'supervisor'))) {
  const reached: { origin: object; body: unknown }[] = []
  const note = (api: Api) => {
    for (const path of ['/api/v1/commands', '/api/v1/account/tokens', '/api/v1/session', '/api/v1/admin/accounts']) {
      api.on(['POST', 'DELETE'], path, async (c) => {
        const body = c.req.header('content-type') ? await c.req.json() : null
        reached.push({ origin: c.get('origin'), body })
        return c.json({})
      })
    }
  }
  const api = createApi({
    store: sampleStore(),
    board: { ...SAMPLE_BOARD, order: ['sales', 'support'] },
    version: '1',
    now: () => 1,
    guard: guardOf(auth, ['https://wall.example.com']),
    routes: [note],
    log: silentLog,
  })
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
    const asked = await api.request(path, { method, headers, ...(body !== undefined && { body }) })
    return {
      status: asked.status,
      type: asked.headers.get('content-type'),
      body: (await asked.json()) as { detail?: string },
    }
  }
  return { ask, reached }
}

describe('a change', () => {
  it.each([
    ['from our own page', { ...COOKIE, ...OURS }, 200],
    ['from a page behind a proxy that is named', { ...COOKIE, origin: 'https://wall.example.com' }, 200],
    ['by a program with a token', { host: HOST, authorization: 'Bearer ana' }, 200],
    ['from a foreign page', { ...COOKIE, origin: 'https://evil.example' }, 403],
    ['from a page whose address begins like ours', { ...COOKIE, origin: `https://${HOST}.evil.example` }, 403],
    ['from our host at another port', { ...COOKIE, origin: `https://${HOST}:8443` }, 403],
    ['from a sandboxed frame or a file', { ...COOKIE, origin: 'null' }, 403],
    [
      'from a foreign page that brings a token',
      { host: HOST, authorization: 'Bearer ana', origin: 'https://evil.example' },
      403,
    ],
    ['by cookie without an origin', COOKIE, 403],
    ['by cookie from a sister domain', { ...COOKIE, ...OURS, 'sec-fetch-site': 'same-site' }, 403],
    ['of nobody', { host: HOST, ...OURS }, 401],
    ['of nobody from a foreign page', { host: HOST, origin: 'https://evil.example' }, 403],
  ] as const)('%s', async (_what, headers, status) => {
    const { ask, reached } = open()
    expect(await ask('POST', '/api/v1/commands', { ...headers, ...JSON_TYPE }, '{}')).toMatchObject({ status })
    expect(reached).toHaveLength(status === 200 ? 1 : 0)
  })

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; application/json',
    'application/jsonp',
    '',
  ])('in anything but JSON is refused: %s', async (type) => {
    const { ask, reached } = open()
    const { status } = await ask('POST', '/api/v1/commands', { ...COOKIE, ...OURS, 'content-type': type }, '{"a":1}')
    expect({ status, reached }).toEqual({ status: 415, reached: [] })
  })

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;charset=utf-8'])(
    'as %s is read',
    async (type) => {
      const { ask, reached } = open()
      await ask('POST', '/api/v1/commands', { ...COOKIE, ...OURS, 'content-type': type }, '{"a":1}')
      expect(reached).toMatchObject([{ body: { a: 1 } }])
    },
  )

  it('without a body needs no type', async () => {
    const { ask } = open()
    expect((await ask('DELETE', '/api/v1/session', { ...COOKIE, ...OURS })).status).toBe(200)
  })

  it.each([
    ['more than 64 KB', { 'content-length': '65537' }, 413],
    ['64 KB', { 'content-length': '65536' }, 200],
    ['no length that is told before', { 'transfer-encoding': 'chunked' }, 411],
  ])('of %s', async (_what, length, status) => {
    const { ask, reached } = open()
    const answer = await ask('POST', '/api/v1/commands', { ...COOKIE, ...OURS, ...JSON_TYPE, ...length }, '{}')
    expect([answer.status, reached.length]).toEqual([status, status === 200 ? 1 : 0])
  })

  it('tells the audit log whence it came', async () => {
    const { ask, reached } = open()
    await ask('POST', '/api/v1/commands', { ...COOKIE, ...OURS, ...JSON_TYPE, 'x-forwarded-for': '10.0.0.1' }, '{}')
    expect(reached[0]?.origin).toEqual({ address: 'unknown', via: 'page' })
  })
})

describe('what hostile credentials get', () => {
  it.each([
    ['a cookie with line ends', { cookie: 'callboard_session=ana%0d%0aset-cookie:x' }],
    ['a cookie that is only its name', { cookie: 'callboard_session' }],
    ['a thousand cookies', { cookie: Array.from({ length: 1000 }, (_, n) => `c${n}=1`).join('; ') }],
    ['a token of letters beyond ASCII', { authorization: 'Bearer \u00e4na' }],
    ['two tokens', { authorization: 'Bearer x Bearer ana' }],
    ['a token in lower case words', { authorization: 'bearer nobody' }],
    ['a token as the name of a method', { authorization: 'Bearer __proto__' }],
  ])('%s: 401', async (_what, headers) => {
    expect((await open().ask('GET', '/api/v1/queues', { host: HOST, ...headers })).status).toBe(401)
  })
})

describe('a token', () => {
  const SCOPES = ['read', 'dial', 'act', 'admin'] as const
  const CASES = [
    ['GET', '/api/v1/queues', ['read']],
    ['GET', '/api/v1/calls', ['read', 'dial']],
    ['POST', '/api/v1/commands', ['act']],
    ['POST', '/api/v1/admin/accounts', ['admin']],
    ['POST', '/api/v1/account/tokens', []],
    ['DELETE', '/api/v1/session', []],
  ] as const
  const cases = CASES.flatMap(([method, path, scopes]) =>
    SCOPES.map((scope) => [scope, method, path, (scopes as readonly string[]).includes(scope)] as const),
  )

  it.each(cases)('for %s: %s %s: %s', async (scope, method, path, may) => {
    const { ask } = open(new FakeAuth(aPrincipal('t', 'admin', { kind: 'token', scopes: [scope] })))
    const headers = { host: HOST, authorization: 'Bearer t', ...(method === 'POST' && JSON_TYPE) }
    const { status } = await ask(method, path, headers, method === 'POST' ? '{}' : undefined)
    expect(status).toBe(may ? 200 : 403)
  })

  it('of one who is no administrator opens no administration, whatever its scopes', async () => {
    const { ask } = open(new FakeAuth(aPrincipal('t', 'supervisor', { kind: 'token', scopes: [...SCOPES] })))
    const headers = { host: HOST, authorization: 'Bearer t', ...JSON_TYPE }
    expect((await ask('POST', '/api/v1/admin/accounts', headers, '{}')).status).toBe(403)
  })
})

describe('what is read', () => {
  const rights = rightsOfRole('agent', { queues: ['SALES'] })
  const auth = () => new FakeAuth(aPrincipal('ana', 'agent', { rights }))
  const get = async (path: string) =>
    (await open(auth()).ask('GET', path, COOKIE)).body as { items: Record<string, string>[] }

  it('is of the queues that one sees', async () => {
    expect((await get('/api/v1/queues')).items.map(({ id }) => id)).toEqual(['main|sales'])
    expect((await get('/api/v1/members')).items.map(({ queue }) => queue)).toEqual(['main|sales'])
    expect((await get('/api/v1/callers?queue=support')).items).toEqual([])
    expect(await get('/api/v1/board')).toMatchObject({ order: ['sales'] })
  })

  it('has numbers masked for who sees only one’s own', async () => {
    expect((await get('/api/v1/callers')).items.map(({ number }) => number)).toEqual(['··17'])
  })
})

it('while sessions cannot be looked up, nothing is shown, and the reason stays inside', async () => {
  const auth = new FakeAuth()
  auth.check = () => Promise.reject(new Error('password of the database'))
  const { status, body } = await open(auth).ask('GET', '/api/v1/queues', COOKIE)
  expect(status).toBe(500)
  expect(JSON.stringify(body)).not.toContain('password')
})
