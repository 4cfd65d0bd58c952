import { createHash } from 'node:crypto'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import * as z from 'zod'
import type { Phone } from '@/lib/protocol/viewer'
import type { Tables } from '@/server/db/tables'
import { givenRightsOf } from './account'
import { accountRights, type QueueGroups } from './rights'
import { limitToScopes } from './scopes'
import { type Principal, TOKEN_SCOPES, type TokenScope } from './types'

/** SQLite takes 32,766 values in one query; chunks keep the statements small. */
const CHUNK = 500

const ACCOUNT_COLUMNS = [
  'accounts.id as account_id',
  'accounts.name',
  'accounts.display_name',
  'accounts.role',
  'accounts.queues',
  'accounts.numbers',
  'accounts.overrides',
] as const

type AccountPart = Pick<Tables['accounts'], 'name' | 'display_name' | 'role' | 'queues' | 'numbers' | 'overrides'> & {
  account_id: string
}
type SessionFound = AccountPart & { id: string; seen_at: number; expires_at: number; idle_ms: number }
type TokenFound = AccountPart & { id: string; scopes: string; used_at: number | null; expires_at: number | null }
/** `seenAt`: when it was last noted that the credential is used. */
export type Found = { principal: Principal; seenAt: number | null }

/** Reads, in one query each, whom sessions and tokens stand for at this moment. */
export class PrincipalReader {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly queueGroups: () => QueueGroups,
  ) {}

  async bySessionHash(hash: string, now: number): Promise<Found | null> {
    const rows = await this.sessions(now).where('sessions.token_hash', '=', hash).execute()
    return (await this.ofSessions(rows))[0] ?? null
  }

  async byTokenHash(hash: string, now: number): Promise<Found | null> {
    const rows = await this.tokens(now).where('tokens.token_hash', '=', hash).execute()
    return (await this.ofTokens(rows))[0] ?? null
  }

  /** Those still standing of the sessions and tokens with these ids. */
  async byIds(kind: 'session' | 'token', ids: readonly string[], now: number): Promise<Found[]> {
    const found: Found[] = []
    for (let at = 0; at < ids.length; at += CHUNK) {
      const chunk = ids.slice(at, at + CHUNK)
      found.push(
        ...(kind === 'session'
          ? await this.ofSessions(await this.sessions(now).where('sessions.id', 'in', chunk).execute())
          : await this.ofTokens(await this.tokens(now).where('tokens.id', 'in', chunk).execute())),
      )
    }
    return found
  }

  private sessions(now: number): SelectQueryBuilder<Tables, 'sessions' | 'accounts', SessionFound> {
    return this.db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .select([...ACCOUNT_COLUMNS, 'sessions.id', 'sessions.seen_at', 'sessions.expires_at', 'sessions.idle_ms'])
      .where('accounts.is_disabled', '=', 0)
      .where('sessions.expires_at', '>', now)
      .where((at) => at(at('sessions.seen_at', '+', at.ref('sessions.idle_ms')), '>', now))
  }

  private tokens(now: number): SelectQueryBuilder<Tables, 'tokens' | 'accounts', TokenFound> {
    return this.db
      .selectFrom('tokens')
      .innerJoin('accounts', 'accounts.id', 'tokens.account_id')
      .select([...ACCOUNT_COLUMNS, 'tokens.id', 'tokens.scopes', 'tokens.used_at', 'tokens.expires_at'])
      .where('accounts.is_disabled', '=', 0)
      .where((at) => at.or([at('tokens.expires_at', 'is', null), at('tokens.expires_at', '>', now)]))
  }

  private async ofSessions(rows: readonly SessionFound[]): Promise<Found[]> {
    const phones = await this.phonesOf(rows)
    return rows.map((row) => ({
      principal: this.principal('session', row, null, phones.get(row.account_id) ?? []),
      seenAt: row.seen_at,
    }))
  }

  private async ofTokens(rows: readonly TokenFound[]): Promise<Found[]> {
    const phones = await this.phonesOf(rows)
    return rows.map((row) => {
      const scopes = z.array(z.enum(TOKEN_SCOPES)).parse(JSON.parse(row.scopes))
      return {
        principal: this.principal('token', row, scopes, phones.get(row.account_id) ?? []),
        seenAt: row.used_at,
      }
    })
  }

  private principal(
    kind: 'session' | 'token',
    row: SessionFound | TokenFound,
    scopes: readonly TokenScope[] | null,
    phones: readonly Phone[],
  ): Principal {
    const asItIs = {
      kind,
      accountId: row.account_id,
      name: row.name,
      displayName: row.display_name,
      credentialId: row.id,
      rights: limitToScopes(accountRights(givenRightsOf(row), this.queueGroups()), scopes),
      scopes,
      phones,
      expiresAt: row.expires_at,
    }
    return { ...asItIs, version: versionOf(asItIs) }
  }

  private async phonesOf(rows: readonly AccountPart[]): Promise<Map<string, Phone[]>> {
    const phones = new Map<string, Phone[]>()
    const accountIds = [...new Set(rows.map((row) => row.account_id))]
    if (accountIds.length === 0) return phones
    const found = await this.db
      .selectFrom('phones')
      .selectAll()
      .where('account_id', 'in', accountIds)
      .orderBy('position')
      .orderBy('id')
      .execute()
    for (const { account_id, pbx, interface: iface, exten, label } of found) {
      phones.set(account_id, [...(phones.get(account_id) ?? []), { pbx, interface: iface, exten, label }])
    }
    return phones
  }
}

function versionOf(principal: object): string {
  return createHash('sha256').update(JSON.stringify(principal)).digest('base64url').slice(0, 16)
}
