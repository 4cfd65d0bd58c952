import { createRoute, z } from '@hono/zod-openapi'
import {
  type AccountChange,
  type AdminAccount,
  accountChangeSchema,
  adminAccountSchema,
  adminAccountsSchema,
  createdAccountSchema,
  newAccountSchema,
  welcomeLinkSchema,
} from '@/lib/protocol/admin/accounts'
import type { Phone } from '@/lib/protocol/viewer'
import type { Api } from '@/server/api/app'
import type { Account } from '@/server/auth/account'
import { AccountError } from '@/server/auth/account-error'
import type { Actor } from '@/server/auth/actor'
import { accountRefusal } from './account-refusal'
import { actorOf, conflict, json, jsonBody, notFound, refusals } from './answers'
import type { AdminAccounts } from './deps'

const PATH = '/api/v1/admin/accounts'
const one = { params: z.object({ id: z.string().min(1).max(64) }) }

/** People: listed, made, changed, deleted; links by which they choose a password. */
export function addAccountRoutes(api: Api, accounts: AdminAccounts): void {
  addList(api, accounts)
  addCreate(api, accounts)
  addChange(api, accounts)
  addRemove(api, accounts)
  addLink(api, accounts)
  addTwoFactor(api, accounts)
}

function addList(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'get',
    path: PATH,
    summary: 'All people, by name.',
    responses: { 200: json('By name.', adminAccountsSchema) },
  })
  api.openapi(route, async (c) => {
    const [all, phones] = await Promise.all([accounts.list(), accounts.phones()])
    const items = all.map((account) => view(account, phones.get(account.id) ?? []))
    return c.json({ items }, 200)
  })
}

function addCreate(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'post',
    path: PATH,
    summary: 'Makes an account and a link by which its owner chooses a password.',
    request: jsonBody(newAccountSchema),
    responses: { 201: json('Made; the link is told this once.', createdAccountSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    const { phones, ...fields } = c.req.valid('json')
    const by = actorOf(c)
    try {
      const { id } = await accounts.create(fields, by)
      if (phones.length > 0) await accounts.setPhones(id, phones, by)
      const link = await accounts.invite(id, by)
      const account = await read(accounts, id)
      return account === null ? notFound(c) : c.json({ account, link }, 201)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

function addChange(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'put',
    path: `${PATH}/{id}`,
    summary: 'Changes an account and its phones, unless somebody else did meanwhile.',
    request: { ...one, ...jsonBody(accountChangeSchema) },
    responses: { 200: json('As it is now.', adminAccountSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    const { id } = c.req.valid('param')
    try {
      const before = await read(accounts, id)
      if (before === null) return notFound(c)
      await keep(accounts, before, c.req.valid('json'), actorOf(c))
      const after = await read(accounts, id)
      return after === null ? notFound(c) : c.json(after, 200)
    } catch (error) {
      if (!(error instanceof AccountError) || error.code !== 'changed-since') return accountRefusal(c, error)
      return conflict(c, error.code, error.message, { current: await read(accounts, id) })
    }
  })
}

/** The account first: it alone says whether it is still what it was. Its moment moves even when only phones differ. */
async function keep(accounts: AdminAccounts, before: AdminAccount, change: AccountChange, by: Actor): Promise<void> {
  const { phones, changedAt, ...fields } = change
  await accounts.change(before.id, fields, by, changedAt)
  if (!isSame(before.phones, phones)) await accounts.setPhones(before.id, phones, by)
}

function isSame(one: readonly Phone[], other: readonly Phone[]): boolean {
  const flat = (phones: readonly Phone[]) => JSON.stringify(phones.map((p) => [p.pbx, p.interface, p.exten, p.label]))
  return flat(one) === flat(other)
}

function addRemove(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'delete',
    path: `${PATH}/{id}`,
    summary: 'Deletes an account with its phones, sessions and tokens. Its lines in the audit log stay.',
    request: one,
    responses: { 204: { description: 'Deleted.' }, ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      await accounts.remove(c.req.valid('param').id, actorOf(c))
      return c.body(null, 204)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

function addLink(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'post',
    path: `${PATH}/{id}/link`,
    summary: 'A one-time link by which somebody chooses a new password; earlier links no longer work.',
    request: one,
    responses: { 201: json('Told this once.', welcomeLinkSchema), ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      return c.json(await accounts.invite(c.req.valid('param').id, actorOf(c)), 201)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

function addTwoFactor(api: Api, accounts: AdminAccounts): void {
  const route = createRoute({
    method: 'delete',
    path: `${PATH}/{id}/two-factor`,
    summary: 'Takes the second factor away, for whoever lost the device.',
    request: one,
    responses: { 204: { description: 'None any more.' }, ...refusals },
  })
  api.openapi(route, async (c) => {
    try {
      await accounts.resetTwoFactor(c.req.valid('param').id, actorOf(c))
      return c.body(null, 204)
    } catch (error) {
      return accountRefusal(c, error)
    }
  })
}

async function read(accounts: AdminAccounts, id: string): Promise<AdminAccount | null> {
  const account = await accounts.find(id)
  return account === null ? null : view(account, (await accounts.phones()).get(id) ?? [])
}

function view(account: Account, phones: readonly Phone[]): AdminAccount {
  const { queues, overrides, ...rest } = account
  return {
    ...rest,
    queues: queues === null ? null : [...queues],
    overrides: overrides.map((one) => ({ ...one })),
    phones: [...phones],
  }
}
