import type { Role } from '@/lib/domain/rights'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { Phone } from '@/lib/protocol/viewer'
import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import { sampleStore } from '@/server/api/testing/sample-store'
import type { Database } from '@/server/db/types'
import { together } from '@/server/history/writer-state'
import { aPrincipal, openAuth } from '@/server/socket/testing/fake-auth'
import { silentLog } from '@/server/socket/testing/wallboard'
import { FixedClock } from '@/server/testing/fixed-clock'
import { addHistoryRoutes, type HistoryRoutesDeps } from '../routes'

/** A Monday, at noon in London. */
export const NOW = Date.UTC(2026, 10, 23, 12)
export const DAY = Date.UTC(2026, 10, 23)
const RULES = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST } as const

type Asker = {
  role?: Role
  queues?: readonly string[] | null
  phones?: readonly Phone[]
  deps?: Partial<HistoryRoutesDeps>
}

/** The API of history over a database, with the queues support and sales, as somebody asks it. */
export function historyApi(database: Database, { role = 'admin', queues = null, phones = [], deps = {} }: Asker = {}) {
  const store = sampleStore()
  const principal = aPrincipal('ana', role)
  const rights = { ...principal.rights, queues, numbers: role === 'admin' ? 'all' : 'none' } as const
  const all: HistoryRoutesDeps = {
    ...{ database, tables: store.tables, clock: new FixedClock(NOW), rulesOf: () => RULES, timeZone: 'UTC' },
    ...{ dayStart: (now) => now - (now % 86_400_000), written: async () => {} },
    blind: () => null,
    checks: () => [],
    writing: () => ({ visits: together(), agentTimes: together(), calls: together(), replay: together() }),
    queueGroups: () => ({ care: ['SALES', 'gone'] }),
    ...deps,
  }
  return createApi({
    ...{ store, board: SAMPLE_BOARD, version: '1', now: () => NOW, log: silentLog },
    guard: guardOf(openAuth({ ...principal, rights, phones })),
    routes: [(one) => addHistoryRoutes(one, all)],
  })
}
