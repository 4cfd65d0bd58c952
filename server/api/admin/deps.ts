import type { Forgotten, HistoryState } from '@/lib/protocol/admin/history'
import type { PbxStatus } from '@/lib/protocol/admin/pbx-status'
import type { Abilities, Phone } from '@/lib/protocol/viewer'
import type { Audit } from '@/server/audit/types'
import type { Account } from '@/server/auth/account'
import type { Actor } from '@/server/auth/actor'
import type { GivenRights } from '@/server/auth/rights'
import type { SessionInfo } from '@/server/auth/sessions'
import type { TokenScope } from '@/server/auth/types'
import type { PbxDoor } from '@/server/commands/types'
import type { SettingsBook } from '@/server/settings/types'
import type { LiveStore } from '@/server/store/types'

/** What can be set of an account. */
export type AccountFields = GivenRights & { name: string; displayName: string }

/** People; each change is written into the audit log there. Rejects with an `AccountError`. */
export interface AdminAccounts {
  list(): Promise<Account[]>
  find(id: string): Promise<Account | null>
  create(fields: AccountFields, by: Actor): Promise<Account>
  /** `changed-since` unless it is still as it was at `ifChangedAt`; each change moves that moment. */
  change(id: string, fields: AccountFields & { isDisabled: boolean }, by: Actor, ifChangedAt: number): Promise<Account>
  remove(id: string, by: Actor): Promise<void>
  /** By account, in the order of preference. */
  phones(): Promise<ReadonlyMap<string, readonly Phone[]>>
  setPhones(id: string, phones: readonly Phone[], by: Actor): Promise<void>
  resetTwoFactor(id: string, by: Actor): Promise<void>
  /** A one-time link by which somebody chooses a password; earlier ones no longer work. */
  invite(id: string, by: Actor): Promise<{ path: string; expiresAt: number }>
}

/** Sessions of all people. */
export interface AdminSessions {
  list(accountId: string | null): Promise<SessionInfo[]>
  /** `false`: there is none such. */
  end(id: string, ofAccount: string | null, by: Actor): Promise<boolean>
  /** How many there were. */
  endAll(accountId: string, except: string | null, by: Actor): Promise<number>
}

export type TokenInfo = {
  id: string
  accountId: string
  accountName: string
  name: string
  scopes: readonly TokenScope[]
  createdAt: number
  usedAt: number | null
  expiresAt: number | null
}

/** API tokens of all people. */
export interface AdminTokens {
  list(): Promise<TokenInfo[]>
  create(
    accountId: string,
    token: { name: string; scopes: readonly TokenScope[]; days: number | null },
    by: Actor,
  ): Promise<{ id: string; token: string }>
  end(id: string, by: Actor): Promise<boolean>
}

/** What is remembered of callers. */
export interface AdminHistory {
  state(): HistoryState
  /** Takes number and name out of it, written into the audit log. The number has digits. */
  forget(number: string, by: Actor): Promise<Forgotten>
}

/** What administration is built on; the composition fills it from its rooms. */
export type AdminDeps = {
  accounts: AdminAccounts
  sessions: AdminSessions
  tokens: AdminTokens
  settings: SettingsBook
  audit: Audit
  history: AdminHistory
  store: Pick<LiveStore, 'links' | 'tables'>
  doors: readonly Pick<PbxDoor, 'pbx' | 'isLive' | 'offers'>[]
  abilities(): readonly Abilities[]
  /** Who watches the PBXs, in the order of their names. */
  watches: readonly { status(): Promise<PbxStatus> }[]
}
