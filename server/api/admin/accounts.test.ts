import { describe, expect, it } from 'vitest'
import type { NewAccount } from '@/lib/protocol/admin/accounts'
import { adminApi } from './testing/admin-api'

const ANNA: NewAccount = {
  name: 'anna',
  displayName: 'Anna Petrova',
  role: 'supervisor',
  queues: ['support', '@care'],
  numbers: null,
  overrides: [{ permission: 'calls.barge', allowed: false, queues: null }],
  phones: [{ pbx: 'main', interface: 'PJSIP/101', exten: '101', label: null }],
}
const ROOT: NewAccount = { ...ANNA, name: 'root', role: 'admin', queues: null, overrides: [], phones: [] }

describe('people', () => {
  it('are made with phones, and a link that only the answer tells', async () => {
    const { as } = adminApi()
    const made = await as('root', 'POST', '/accounts', ANNA)
    expect(made.status).toBe(201)
    expect(made.body.link.path).toBe('/welcome#link-of-id-1')
    const listed = await as('root', 'GET', '/accounts')
    expect(listed.body.items).toMatchObject([{ name: 'anna', queues: ['support', '@care'], phones: ANNA.phones }])
    expect(listed.text).not.toContain('welcome')
  })

  it.each(['anna', 'bob'])('are none of the business of %s', async (name) => {
    const { as, people } = adminApi()
    expect((await as(name, 'GET', '/accounts')).status).toBe(403)
    expect((await as(name, 'POST', '/accounts', ANNA)).status).toBe(403)
    expect(people.byId.size).toBe(0)
  })

  it('whose name is taken are refused at that field', async () => {
    const { as } = adminApi()
    await as('root', 'POST', '/accounts', ANNA)
    const again = await as('root', 'POST', '/accounts', ANNA)
    expect(again.status).toBe(409)
    expect(again.body.errors).toMatchObject([{ path: 'name' }])
  })

  it.each([['PJSIP/101&PJSIP/102'], ['PJSIP/101\r\nAction: Originate'], ['Local/1,2'], ['101']])(
    'get no phone %j',
    async (name) => {
      const { as, people } = adminApi()
      const phones = [{ pbx: 'main', interface: name, exten: null, label: null }]
      const answer = await as('root', 'POST', '/accounts', { ...ANNA, phones })
      expect(answer.status).toBe(422)
      expect(answer.body.errors).toMatchObject([{ path: 'phones.0.interface' }])
      expect(people.byId.size).toBe(0)
    },
  )

  it('changed by two administrators at once lose nothing: the second is told and shown what is there', async () => {
    const { as } = adminApi()
    const { body } = await as('root', 'POST', '/accounts', ANNA)
    const { id, changedAt } = body.account
    const mine = { ...ANNA, isDisabled: false, changedAt }
    const first = await as('root', 'PUT', `/accounts/${id}`, { ...mine, displayName: 'Anna P.' })
    expect(first.status).toBe(200)
    const second = await as('root', 'PUT', `/accounts/${id}`, { ...mine, role: 'agent' })
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({
      code: 'changed-since',
      current: { displayName: 'Anna P.', role: 'supervisor' },
    })
    const again = await as('root', 'PUT', `/accounts/${id}`, {
      ...mine,
      role: 'agent',
      changedAt: first.body.changedAt,
    })
    expect(again.body).toMatchObject({ role: 'agent' })
  })

  it('always have one who administers', async () => {
    const { as } = adminApi()
    const { body } = await as('root', 'POST', '/accounts', ROOT)
    const { id, changedAt } = body.account
    const demoted = await as('root', 'PUT', `/accounts/${id}`, { ...ROOT, role: 'agent', isDisabled: false, changedAt })
    expect(demoted).toMatchObject({ status: 409, body: { code: 'last-admin' } })
    expect(await as('root', 'DELETE', `/accounts/${id}`)).toMatchObject({ status: 409, body: { code: 'last-admin' } })
  })

  it('who lost their device lose the second factor', async () => {
    const { as, people } = adminApi()
    const { body } = await as('root', 'POST', '/accounts', ANNA)
    expect((await as('root', 'DELETE', `/accounts/${body.account.id}/two-factor`)).status).toBe(204)
    expect(people.byId.get(body.account.id)?.hasTwoFactor).toBe(false)
    expect((await as('root', 'DELETE', '/accounts/nobody/two-factor')).status).toBe(404)
  })
})

describe('sessions and tokens', () => {
  it('end one by one, or all of a person', async () => {
    const { as, ended } = adminApi()
    expect((await as('root', 'DELETE', '/sessions/there')).status).toBe(204)
    expect((await as('root', 'DELETE', '/sessions/gone')).status).toBe(404)
    expect(ended).toEqual(['there'])
    expect((await as('root', 'DELETE', '/accounts/id-1/sessions')).body).toEqual({ ended: 2 })
  })

  it('of programs need a name and a scope', async () => {
    const { as, tokens } = adminApi()
    const wish = { accountId: 'id-1', name: 'crm', scopes: ['dial'], days: 90 }
    expect((await as('root', 'POST', '/tokens', wish)).body).toEqual({ id: 'token-1', token: 'told-once' })
    const wrong = await as('root', 'POST', '/tokens', { ...wish, name: ' ', scopes: [] })
    expect(wrong.body.errors.map((error: { path: string }) => error.path)).toEqual(['name', 'scopes'])
    expect(tokens).toEqual([{ accountId: 'id-1', name: 'crm' }])
  })
})
