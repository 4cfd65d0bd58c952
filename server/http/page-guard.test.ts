import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import { viewerSchema } from '@/lib/protocol/viewer'
import { VIEWER_HEADER } from '@/lib/protocol/viewer-header'
import { aPrincipal, FakeAuth, rightsOfRole } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { guardPages } from './page-guard'

type Shown = { url: string; headers: Record<string, unknown> }

/** What became of a request: the page that Next was asked for, or what the guard answered itself. */
async function open(url: string, auth: FakeAuth, headers: Record<string, string> = {}, development = false) {
  return new Promise<{ shown?: Shown; status?: number; location?: string }>((resolve) => {
    const request = { url, headers: { ...headers } } as unknown as IncomingMessage
    const response = {
      setHeader() {},
      writeHead(status: number, fields: Record<string, string>) {
        resolve({ status, ...(fields.location && { location: fields.location }) })
        return response
      },
      end() {},
    } as unknown as ServerResponse
    const pages = (asked: IncomingMessage) =>
      resolve({ shown: { url: asked.url ?? '', headers: asked.headers as Record<string, unknown> } })
    guardPages(pages, { auth, log: silentLog, development })(request, response)
  })
}

const ROLES: readonly Role[] = ['admin', 'supervisor', 'agent', 'display']
const house = () => new FakeAuth(...ROLES.map((role) => aPrincipal(role, role)))
const as = (name: string) => ({ cookie: `callboard_session=${name}` })

describe('nobody', () => {
  it.each(['/sign-in', '/welcome', '/icon.svg', '/robots.txt', '/_next/static/chunks/a.js'])('sees %s', async (url) => {
    expect((await open(url, house())).shown?.url).toBe(url)
  })

  it.each(['/wall', '/me', '/supervise', '/admin', '/nothing', '/_next/image?url=x', '/_next/data/x/admin.json'])(
    'is asked to sign in at %s, and led back',
    async (url) => {
      const { status, location } = await open(url, house())
      expect(status).toBe(303)
      expect(location).toBe(`/sign-in?next=${encodeURIComponent(url)}`)
    },
  )

  it('keeps the query, and not the mark of a part of a page', async () => {
    expect((await open('/wall?queues=a,b&_rsc=x1', house())).location).toBe('/sign-in?next=%2Fwall%3Fqueues%3Da%252Cb')
    expect((await open('/', house())).location).toBe('/sign-in')
  })

  it.each(['//evil.example', '/\\evil.example', '///evil.example/x'])('is not led elsewhere by %s', async (url) => {
    const { location = '' } = await open(url, house())
    const next = new URL(location, 'http://here').searchParams.get('next') ?? '/'
    expect(new URL(next, 'http://here').host).toBe('here')
  })
})

describe('each role', () => {
  const SEEN: Readonly<Record<string, readonly Role[]>> = {
    '/wall': ROLES,
    '/account': ROLES,
    '/me': ['admin', 'supervisor', 'agent'],
    '/dial?to=1': ['admin', 'supervisor', 'agent'],
    '/supervise': ['admin', 'supervisor'],
    '/admin': ['admin'],
    '/admin/people': ['admin'],
    '/admin/audit': ['admin'],
  }
  const cases = Object.entries(SEEN).flatMap(([url, roles]) =>
    ROLES.map((role) => [role, url, roles.includes(role)] as const),
  )

  it.each(cases)('%s at %s: %s', async (role, url, sees) => {
    const { shown } = await open(url, house(), as(role))
    expect(shown?.url).toBe(sees ? url : '/forbidden')
  })

  it.each([
    ['admin', '/supervise'],
    ['supervisor', '/supervise'],
    ['agent', '/me'],
    ['display', '/wall'],
  ])('%s begins at %s', async (role, page) => {
    expect(await open('/', house(), as(role))).toEqual({ status: 303, location: page })
  })

  it('an agent with one queue entrusted may supervise it', async () => {
    const rights = rightsOfRole('agent', { permissions: { 'calls.listen': ['support'] } })
    const { shown } = await open('/supervise', new FakeAuth(aPrincipal('ana', 'agent', { rights })), as('ana'))
    expect(shown?.url).toBe('/supervise')
  })
})

describe('ways around', () => {
  it.each([
    '/%61dmin',
    '/ADMIN',
    '//admin',
    '/wall/../admin',
    '/wall/%2e%2e/admin',
    '/./admin',
    '/admin/',
    '/wall\\..\\admin',
  ])('do not lead an agent through %s', async (url) => {
    const { shown } = await open(url, house(), as('agent'))
    expect(shown?.url).toBe('/forbidden')
  })

  it('a program’s token opens no page', async () => {
    const auth = new FakeAuth(aPrincipal('program', 'admin', { kind: 'token', scopes: null }))
    expect((await open('/admin', auth, { authorization: 'Bearer program' })).status).toBe(303)
  })

  it('an address that cannot be read is refused', async () => {
    expect((await open('/%zz', house(), as('admin'))).status).toBe(400)
  })

  it('who one is says the server, and no header from outside', async () => {
    const forged = Buffer.from('{"role":"admin"}').toString('base64url')
    const headers = { [VIEWER_HEADER]: forged, 'x-middleware-subrequest': 'proxy', 'x-nextjs-data': '1' }
    expect((await open('/sign-in', house(), headers)).shown?.headers).toEqual({})
    const { shown } = await open('/me', house(), { ...headers, ...as('agent') })
    const told = JSON.parse(Buffer.from(String(shown?.headers[VIEWER_HEADER]), 'base64url').toString())
    expect(viewerSchema.parse(told)).toMatchObject({ role: 'agent', id: 'account-agent' })
  })

  it('a page is not shown while sessions cannot be looked up', async () => {
    const auth = house()
    auth.check = () => Promise.reject(new Error('the database is away'))
    expect((await open('/wall', auth, as('admin'))).status).toBe(503)
  })
})

describe('an open wall', () => {
  it('shows the wall to everybody and asks for the rest', async () => {
    const auth = house()
    auth.everybody = aPrincipal('public', 'display', { kind: 'public', accountId: null, credentialId: null })
    expect((await open('/wall', auth)).shown?.url).toBe('/wall')
    expect(await open('/', auth)).toEqual({ status: 303, location: '/wall' })
    expect((await open('/supervise', auth)).location).toContain('/sign-in')
    expect((await open('/account', auth)).location).toContain('/sign-in')
  })
})
