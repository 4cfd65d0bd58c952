import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Phone } from '@/lib/protocol/viewer'
import type { Tables } from '@/server/db/tables'
import { type Account, type AccountRow, accountOf, accountRightsSchema, givenRightsOf, rightsColumns } from './account'
import { AccountError } from './account-error'
import { type Actor, recorded } from './actor'
import type { ChangeSignal } from './change-signal'
import { hasAdmin, lockAdmins, requireAdmin } from './last-admin'
import { foldName, isAccountName, MAX_NAME } from './names'
import type { AuthParts } from './parts'
import { hashPassword, requireGoodPassword } from './password'
import type { GivenRights } from './rights'

export type NewAccount = GivenRights & { name: string; displayName: string }
/** What is absent stays. */
export type AccountChange = { [Key in keyof NewAccount]?: NewAccount[Key] | undefined } & {
  isDisabled?: boolean | undefined
}

/** Accounts and their phones. Whoever calls has checked who may do so. Throws `AccountError`s. */
export class Accounts {
  constructor(
    private readonly parts: AuthParts,
    private readonly signal: ChangeSignal,
  ) {}

  async list(): Promise<Account[]> {
    const rows = await this.db.selectFrom('accounts').selectAll().orderBy('name_folded').execute()
    return rows.map(accountOf)
  }

  async find(id: string): Promise<Account | null> {
    const row = await this.row(id)
    return row ? accountOf(row) : null
  }

  async findByName(name: string): Promise<Account | null> {
    const row = await this.rowByName(name)
    return row ? accountOf(row) : null
  }

  async create(given: NewAccount, by: Actor): Promise<Account> {
    requireName(given.name)
    const now = this.parts.clock.now()
    const row = {
      id: randomUUID(),
      ...nameColumns(given),
      ...rightsColumns(accountRightsSchema.parse(rightsOf(given))),
      password_hash: null,
      totp_secret: null,
      totp_last_step: null,
      backup_codes: '[]',
      oidc_subject: null,
      is_disabled: 0,
      created_at: now,
      changed_at: now,
    }
    const done = { action: 'account.created', target: row.name, detail: { role: given.role } }
    await this.changing(by, done, () => this.db.insertInto('accounts').values(row).execute())
    return accountOf(row)
  }

  /** `ifChangedAt`: only if nobody changed it in between (`changedAt` as it was read). */
  async change(id: string, change: AccountChange, by: Actor, ifChangedAt?: number): Promise<Account> {
    const before = await this.require(id)
    if (change.name !== undefined) requireName(change.name)
    const detail = whatChanges(before, change)
    await this.changing(by, { action: 'account.changed', target: before.name, detail }, () =>
      this.db.transaction().execute((tx) => this.changeIn(tx, id, change, ifChangedAt)),
    )
    return this.require(id)
  }

  async remove(id: string, by: Actor): Promise<void> {
    const { name } = await this.require(id)
    await this.changing(by, { action: 'account.deleted', target: name }, () =>
      this.db.transaction().execute(async (tx) => {
        await lockAdmins(tx)
        const wasThere = await hasAdmin(tx)
        await tx.deleteFrom('accounts').where('id', '=', id).execute()
        if (wasThere) await requireAdmin(tx)
      }),
    )
  }

  /** Sets a password and ends all sessions of the account but one. */
  async setPassword(id: string, password: string, by: Actor, exceptSession: string | null = null): Promise<void> {
    const { name } = await this.require(id)
    requireGoodPassword(password, name)
    const password_hash = await hashPassword(password)
    await this.changing(by, { action: 'account.password', target: name }, () =>
      this.db.transaction().execute(async (tx) => {
        await tx.updateTable('accounts').set({ password_hash, changed_at: this.now() }).where('id', '=', id).execute()
        await tx
          .deleteFrom('sessions')
          .where('account_id', '=', id)
          .$if(exceptSession !== null, (query) => query.where('id', '<>', exceptSession ?? ''))
          .execute()
      }),
    )
  }

  /** For whoever lost the phone with the codes. */
  async resetTwoFactor(id: string, by: Actor): Promise<void> {
    const { name } = await this.require(id)
    const none = { totp_secret: null, totp_last_step: null, backup_codes: '[]', changed_at: this.now() }
    await this.changing(by, { action: 'account.two-factor.removed', target: name }, () =>
      this.db.updateTable('accounts').set(none).where('id', '=', id).execute(),
    )
  }

  /** Phones of one account, or of all (`null`), the preferred one first. */
  async phones(accountId: string | null): Promise<(Phone & { accountId: string })[]> {
    const rows = await this.db
      .selectFrom('phones')
      .selectAll()
      .$if(accountId !== null, (query) => query.where('account_id', '=', accountId ?? ''))
      .orderBy('account_id')
      .orderBy('position')
      .orderBy('id')
      .execute()
    return rows.map(({ account_id, pbx, interface: iface, exten, label }) => ({
      accountId: account_id,
      pbx,
      interface: iface,
      exten,
      label,
    }))
  }

  /** Replaces the account's phones; the first is the preferred one. */
  async setPhones(id: string, phones: readonly Phone[], by: Actor): Promise<void> {
    const { name } = await this.require(id)
    const rows = phones.map((phone, position) => ({ id: randomUUID(), account_id: id, ...phone, position }))
    const detail = { phones: phones.map((phone) => phone.interface).join(', ') }
    await this.changing(by, { action: 'account.phones', target: name, detail }, () =>
      this.db.transaction().execute(async (tx) => {
        await tx.deleteFrom('phones').where('account_id', '=', id).execute()
        if (rows.length > 0) await tx.insertInto('phones').values(rows).execute()
      }),
    )
  }

  async row(id: string): Promise<AccountRow | undefined> {
    return this.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  }

  /** Names longer than any account's are not looked for. */
  async rowByName(name: string): Promise<AccountRow | undefined> {
    if (name.length > 2 * MAX_NAME) return undefined
    return this.db.selectFrom('accounts').selectAll().where('name_folded', '=', foldName(name)).executeTakeFirst()
  }

  async require(id: string): Promise<Account> {
    const found = await this.find(id)
    if (found) return found
    throw new AccountError('not-found', 'There is no such account.')
  }

  private async changeIn(tx: Transaction<Tables>, id: string, change: AccountChange, ifChangedAt?: number) {
    await lockAdmins(tx)
    const row = await tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new AccountError('not-found', 'There is no such account.')
    if (ifChangedAt !== undefined && row.changed_at !== ifChangedAt) {
      throw new AccountError('changed-since', 'Somebody else changed this account in the meantime.')
    }
    const wasThere = await hasAdmin(tx)
    const rights = accountRightsSchema.parse({ ...givenRightsOf(row), ...rightsOf(change) })
    const names = nameColumns({
      name: change.name ?? row.name,
      displayName: change.displayName ?? row.display_name,
    })
    const is_disabled = change.isDisabled === undefined ? row.is_disabled : Number(change.isDisabled)
    // Two changes within one millisecond are two changes.
    const changed_at = Math.max(this.now(), row.changed_at + 1)
    const columns = { ...names, ...rightsColumns(rights), is_disabled, changed_at }
    await tx.updateTable('accounts').set(columns).where('id', '=', id).execute()
    if (is_disabled) await tx.deleteFrom('sessions').where('account_id', '=', id).execute()
    if (wasThere) await requireAdmin(tx)
  }

  private async changing(by: Actor, done: Parameters<typeof recorded>[2], work: () => Promise<unknown>): Promise<void> {
    try {
      await recorded(this.parts.audit, by, done, work)
    } catch (error) {
      if (!this.parts.database.isUniqueViolation(error)) throw error
      throw new AccountError('name-taken', 'There is an account of this name.')
    } finally {
      this.signal.changed()
    }
  }

  private get db() {
    return this.parts.database.db
  }

  private now(): number {
    return this.parts.clock.now()
  }
}

function requireName(name: string): void {
  if (isAccountName(name)) return
  const allowed = "letters, digits, spaces and . _ @ + ' -, and begins with a letter or digit"
  throw new AccountError('name-wrong', `A name has up to ${MAX_NAME} ${allowed}.`)
}

function nameColumns({ name, displayName }: { name: string; displayName: string }) {
  return {
    name,
    name_folded: foldName(name),
    display_name: displayName.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').trim() || name,
  }
}

/** Those of the rights that are given. */
function rightsOf({ role, queues, numbers, overrides }: AccountChange): Partial<GivenRights> {
  return {
    ...(role === undefined ? {} : { role }),
    ...(queues === undefined ? {} : { queues }),
    ...(numbers === undefined ? {} : { numbers }),
    ...(overrides === undefined ? {} : { overrides }),
  }
}

/** For the audit log: each changed field with what it was and what it is. */
function whatChanges(before: Account, change: AccountChange): Record<string, string> {
  const changes: Record<string, string> = {}
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    const [old, next] = [JSON.stringify(before[key as keyof Account]), JSON.stringify(value)]
    if (old !== next) changes[key] = `${old} → ${next}`
  }
  return changes
}
