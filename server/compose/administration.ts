import type { Phone } from '@/lib/protocol/viewer'
import type { AdminDeps } from '@/server/api/admin/deps'
import type { AuthService } from '@/server/auth/auth'
import { systemClock } from '@/server/clock'
import { forgetCaller } from '@/server/history/keeping/forget-caller'
import type { Actions } from './actions'
import type { Memory } from './memory'
import type { People } from './people'
import type { LivePicture } from './picture'

/** How history is kept, and how what waits is written down. */
export type AdministeredMemory = Pick<Memory, 'keeping'> & {
  visits: Pick<Memory['visits'], 'written'>
  past: { deps: Pick<Memory['past']['deps'], 'written'> }
}

/** What administration is built on, out of the rooms that keep it. */
export function administration(
  { auth, settings, audit, database, forgotten }: People,
  { store, doors, watches }: Pick<LivePicture, 'store' | 'doors' | 'watches'>,
  { commands }: Actions,
  { visits, keeping, past }: AdministeredMemory,
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
    history: {
      state: keeping,
      async forget(number, by) {
        await Promise.all([visits.written(), past.deps.written()])
        return forgetCaller(number, by, { database, audit, clock: systemClock, forgotten })
      },
    },
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
