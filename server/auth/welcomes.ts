import { randomUUID } from 'node:crypto'
import type { Tables } from '@/server/db/tables'
import type { AccountRow } from './account'
import { AccountError } from './account-error'
import type { Accounts } from './accounts'
import { type Actor, recorded } from './actor'
import { hasAdmin } from './last-admin'
import type { AuthParts } from './parts'
import { requireGoodPassword } from './password'
import { hashToken, newSecretToken } from './secret-token'
import type { Origin } from './types'

const DAY_MS = 86_400_000
const LIFE_MS = 3 * DAY_MS

export type WelcomeLink = {
  /** Path with the token in its fragment, which browsers send to no server and proxies write into no log. */
  path: string
  expiresAt: number
}
type WelcomeLook = {
  kind: 'first-admin' | 'invitation' | 'reset'
  name: string | null
  displayName: string | null
}
/** `name` and `displayName` count for the first admin only. */
type WelcomeAnswer = {
  token: string
  name?: string | undefined
  displayName?: string | undefined
  password: string
}

type Row = Tables['welcomes']

/** One-time links: to make the first admin, to accept an invitation, to choose a new password. */
export class Welcomes {
  constructor(
    private readonly parts: AuthParts,
    private readonly accounts: Accounts,
  ) {}

  /** A link for the first admin; `null`: there is an admin. A new one voids the old. */
  async firstAdmin(): Promise<WelcomeLink | null> {
    await this.db.deleteFrom('welcomes').where('account_id', 'is', null).execute()
    if (await hasAdmin(this.db)) return null
    return this.keep(null)
  }

  /** An invitation or a reset for this account; voids links made for it before. */
  async create(accountId: string, by: Actor): Promise<WelcomeLink> {
    const { name } = await this.accounts.require(accountId)
    return recorded(this.parts.audit, by, { action: 'account.link', target: name }, async () => {
      await this.db.deleteFrom('welcomes').where('account_id', '=', accountId).execute()
      return this.keep(accountId)
    })
  }

  async look(token: string): Promise<WelcomeLook> {
    const { account } = await this.require(token)
    if (account === null) return { kind: 'first-admin', name: null, displayName: null }
    const kind = account.password_hash === null ? 'invitation' : 'reset'
    return { kind, name: account.name, displayName: account.display_name }
  }

  /** Uses the link up. Of many at once one succeeds. Returns the account's id. */
  async accept(answer: WelcomeAnswer, origin: Origin): Promise<string> {
    const { row, account } = await this.require(answer.token)
    const name = account?.name ?? answer.name?.trim() ?? ''
    requireGoodPassword(answer.password, name)
    if (account === null && (await this.accounts.findByName(name)) !== null) {
      throw new AccountError('name-taken', 'There is an account of this name.')
    }
    const by: Actor = { accountId: account?.id ?? null, name: account?.name ?? null, origin }
    const id = account?.id ?? (await this.makeAdmin(row, name, answer, by))
    if (account !== null) await this.use(row.id)
    await this.accounts.setPassword(id, answer.password, by)
    return id
  }

  private async makeAdmin(row: Row, name: string, { displayName }: WelcomeAnswer, by: Actor): Promise<string> {
    const given = { role: 'admin', queues: null, numbers: null, overrides: [] } as const
    // A wrong name is told before the link is used up; nobody else may use it meanwhile.
    const made = await this.accounts.create({ ...given, name, displayName: displayName ?? name }, by)
    try {
      await this.use(row.id)
    } catch (error) {
      await this.accounts.remove(made.id, by)
      throw error
    }
    return made.id
  }

  private async use(id: string): Promise<void> {
    const used = await this.db
      .updateTable('welcomes')
      .set({ used_at: this.parts.clock.now() })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (Number(used.numUpdatedRows) !== 1) throw spent()
  }

  private async keep(accountId: string | null): Promise<WelcomeLink> {
    const token = newSecretToken()
    const now = this.parts.clock.now()
    const expiresAt = now + LIFE_MS
    await this.db
      .insertInto('welcomes')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: now,
        expires_at: expiresAt,
        used_at: null,
      })
      .execute()
    return { path: `/welcome#${token}`, expiresAt }
  }

  private async require(token: string): Promise<{ row: Row; account: AccountRow | null }> {
    const row = await this.db
      .selectFrom('welcomes')
      .selectAll()
      .where('token_hash', '=', hashToken(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.parts.clock.now())
      .executeTakeFirst()
    if (!row) throw spent()
    const account = row.account_id === null ? null : await this.accounts.row(row.account_id)
    if (account === undefined || account?.is_disabled) throw spent()
    if (account === null && (await hasAdmin(this.db))) throw spent()
    return { row, account }
  }

  private get db() {
    return this.parts.database.db
  }
}

function spent(): AccountError {
  return new AccountError('link-spent', 'This link was used, replaced by a newer one, or is too old.')
}
