import type { Phone } from '@/lib/protocol/viewer'
import type { Account } from '@/server/auth/account'
import { AccountError } from '@/server/auth/account-error'
import type { Actor } from '@/server/auth/actor'
import type { AccountFields, AdminAccounts } from '../deps'

/** People in memory, with the rules that the routes rely on: names are unique, one admin stays. */
export class FakePeople implements AdminAccounts {
  readonly byId = new Map<string, Account>()
  readonly givenPhones = new Map<string, readonly Phone[]>()
  #moment = 1_000

  async list() {
    return [...this.byId.values()]
  }

  async find(id: string) {
    return this.byId.get(id) ?? null
  }

  async create(fields: AccountFields) {
    this.#refuseTaken(fields.name, null)
    const id = `id-${this.byId.size + 1}`
    const state = { isDisabled: false, hasPassword: false, hasTwoFactor: true, hasOidc: false }
    const now = this.#tick()
    const account = { id, ...fields, ...state, createdAt: now, changedAt: now }
    this.byId.set(id, account)
    return account
  }

  async change(id: string, fields: AccountFields & { isDisabled: boolean }, _by: Actor, ifChangedAt: number) {
    const before = this.#must(id)
    if (before.changedAt !== ifChangedAt) throw new AccountError('changed-since', 'Somebody changed it.')
    this.#refuseTaken(fields.name, id)
    if (fields.role !== 'admin' || fields.isDisabled) this.#keepAdmin(id)
    const after = { ...before, ...fields, changedAt: this.#tick() }
    this.byId.set(id, after)
    return after
  }

  async remove(id: string) {
    this.#must(id)
    this.#keepAdmin(id)
    this.byId.delete(id)
  }

  async phones() {
    return this.givenPhones
  }

  async setPhones(id: string, phones: readonly Phone[]) {
    this.givenPhones.set(id, phones)
  }

  async resetTwoFactor(id: string) {
    this.byId.set(id, { ...this.#must(id), hasTwoFactor: false })
  }

  async invite(id: string) {
    this.#must(id)
    return { path: `/welcome#link-of-${id}`, expiresAt: 9_000 }
  }

  #tick() {
    this.#moment += 1
    return this.#moment
  }

  #must(id: string): Account {
    const account = this.byId.get(id)
    if (!account) throw new AccountError('not-found', 'There is no such account.')
    return account
  }

  #refuseTaken(name: string, except: string | null) {
    const taken = [...this.byId.values()].some((one) => one.name === name && one.id !== except)
    if (taken) throw new AccountError('name-taken', 'This name is taken.')
  }

  #keepAdmin(id: string) {
    if (this.#must(id).role !== 'admin') return
    const others = [...this.byId.values()].filter((one) => one.role === 'admin' && !one.isDisabled && one.id !== id)
    if (others.length === 0) throw new AccountError('last-admin', 'Somebody must administer.')
  }
}
