import type { Phone } from '@/lib/protocol/viewer'
import type { AdminDeps } from '@/server/api/admin/deps'
import type { AuthService } from '@/server/auth/auth'
import type { Actions } from './actions'
import type { People } from './people'
import type { LivePicture } from './picture'

/** What administration is built on, out of the rooms that keep it. */
export function administration(
  { auth, settings, audit }: People,
  { store, doors, watches }: Pick<LivePicture, 'store' | 'doors' | 'watches'>,
  { commands }: Actions,
): AdminDeps {
  const { tokens, sessions } = auth
  return {
    accounts: accountsOf(auth),
    sessions,
    tokens: {
      list: () => tokens.list(null),
      create: (accountId, token, by) => tokens.create(accountId, token, by),
      end: (id, by) => tokens.end(id, null, by),
    },
    settings,
    audit,
    store,
    doors: [...doors.values()],
    abilities: () => commands.abilities(),
    watches,
  }
}

function accountsOf({ accounts, welcomes }: AuthService): AdminDeps['accounts'] {
  return {
    list: () => accounts.list(),
    find: (id) => accounts.find(id),
    create: (fields, by) => accounts.create(fields, by),
    change: (id, fields, by, ifChangedAt) => accounts.change(id, fields, by, ifChangedAt),
    remove: (id, by) => accounts.remove(id, by),
    async phones() {
      const byAccount = new Map<string, Phone[]>()
      for (const { accountId, ...phone } of await accounts.phones(null)) {
        byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), phone])
      }
      return byAccount
    },
    setPhones: (id, phones, by) => accounts.setPhones(id, phones, by),
    resetTwoFactor: (id, by) => accounts.resetTwoFactor(id, by),
    invite: (id, by) => welcomes.create(id, by),
  }
}
