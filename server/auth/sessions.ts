import { randomUUID } from 'node:crypto'
import type { Role } from '@/lib/domain/rights'
import { type Actor, recorded } from './actor'
import type { ChangeSignal } from './change-signal'
import type { AuthParts } from './parts'
import type { Found } from './principals'
import { hashToken, newSecretToken } from './secret-token'

const DAY_MS = 86_400_000
/** How often it is noted that a session or a token is used. */
const NOTE_MS = 60_000

/** How people sign in. */
export type SignInWay = 'password' | 'oidc' | 'welcome'
/** A browser's session as its owner and administrators see it. Moments in ms since 1970. */
export type SessionInfo = {
  id: string
  accountId: string
  accountName: string
  createdAt: number
  seenAt: number
  expiresAt: number
  address: string
  userAgent: string
  how: string
}
/** `maxAgeMs`: how long the browser keeps the cookie; `null`: until it is closed. */
export type NewSession = { token: string; maxAgeMs: number | null }
type SessionFor = {
  accountId: string
  role: Role
  stay: boolean
  how: SignInWay
  address: string
  userAgent: string
}

type Lives = { idleMs: number; lastingMs: number }

/**
 * How long a session lasts without use and altogether. An open page counts as use. Who asked to stay keeps the cookie
 * when the browser is closed, but no longer than an unused session lasts. A display hangs on a wall, and nobody is
 * there to sign it in each morning.
 */
function lifeOf(role: Role, stay: boolean, { idleMs, lastingMs }: Lives) {
  if (role === 'display') {
    const lifeMs = Math.max(lastingMs, 365 * DAY_MS)
    return { idleMs: Math.max(idleMs, 30 * DAY_MS), lifeMs, maxAgeMs: lifeMs }
  }
  if (stay) return { idleMs, lifeMs: Math.min(idleMs, lastingMs), maxAgeMs: Math.min(idleMs, lastingMs) }
  return { idleMs, lifeMs: lastingMs, maxAgeMs: null }
}

/** Sessions of browsers, kept by the hash of their tokens. */
export class Sessions {
  constructor(
    private readonly parts: AuthParts,
    private readonly signal: ChangeSignal,
  ) {}

  /** Always a new token: whatever the browser brought before stands for nobody. */
  async open({ accountId, role, stay, how, address, userAgent }: SessionFor): Promise<NewSession> {
    const now = this.parts.clock.now()
    const token = newSecretToken()
    const { idleMs, lifeMs, maxAgeMs } = lifeOf(role, stay, this.parts.config)
    await this.parts.database.db
      .insertInto('sessions')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: now,
        seen_at: now,
        expires_at: now + lifeMs,
        idle_ms: idleMs,
        address,
        user_agent: userAgent.slice(0, 300),
        how,
      })
      .execute()
    return { token, maxAgeMs }
  }

  /** Those that stand, the last used first; `accountId` `null`: everybody's. */
  async list(accountId: string | null): Promise<SessionInfo[]> {
    const now = this.parts.clock.now()
    const rows = await this.parts.database.db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .selectAll('sessions')
      .select('accounts.name')
      .where('expires_at', '>', now)
      .where((at) => at(at('seen_at', '+', at.ref('idle_ms')), '>', now))
      .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? ''))
      .orderBy('seen_at', 'desc')
      .orderBy('sessions.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      accountName: row.name,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
      address: row.address,
      userAgent: row.user_agent,
      how: row.how,
    }))
  }

  /** Ends one session; `ofAccount`: only if it is that account's. `false`: there is none such. */
  async end(id: string, ofAccount: string | null, by: Actor, action = 'session.ended'): Promise<boolean> {
    const found = (await this.list(ofAccount)).find((session) => session.id === id)
    if (!found) return false
    await recorded(this.parts.audit, by, { action, target: found.accountName }, async () => {
      await this.parts.database.db.deleteFrom('sessions').where('id', '=', id).execute()
    })
    this.signal.changed()
    return true
  }

  /** Ends all sessions of an account but one; how many there were. */
  async endAll(accountId: string, except: string | null, by: Actor): Promise<number> {
    const ending = (await this.list(accountId)).filter(({ id }) => id !== except)
    for (const { id } of ending) await this.end(id, accountId, by)
    return ending.length
  }

  /** Deletes what is over, from time to time. */
  async forgetOld(): Promise<void> {
    const now = this.parts.clock.now()
    await this.parts.database.db
      .deleteFrom('sessions')
      .where((at) => at.or([at('expires_at', '<=', now), at(at('seen_at', '+', at.ref('idle_ms')), '<=', now)]))
      .execute()
  }

  /** Notes at most once a minute that sessions and tokens are used. */
  async noteUse(found: readonly Found[]): Promise<void> {
    const now = this.parts.clock.now()
    const due = found.filter(({ seenAt }) => seenAt === null || now - seenAt >= NOTE_MS).map((one) => one.principal)
    const idsOf = (kind: string) =>
      due.flatMap((one) => (one.kind === kind && one.credentialId !== null ? [one.credentialId] : []))
    const [sessions, tokens] = [idsOf('session'), idsOf('token')]
    const { db } = this.parts.database
    if (sessions.length > 0)
      await db.updateTable('sessions').set({ seen_at: now }).where('id', 'in', sessions).execute()
    if (tokens.length > 0) await db.updateTable('tokens').set({ used_at: now }).where('id', 'in', tokens).execute()
  }
}
