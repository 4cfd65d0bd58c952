import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Role } from '@/lib/domain/rights'
import type { Actor } from '@/server/auth/actor'
import { createAuth } from '@/server/auth/auth'
import type { AuthConfig } from '@/server/auth/config'
import type { Browser } from '@/server/auth/sign-in'
import { openSqlite, type TestDatabase } from '@/server/testing/databases'
import { FixedClock } from '@/server/testing/fixed-clock'
import { MemoryAudit } from './memory-audit'

const HOUR_MS = 3_600_000

export const PASSWORD = 'correct horse battery'
export const BROWSER: Browser = { origin: { address: '192.0.2.1', via: 'page' }, userAgent: 'Testbrowser' }
export const BOSS: Actor = { accountId: 'boss', name: 'boss', origin: BROWSER.origin }

type HouseOptions = {
  config?: Partial<AuthConfig>
  groups?: Record<string, string[]>
  open?: () => Promise<TestDatabase>
}

/** Sign-in on a database of the test's own. */
export async function openHouse({ config = {}, groups = {}, open = openSqlite }: HouseOptions = {}) {
  const { database, where, dispose } = await open()
  const folder = mkdtempSync(join(tmpdir(), 'callboard-key-'))
  const clock = new FixedClock()
  const audit = new MemoryAudit()
  const parts = {
    database,
    audit,
    clock,
    queueGroups: () => groups,
    log: pino({ level: 'silent' }),
    config: {
      idleMs: 12 * HOUR_MS,
      lastingMs: 30 * 24 * HOUR_MS,
      keyFile: join(folder, 'callboard.key'),
      twoFactor: [],
      oidc: null,
      publicWall: false,
      maskNumbers: true,
      widgets: [],
      allowedOrigins: [],
      ...config,
    },
  }
  const auth = await createAuth(parts)
  onTestFinished(async () => {
    auth.close()
    await dispose()
    rmSync(folder, { recursive: true })
  })
  return { auth, database, where, clock, audit, groups, parts, hire: hireIn(auth) }
}

export type House = Awaited<ReturnType<typeof openHouse>>

function hireIn(auth: Awaited<ReturnType<typeof createAuth>>) {
  return async (name: string, role: Role, queues: string[] | null = null) => {
    const given = { name, displayName: name, role, queues, numbers: null, overrides: [] }
    const account = await auth.accounts.create(given, BOSS)
    await auth.accounts.setPassword(account.id, PASSWORD, BOSS)
    return account.id
  }
}

/** Signs in and gives the headers with which the browser then comes. */
export async function signedIn({ auth }: Pick<House, 'auth'>, name: string, stay = false) {
  const result = await auth.signIn.withPassword({ name, password: PASSWORD, stay }, BROWSER)
  if (result.kind !== 'in') throw new Error(`not signed in: ${result.kind}`)
  return { cookie: `callboard_session=${result.session.token}` }
}
