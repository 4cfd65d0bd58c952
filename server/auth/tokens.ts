import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { AccountError } from './account-error'
import { type Actor, recorded } from './actor'
import type { ChangeSignal } from './change-signal'
import { TOKEN_PREFIX } from './checking'
import type { AuthParts } from './parts'
import { hashToken, newSecretToken } from './secret-token'
import { TOKEN_SCOPES, type TokenScope } from './types'

const DAY_MS = 86_400_000
/** Per account; more are forgotten ones. */
const MAX_TOKENS = 50

export type TokenInfo = {
  id: string
  accountId: string
  accountName: string
  name: string
  scopes: TokenScope[]
  createdAt: number
  usedAt: number | null
  expiresAt: number | null
}
/** `days` `null`: until it is revoked. */
export type NewToken = { name: string; scopes: readonly TokenScope[]; days: number | null }

/** Tokens for programs: act as their account, as far as their scopes reach. Only their hashes are kept. */
export class Tokens {
  constructor(
    private readonly parts: AuthParts,
    private readonly signal: ChangeSignal,
  ) {}

  /** Of one account, or of all (`null`). */
  async list(accountId: string | null): Promise<TokenInfo[]> {
    const rows = await this.parts.database.db
      .selectFrom('tokens')
      .innerJoin('accounts', 'accounts.id', 'tokens.account_id')
      .selectAll('tokens')
      .select('accounts.name as account_name')
      .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? ''))
      .orderBy('tokens.created_at', 'desc')
      .orderBy('tokens.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      accountName: row.account_name,
      name: row.name,
      scopes: z.array(z.enum(TOKEN_SCOPES)).parse(JSON.parse(row.scopes)),
      createdAt: row.created_at,
      usedAt: row.used_at,
      expiresAt: row.expires_at,
    }))
  }

  /** The token itself is told this once. */
  async create(accountId: string, made: NewToken, by: Actor): Promise<{ id: string; token: string }> {
    const { db } = this.parts.database
    const account = await db.selectFrom('accounts').select('name').where('id', '=', accountId).executeTakeFirst()
    if (!account) throw new AccountError('not-found', 'There is no such account.')
    if ((await this.list(accountId)).length >= MAX_TOKENS) {
      throw new AccountError('required', `An account has at most ${MAX_TOKENS} tokens. Revoke one that nobody uses.`)
    }
    const now = this.parts.clock.now()
    const token = newSecretToken(TOKEN_PREFIX)
    const row = {
      id: randomUUID(),
      token_hash: hashToken(token),
      account_id: accountId,
      name: made.name,
      scopes: JSON.stringify(made.scopes),
      created_at: now,
      used_at: null,
      expires_at: made.days === null ? null : now + made.days * DAY_MS,
    }
    const detail = { token: made.name, scopes: made.scopes.join(' '), days: made.days }
    await recorded(this.parts.audit, by, { action: 'token.created', target: account.name, detail }, () =>
      db.insertInto('tokens').values(row).execute(),
    )
    return { id: row.id, token }
  }

  /** Revokes one; `ofAccount`: only if it is that account's. `false`: there is none such. */
  async end(id: string, ofAccount: string | null, by: Actor): Promise<boolean> {
    const found = (await this.list(ofAccount)).find((token) => token.id === id)
    if (!found) return false
    const done = { action: 'token.revoked', target: found.accountName, detail: { token: found.name } }
    await recorded(this.parts.audit, by, done, () =>
      this.parts.database.db.deleteFrom('tokens').where('id', '=', id).execute(),
    )
    this.signal.changed()
    return true
  }
}
