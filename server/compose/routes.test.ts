import { describe, expect, it } from 'vitest'
import { pbxName } from '@/lib/domain/ids'
import { FAMILIES } from '@/lib/domain/live-state'
import type { Role } from '@/lib/domain/rights'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { HistoryDeps } from '@/server/api/history/deps'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import { BOSS, BROWSER, openHouse } from '@/server/auth/testing/house'
import type { TokenScope } from '@/server/auth/types'
import { systemClock } from '@/server/clock'
import { consoleWithoutPbx } from '@/server/console/testing/no-pbx'
import type { Database } from '@/server/db/types'
import { History } from '@/server/history/history'
import { FORGOTTEN } from '@/server/history/keeping/testing/forgotten'
import { together } from '@/server/history/writer-state'
import { createAddressOf } from '@/server/http/address'
import { createSettingsBook } from '@/server/settings/book'
import { DEFAULT_SETTINGS } from '@/server/settings/defaults'
import { openActions } from './actions'
import { openApi } from './api'
import { openLost } from './lost'
import { openPast } from './past'
import type { People } from './people'
import type { LivePicture } from './picture'

type Access = 'open' | 'public' | 'account' | 'admin' | 'audit' | 'history' | 'lost'
type Verdict = 401 | 403 | 'in'

/**
 * Who may call what, told once more and by hand: a route that is missing here fails the test. `open`: everybody;
 * `public`: whoever sees the open wall; `account`: who is signed in; the others by permission. After it: the scopes of
 * tokens that reach it.
 */
const ROUTES: Readonly<Record<string, readonly [Access, ...TokenScope[]]>> = {
  'POST /session': ['open'],
  'GET /session': ['open', 'read', 'dial', 'act', 'admin'],
  'DELETE /session': ['open'],
  'GET /session/ways': ['open', 'read', 'dial', 'act', 'admin'],
  'GET /session/oidc': ['open', 'read', 'dial', 'act', 'admin'],
  'GET /session/oidc/callback': ['open', 'read', 'dial', 'act', 'admin'],
  'POST /welcome/look': ['open'],
  'POST /welcome': ['open'],
  'GET /account': ['account'],
  'POST /account/password': ['account'],
  'POST /account/two-factor/begin': ['account'],
  'POST /account/two-factor/confirm': ['account'],
  'POST /account/two-factor/remove': ['account'],
  'GET /account/sessions': ['account'],
  'DELETE /account/sessions': ['account'],
  'DELETE /account/sessions/:id': ['account'],
  'GET /account/tokens': ['account'],
  'POST /account/tokens': ['account'],
  'DELETE /account/tokens/:id': ['account'],
  'POST /commands': ['account', 'act'],
  'GET /commands': ['account', 'read', 'act'],
  'GET /commands/:id': ['account', 'read', 'act'],
  'POST /calls': ['account', 'dial'],
  'GET /calls/:id': ['account', 'read', 'dial'],
  'DELETE /calls/:id': ['account', 'dial'],
  'GET /abilities': ['account', 'read'],
  'GET /people': ['account', 'read'],
  'GET /me/recent': ['account', 'read'],
  'GET /me/day': ['account', 'read'],
  'GET /me/calls': ['account', 'read'],
  'GET /me/times': ['account', 'read'],
  'GET /settings': ['account', 'read'],
  'GET /phoneChannels': ['account', 'read'],
  'GET /endpoints': ['account', 'read'],
  'GET /contacts': ['account', 'read'],
  'GET /registrations': ['account', 'read'],
  'GET /mailboxes': ['account', 'read'],
  'GET /parkingLots': ['account', 'read'],
  'GET /parkedCalls': ['account', 'read'],
  'GET /conferences': ['account', 'read'],
  'GET /participants': ['account', 'read'],
  'GET /kpis': ['account', 'read'],
  // Who changes something has to see it: no one scope is enough.
  'GET /lost': ['lost', 'read'],
  'POST /lost/:id/claim': ['lost'],
  'POST /lost/:id/release': ['lost'],
  'POST /lost/:id/done': ['lost'],
  'POST /lost/:id/undo': ['lost'],
  'POST /lost/:id/note': ['lost'],
  'POST /lost/:id/call': ['lost'],
  'GET /visits': ['history', 'read'],
  'GET /visits/count': ['history', 'read'],
  'GET /visits/:id': ['history', 'read'],
  'GET /explain': ['history', 'read'],
  'GET /explain/live': ['history', 'read'],
  'GET /explain/house': ['history', 'read'],
  'GET /explain/agents': ['history', 'read'],
  'GET /reports': ['history', 'read'],
  'GET /agentKpis': ['history', 'read'],
  'GET /agents/timeline': ['history', 'read'],
  'GET /agents/sums': ['history', 'read'],
  'GET /keeping': ['history', 'read'],
  'GET /distributions': ['history', 'read'],
  'GET /turnedAway': ['history', 'read'],
  'GET /missedRings': ['history', 'read'],
  'GET /replay/days': ['history', 'read'],
  'GET /replay/at': ['history', 'read'],
  'GET /replay/diffs': ['history', 'read'],
  'GET /replay/marks': ['history', 'read'],
  'GET /admin/accounts': ['admin', 'admin'],
  'POST /admin/accounts': ['admin', 'admin'],
  'PUT /admin/accounts/:id': ['admin', 'admin'],
  'DELETE /admin/accounts/:id': ['admin', 'admin'],
  'POST /admin/accounts/:id/link': ['admin', 'admin'],
  'DELETE /admin/accounts/:id/two-factor': ['admin', 'admin'],
  'DELETE /admin/accounts/:id/sessions': ['admin', 'admin'],
  'GET /admin/sessions': ['admin', 'admin'],
  'DELETE /admin/sessions/:id': ['admin', 'admin'],
  'GET /admin/tokens': ['admin', 'admin'],
  'POST /admin/tokens': ['admin', 'admin'],
  'DELETE /admin/tokens/:id': ['admin', 'admin'],
  'GET /admin/settings': ['admin', 'admin'],
  'POST /admin/settings/dial/try': ['admin', 'admin'],
  'PUT /admin/settings/:name': ['admin', 'admin'],
  'GET /admin/history': ['admin', 'admin'],
  'POST /admin/callers/forget': ['admin', 'admin'],
  'GET /admin/pbx': ['admin', 'admin'],
  'GET /admin/pbx/status': ['admin', 'admin'],
  'GET /admin/console': ['admin', 'admin'],
  'POST /admin/console/run': ['admin', 'admin'],
  'POST /admin/console/complete': ['admin', 'admin'],
  'GET /admin/console/events': ['admin', 'admin'],
  'GET /admin/audit': ['audit', 'admin'],
  'GET /admin/audit/verify': ['audit', 'admin'],
  'GET /admin/audit/export': ['audit', 'admin'],
  'GET /admin/audit/:seq': ['audit', 'admin'],
  'GET /queues': ['public', 'read'],
  'GET /members': ['public', 'read'],
  'GET /callers': ['public', 'read'],
  'GET /calls': ['public', 'read', 'dial'],
  'GET /extensions': ['public', 'read'],
  'GET /pbx': ['public', 'read'],
  'GET /board': ['public', 'read'],
  'GET /openapi.json': ['public', 'read'],
}
const READING = [
  ...FAMILIES.filter((family) => !['devices', 'trends'].includes(family)),
  'pbx',
  'board',
  'openapi.json',
]

type Person = {
  name: string
  role?: Role
  queues?: string[]
  /** A token with these scopes in place of a session. */
  scopes?: readonly TokenScope[]
  publicWall?: boolean
}
const PEOPLE: readonly Person[] = [
  { name: 'nobody' },
  { name: 'the public of an open wall', publicWall: true },
  { name: 'a display', role: 'display' },
  { name: 'an agent', role: 'agent' },
  { name: 'a supervisor of other queues', role: 'supervisor', queues: ['night'] },
  { name: 'a supervisor', role: 'supervisor' },
  { name: 'an admin', role: 'admin' },
  ...(['read', 'dial', 'act', 'admin'] as const).flatMap((scope) => [
    { name: `an admin’s token to ${scope}`, role: 'admin' as const, scopes: [scope] },
    { name: `a supervisor’s token to ${scope}`, role: 'supervisor' as const, scopes: [scope] },
  ]),
]

async function openAll(publicWall: boolean) {
  const house = await openHouse({ config: { publicWall } })
  const { database, audit, auth, parts } = house
  const { log } = parts
  const book = { database, fixed: {}, defaults: DEFAULT_SETTINGS, clock: systemClock, log }
  const settings = await createSettingsBook(book)
  const picture = { store: sampleStore(), doors: new Map(), watches: [] } as unknown as LivePicture
  const ends = { ping: async () => {}, close: async () => {} }
  const people: People = { database, audit, auth, settings, forgotten: FORGOTTEN, ...ends }
  const guard = { allowedOrigins: [], addressOf: createAddressOf([]) }
  const never = { replayDays: 0, timeZone: 'UTC', blind: () => null }
  const past = await openPast({
    ...never,
    pbx: pbxName('pbx'),
    store: picture.store,
    database,
    audit: people.audit,
    clock: systemClock,
    log,
  })
  const visits = visitsOf(database, picture)
  const lost = openLost(KEPT, picture, people, visits, log)
  const rooms = {
    picture,
    people,
    actions: openActions(picture, people, log, undefined),
    memory: { history: new History(database), keeping: () => KEEPING, writing: () => WRITING, visits, past, lost },
    console: consoleWithoutPbx(),
  }
  return { ...house, api: openApi({ ...rooms, board: SAMPLE_BOARD, version: '1', guard, log }) }
}

const KEPT = { lostDays: 7, claimFor: 1800 }
const KEEPING = { keepDays: 400, ...together() }
const WRITING = { visits: together(), agentTimes: together(), calls: together(), replay: together() }

/** Nothing was ever written down. */
function visitsOf(database: Database, { store }: LivePicture): HistoryDeps {
  const rules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const
  const reckoning = { timeZone: 'UTC', dayStart: () => 0, rulesOf: () => rules, written: async () => {} }
  return {
    database,
    tables: store.tables,
    clock: systemClock,
    queueGroups: () => ({}),
    blind: () => null,
    checks: () => [],
    ...reckoning,
  }
}

type All = Awaited<ReturnType<typeof openAll>>

type Shown = Record<string, string>

async function tokenOf({ auth }: All, accountId: string, scopes: readonly TokenScope[]): Promise<Shown> {
  const { token } = await auth.tokens.create(accountId, { name: 'program', scopes, days: null }, BOSS)
  return { authorization: `Bearer ${token}` }
}

/** Each time anew, as some requests end a session. */
async function sessionOf({ auth }: All, accountId: string, role: Role): Promise<Shown> {
  const { origin, userAgent } = BROWSER
  const how = { stay: false, how: 'password', address: origin.address, userAgent } as const
  const { token } = await auth.sessions.open({ accountId, role, ...how })
  return { cookie: `callboard_session=${token}` }
}

async function ask({ api }: All, method: string, path: string, shown: Shown): Promise<number> {
  const concrete = path.replace(':id', crypto.randomUUID()).replace(':seq', '1').replace(':name', 'dial')
  const ours = { host: 'board.example.net', origin: 'http://board.example.net', 'content-type': 'application/json' }
  const body = method === 'POST' || method === 'PUT' ? { body: '{}' } : {}
  return (await api.request(`/api/v1${concrete}`, { method, headers: { ...ours, ...shown }, ...body })).status
}

function expected([access, ...scopes]: readonly [Access, ...TokenScope[]], person: Person): Verdict {
  const { role, publicWall, scopes: own } = person
  if (own && !own.some((scope) => scopes.includes(scope))) return 403
  if (access === 'open') return 'in'
  if (access === 'public') return role || publicWall ? 'in' : 401
  if (role === undefined) return 401
  if (access === 'history' && role === 'supervisor') return 'in'
  if (access === 'lost' && role !== 'display') return 'in'
  return access === 'account' || role === 'admin' ? 'in' : 403
}

/** Whether it was let in: what it got there is another question, but never a fault of ours. */
function verdict(status: number): Verdict | number {
  if (status === 401 || status === 403) return status
  return status < 500 ? 'in' : status
}

/** 401 also says that a name and a password are wrong, or that nobody is signed in who could be signed out. */
const isOwnAnswer = (route: string) => /^(GET|DELETE|POST) \/session$/.test(route)

describe('every route of the API', () => {
  it('is in this matrix', async () => {
    const { api } = await openAll(false)
    const registered = api.routes
      .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.slice('/api/v1'.length)}`)
      // Reading's other methods are answered by 405, below.
      .filter(
        (route) =>
          route.startsWith('GET') || !READING.includes(route.replace(/^\w+ \//, '')) || route === 'POST /calls',
      )
    expect([...new Set(registered)].sort()).toEqual(Object.keys(ROUTES).sort())
  })

  it.each(PEOPLE)('lets in as it should: $name', async (person) => {
    const all = await openAll(person.publicWall ?? false)
    const accountId = person.role ? await all.hire('someone', person.role, person.queues ?? null) : ''
    const [found, wanted]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
    const token = person.scopes && (await tokenOf(all, accountId, person.scopes))
    for (const [route, access] of Object.entries(ROUTES)) {
      const [method = '', path = ''] = route.split(' ')
      const shown = token ?? (person.role ? await sessionOf(all, accountId, person.role) : {})
      const status = await ask(all, method, path, shown)
      const wants = expected(access, person)
      wanted[route] = wants
      found[route] = isOwnAnswer(route) && wants === 'in' && status === 401 ? 'in' : verdict(status)
    }
    expect(found).toEqual(wanted)
  })

  it('cannot be changed where there is only reading', async () => {
    const all = await openAll(true)
    const shown = await sessionOf(all, await all.hire('someone', 'admin'), 'admin')
    for (const name of READING) {
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        expect([name, method, await ask(all, method, `/${name}`, shown)]).toEqual([name, method, 405])
      }
    }
  })
})
