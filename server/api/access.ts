import { type HousePermission, may } from '@/lib/domain/rights'
import type { Principal, TokenScope } from '@/server/auth/types'

/** Who may call a route: everybody, whoever sees an open wall, the accounts, those with a permission. */
type Access = 'open' | 'public' | 'account' | { permission: HousePermission }

/** Beginnings of addresses, the first that fits counts; what none fits is for accounts. */
const RULES: readonly (readonly [prefix: string, access: Access])[] = [
  ['/api/v1/session', 'open'],
  ['/api/v1/welcome', 'open'],
  ['/api/v1/admin/audit', { permission: 'audit.read' }],
  ['/api/v1/visits', { permission: 'history.see' }],
  ['/api/v1/explain', { permission: 'history.see' }],
  ['/api/v1/reports', { permission: 'history.see' }],
  ['/api/v1/agents', { permission: 'history.see' }],
  ['/api/v1/replay', { permission: 'replay.see' }],
  ['/api/v1/agentKpis', { permission: 'history.see' }],
  ['/api/v1/keeping', { permission: 'history.see' }],
  ['/api/v1/distributions', { permission: 'history.see' }],
  ['/api/v1/turnedAway', { permission: 'history.see' }],
  ['/api/v1/missedRings', { permission: 'history.see' }],
  ['/api/v1/lost', { permission: 'lost.handle' }],
  ['/api/v1/admin/console', { permission: 'console' }],
  ['/api/v1/admin', { permission: 'admin' }],
]
const PUBLIC = ['queues', 'members', 'callers', 'calls', 'extensions', 'pbx', 'board', 'openapi.json'].map(
  (name) => `/api/v1/${name}`,
)
/** What a token's scope opens; all else is done by people, at a page. */
const SCOPES: readonly (readonly [prefix: string, reading: readonly TokenScope[], changing: readonly TokenScope[]])[] =
  [
    ['/api/v1/account', [], []],
    ['/api/v1/session', ['read', 'dial', 'act', 'admin'], []],
    ['/api/v1/admin', ['admin'], ['admin']],
    ['/api/v1/commands', ['read', 'act'], ['act']],
    ['/api/v1/calls', ['read', 'dial'], ['dial']],
    ['/api/v1/lost', ['read'], ['act']],
    ['/api/v1', ['read'], []],
  ]

export function accessOf(method: string, path: string): Access {
  // Nothing can be changed there but by a call: whoever tries is told so.
  if (PUBLIC.includes(path) && (isReading(method) || path !== '/api/v1/calls')) return 'public'
  return RULES.find(([prefix]) => isBelow(path, prefix))?.[1] ?? 'account'
}

/** Why this one may not; `null`: may. */
export function refusal(
  principal: Principal,
  method: string,
  path: string,
): { status: 401 | 403; detail: string } | null {
  const access = accessOf(method, path)
  if (!isInScopes(principal.scopes, method, path)) return { status: 403, detail: 'This token is not for that.' }
  if (access === 'open' || access === 'public') return null
  if (principal.kind === 'public') return { status: 401, detail: 'Sign in first.' }
  if (access === 'account' || may(principal.rights, access.permission)) return null
  return { status: 403, detail: `This needs the permission ${access.permission}.` }
}

function isInScopes(scopes: Principal['scopes'], method: string, path: string): boolean {
  if (scopes === null) return true
  const rule = SCOPES.find(([prefix]) => isBelow(path, prefix))
  const wanted = (isReading(method) ? rule?.[1] : rule?.[2]) ?? []
  return wanted.some((scope) => scopes.includes(scope))
}

export function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}
