import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import type { Audit, AuditEntry, AuditLine, AuditSearch } from '@/server/audit/types'
import { AuditError } from '@/server/audit/types'
import type { DialRules, EffectiveSettings, SettingName, SettingsBook } from '@/server/settings/types'
import { aPrincipal, FakeAuth, rightsOfRole } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { addAdminRoutes } from '../routes'
import { FakePeople } from './fake-people'

export const DIAL: DialRules = {
  context: 'internal',
  country: 'DE',
  format: 'national',
  prefix: '0',
  extensionDigits: 4,
  allow: [],
  countries: ['DE'],
  deny: [],
  callerId: null,
  ringSeconds: 30,
  autoAnswer: null,
  perMinute: 6,
  perHour: 60,
  atOnce: 2,
  perMinuteOverall: 60,
}

/** Settings in memory. */
class FakeBook implements SettingsBook {
  readonly fixed = new Set<SettingName>()
  current: EffectiveSettings = {
    pauseReasons: [{ name: 'Lunch', limitSeconds: 1800 }],
    freePauseReason: true,
    dial: DIAL,
    routes: {
      queueExtens: {},
      transferContext: null,
      conference: null,
      parkingContext: 'parkedcalls',
      recordingFile: 'callboard/{date}-{id}.wav',
    },
    crmLink: null,
    thresholds: {},
    queueGroups: { care: ['support', 'sales'] },
  }

  async change<N extends SettingName>(name: N, value: EffectiveSettings[N]) {
    this.current = { ...this.current, [name]: value }
  }

  onChange() {
    return () => undefined
  }
}

/** The log in memory; `full` stands for a disk that takes no more. */
class FakeAudit implements Audit {
  readonly lines: AuditLine[] = []
  full = false

  async write(entry: AuditEntry) {
    if (this.full) throw new AuditError('The disk is full.')
    const seq = this.lines.length + 1
    const line = { ...entry, seq, at: seq * 1000, hash: `hash-${seq}` }
    this.lines.push(line)
    return line
  }

  async search({ text, actor, action, from, to, before, limit }: AuditSearch) {
    const fits = (line: AuditLine) =>
      (text === undefined || JSON.stringify(line).includes(text)) &&
      (actor === undefined || line.actor === actor) &&
      (action === undefined || line.action === action) &&
      (from === undefined || line.at >= from) &&
      (to === undefined || line.at < to) &&
      (before === undefined || line.seq < before)
    return this.lines.filter(fits).reverse().slice(0, limit)
  }

  async verify() {
    return { lines: this.lines.length, broken: null }
  }
}

/** The API of administration behind the product's own guard; `as` asks in somebody's name. */
export function adminApi() {
  const people = new FakePeople()
  const settings = new FakeBook()
  const audit = new FakeAudit()
  const offered = new Set(['QueueStatus', 'QueuePause', 'Redirect'])
  const reader = rightsOfRole('agent')
  const auth = new FakeAuth(
    aPrincipal('root', 'admin'),
    aPrincipal('anna', 'supervisor'),
    aPrincipal('bob', 'agent'),
    aPrincipal('reader', 'agent', { rights: { ...reader, permissions: { 'audit.read': null } } }),
  )
  const ended: string[] = []
  const forgotten: string[] = []
  const tokens: { accountId: string; name: string }[] = []
  const api = createApi({
    store: sampleStore(),
    board: SAMPLE_BOARD,
    version: '0.1.0',
    now: () => 3_000,
    guard: guardOf(auth),
    log: silentLog,
    routes: [
      (into) =>
        addAdminRoutes(into, {
          accounts: people,
          sessions: {
            list: async () => [],
            end: async (id) => id === 'there' && ended.push(id) > 0,
            endAll: async () => 2,
          },
          tokens: {
            list: async () => [],
            create: async (accountId, token) => {
              tokens.push({ accountId, name: token.name })
              return { id: 'token-1', token: 'told-once' }
            },
            end: async () => false,
          },
          settings,
          audit,
          history: {
            state: () => ({ keepDays: 400, waiting: 7, lost: 0, failingSince: 2_000, error: 'database is locked' }),
            async forget(number) {
              if (audit.full) throw new AuditError('The disk is full.')
              forgotten.push(number)
              return { visits: 3, calls: 2, underWay: 1 }
            },
          },
          store: sampleStore({ pbx: 'main' as never, state: 'live' }),
          doors: [{ pbx: 'main' as never, isLive: true, offers: (action) => offered.has(action) }],
          abilities: () => [],
          watches: [],
        }),
    ],
  })
  async function as(name: string, method: string, path: string, body?: unknown) {
    const headers: Record<string, string> = { cookie: `callboard_session=${name}`, host: 'board.test' }
    if (method !== 'GET') Object.assign(headers, { origin: 'http://board.test', 'content-type': 'application/json' })
    const init = { method, headers, ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }) }
    const response = await api.request(`http://board.test/api/v1/admin${path}`, init)
    const text = await response.text()
    const isJson = /application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null }
  }
  return { as, people, settings, audit, ended, tokens, forgotten, offered }
}
