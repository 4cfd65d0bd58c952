import { describe, expect, test } from 'vitest'
import { databases } from '@/server/testing/databases'
import type { NewAccount } from './accounts'
import { BOSS, openHouse, PASSWORD, signedIn } from './testing/house'

const given = (name: string, change: Partial<NewAccount> = {}): NewAccount => ({
  name,
  displayName: name,
  role: 'agent',
  queues: null,
  numbers: null,
  overrides: [],
  ...change,
})

describe.each(databases)('accounts, on $kind', ({ open }) => {
  test('have names that differ in more than case, accents as written, or width', async () => {
    const { auth } = await openHouse({ open })
    await auth.accounts.create(given('Jürgen'), BOSS)
    for (const name of ['jürgen', 'JU\u0308RGEN', 'Ｊürgen']) {
      await expect(auth.accounts.create(given(name), BOSS)).rejects.toMatchObject({ code: 'name-taken' })
    }
  })

  test.each(['', ' anna', 'anna ', '-anna', 'a\nb', 'a\u202eb', '<b>', 'a'.repeat(65)])(
    'refuse the name %j',
    async (name) => {
      const { auth } = await openHouse({ open })
      await expect(auth.accounts.create(given(name), BOSS)).rejects.toMatchObject({ code: 'name-wrong' })
      expect(await auth.accounts.list()).toEqual([])
    },
  )

  test('are shown in one line, by their name when they have no other', async () => {
    const { auth } = await openHouse({ open })
    const shown = async (name: string, displayName: string) =>
      (await auth.accounts.create({ ...given(name), displayName }, BOSS)).displayName
    expect(await shown('anna', 'Anna\nÄ.\u2028')).toBe('Anna Ä.')
    expect(await shown('ben', ' ')).toBe('ben')
  })

  test('keep what is not changed, and tell the audit log what was', async () => {
    const { auth, audit } = await openHouse({ open })
    const anna = await auth.accounts.create(given('anna', { queues: ['@sales'], numbers: 'none' }), BOSS)
    const changed = await auth.accounts.change(anna.id, { role: 'supervisor' }, BOSS)
    expect(changed).toMatchObject({ name: 'anna', role: 'supervisor', queues: ['@sales'], numbers: 'none' })
    expect(audit.lines.at(-1)).toMatchObject({
      actor: 'boss',
      target: 'anna',
      detail: { role: '"agent" → "supervisor"' },
    })
  })

  test('two who change the same: the second is told', async () => {
    const { auth } = await openHouse({ open })
    const anna = await auth.accounts.create(given('anna'), BOSS)
    await auth.accounts.change(anna.id, { displayName: 'Anna A.' }, BOSS, anna.changedAt)
    const late = auth.accounts.change(anna.id, { displayName: 'Anna B.' }, BOSS, anna.changedAt)
    await expect(late).rejects.toMatchObject({ code: 'changed-since' })
    expect((await auth.accounts.find(anna.id))?.displayName).toBe('Anna A.')
  })

  test('the last administrator is neither removed, nor demoted, nor switched off', async () => {
    const { auth, hire, audit } = await openHouse({ open })
    const id = await hire('admin', 'admin')
    await auth.accounts.create(given('invited', { role: 'admin' }), BOSS)
    const last = { code: 'last-admin' }
    await expect(auth.accounts.remove(id, BOSS)).rejects.toMatchObject(last)
    await expect(auth.accounts.change(id, { role: 'agent' }, BOSS)).rejects.toMatchObject(last)
    await expect(auth.accounts.change(id, { isDisabled: true }, BOSS)).rejects.toMatchObject(last)
    expect(await auth.accounts.find(id)).toMatchObject({ role: 'admin', isDisabled: false })
    expect(audit.lines.at(-1)).toMatchObject({ action: 'account.changed', result: 'failed' })
  })

  test('two administrators who demote each other at once: one stays', async () => {
    const { auth, hire } = await openHouse({ open })
    const ids = [await hire('one', 'admin'), await hire('two', 'admin')]
    const both = await Promise.allSettled(ids.map((id) => auth.accounts.change(id, { role: 'agent' }, BOSS)))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await auth.accounts.list()).filter(({ role }) => role === 'admin')).toHaveLength(1)
  })

  test('take sessions, tokens and phones with them', async () => {
    const house = await openHouse({ open })
    const id = await house.hire('anna', 'agent')
    const headers = await signedIn(house, 'anna')
    await house.auth.tokens.create(id, { name: 'CRM', scopes: ['read'], days: null }, BOSS)
    await house.auth.accounts.setPhones(id, [{ pbx: 'pbx', interface: 'PJSIP/1', exten: null, label: null }], BOSS)
    await house.auth.accounts.remove(id, BOSS)
    expect(await house.auth.check(headers)).toBeNull()
    expect(await house.auth.tokens.list(null)).toEqual([])
    expect(await house.auth.accounts.phones(null)).toEqual([])
  })

  test('nothing changes when the audit log cannot be written', async () => {
    const { auth, hire, audit } = await openHouse({ open })
    const id = await hire('anna', 'agent')
    audit.isBroken = true
    await expect(auth.accounts.change(id, { role: 'supervisor' }, BOSS)).rejects.toThrow('cannot be written')
    await expect(auth.accounts.remove(id, BOSS)).rejects.toThrow('cannot be written')
    expect((await auth.accounts.find(id))?.role).toBe('agent')
  })

  test.each(['short', 'aaaaaaaaaaaa', 'anna.longname', 'x'.repeat(201)])('refuse the password %j', async (password) => {
    const { auth, hire } = await openHouse({ open })
    const id = await hire('Anna.LongName', 'agent')
    await expect(auth.accounts.setPassword(id, password, BOSS)).rejects.toMatchObject({ code: 'password-weak' })
  })
})

describe('one-time links', () => {
  const tokenOf = (path: string | null) => path?.replace('/welcome#', '') ?? ''
  const origin = BOSS.origin

  test('make the first administrator, once, and only while there is none', async () => {
    const { auth } = await openHouse()
    const token = tokenOf(await auth.firstAdminLink())
    expect(await auth.welcomes.look(token)).toEqual({ kind: 'first-admin', name: null, displayName: null })
    const id = await auth.welcomes.accept(
      { token, name: 'chief', displayName: 'The Chief', password: PASSWORD },
      origin,
    )
    expect(await auth.accounts.find(id)).toMatchObject({ name: 'chief', role: 'admin', hasPassword: true })
    await expect(auth.welcomes.look(token)).rejects.toMatchObject({ code: 'link-spent' })
    const again = auth.welcomes.accept({ token, name: 'thief', password: PASSWORD }, origin)
    await expect(again).rejects.toMatchObject({ code: 'link-spent' })
    expect(await auth.firstAdminLink()).toBeNull()
  })

  test('a new start voids the old link', async () => {
    const { auth } = await openHouse()
    const old = tokenOf(await auth.firstAdminLink())
    const now = tokenOf(await auth.firstAdminLink())
    await expect(auth.welcomes.look(old)).rejects.toMatchObject({ code: 'link-spent' })
    expect(await auth.welcomes.look(now)).toMatchObject({ kind: 'first-admin' })
  })

  test('of two who use it at once one becomes administrator', async () => {
    const { auth } = await openHouse()
    const token = tokenOf(await auth.firstAdminLink())
    const names = ['one', 'two']
    const both = names.map((name) => auth.welcomes.accept({ token, name, password: PASSWORD }, origin))
    expect((await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await auth.accounts.list()).toHaveLength(1)
  })

  test('a weak password or a wrong name does not use it up', async () => {
    const { auth } = await openHouse()
    const token = tokenOf(await auth.firstAdminLink())
    const weak = auth.welcomes.accept({ token, name: 'chief', password: 'short' }, origin)
    await expect(weak).rejects.toMatchObject({ code: 'password-weak' })
    const nameless = auth.welcomes.accept({ token, password: PASSWORD }, origin)
    await expect(nameless).rejects.toMatchObject({ code: 'name-wrong' })
    expect(await auth.welcomes.look(token)).toMatchObject({ kind: 'first-admin' })
  })

  test('invite, reset, end sessions, and end on their third day', async () => {
    const house = await openHouse()
    const { auth, clock } = house
    const { id } = await auth.accounts.create(given('anna'), BOSS)
    const invitation = tokenOf((await auth.welcomes.create(id, BOSS)).path)
    expect(await auth.welcomes.look(invitation)).toEqual({ kind: 'invitation', name: 'anna', displayName: 'anna' })
    await auth.welcomes.accept({ token: invitation, password: PASSWORD }, origin)
    const headers = await signedIn(house, 'anna')
    const reset = tokenOf((await auth.welcomes.create(id, BOSS)).path)
    expect(await auth.welcomes.look(reset)).toMatchObject({ kind: 'reset' })
    await auth.welcomes.accept({ token: reset, password: 'something quite new' }, origin)
    expect(await auth.check(headers)).toBeNull()
    const late = tokenOf((await auth.welcomes.create(id, BOSS)).path)
    clock.advance(3 * 86_400_000)
    await expect(auth.welcomes.look(late)).rejects.toMatchObject({ code: 'link-spent' })
  })
})
