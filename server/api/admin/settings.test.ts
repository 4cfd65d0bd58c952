import { describe, expect, it } from 'vitest'
import { adminApi, DIAL } from './testing/admin-api'

type Item = { name: string; value: unknown; version: string; fixed: boolean }

function setup() {
  const api = adminApi()
  const item = async (name: string): Promise<Item> => {
    const { body } = await api.as('root', 'GET', '/settings')
    return body.items.find((one: Item) => one.name === name)
  }
  return { ...api, item }
}

const BREAK = [{ name: 'Break', limitSeconds: null }]

describe('a setting', () => {
  it('is changed, and the log has what it was and what it became', async () => {
    const { as, item, settings, audit } = setup()
    const { version } = await item('pauseReasons')
    const answer = await as('root', 'PUT', '/settings/pauseReasons', { version, value: BREAK })
    expect(answer.body).toMatchObject({ value: BREAK, fixed: false })
    expect(settings.current.pauseReasons).toEqual(BREAK)
    expect(audit.lines.map(({ result }) => result)).toEqual(['asked', 'done'])
    expect(audit.lines[0]).toMatchObject({ actor: 'root', target: 'pauseReasons' })
    expect(audit.lines[0]?.detail).toEqual({
      before: '[{"name":"Lunch","limitSeconds":1800}]',
      after: '[{"name":"Break","limitSeconds":null}]',
    })
  })

  it('that somebody else changed meanwhile is not overwritten', async () => {
    const { as, item } = setup()
    const { version } = await item('crmLink')
    await as('root', 'PUT', '/settings/crmLink', { version, value: 'https://crm.test/?phone={number}' })
    const second = await as('root', 'PUT', '/settings/crmLink', { version, value: null })
    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({
      code: 'changed-since',
      current: { value: 'https://crm.test/?phone={number}' },
    })
  })

  it('that the configuration file fixes stays', async () => {
    const { as, item, settings } = setup()
    settings.fixed.add('dial')
    const { version, fixed } = await item('dial')
    expect(fixed).toBe(true)
    const answer = await as('root', 'PUT', '/settings/dial', { version, value: { ...DIAL, prefix: '9' } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'fixed' } })
    expect(settings.current.dial).toEqual(DIAL)
  })

  it('is not changed when the log cannot be written', async () => {
    const { as, item, settings, audit } = setup()
    audit.full = true
    const { version } = await item('pauseReasons')
    expect((await as('root', 'PUT', '/settings/pauseReasons', { version, value: BREAK })).status).toBe(503)
    expect(settings.current.pauseReasons).not.toEqual(BREAK)
  })

  it.each([
    ['pauseReasons', [{ name: '', limitSeconds: null }], '0.name'],
    ['pauseReasons', [...BREAK, ...BREAK], '1.name'],
    ['pauseReasons', [{ name: 'Ü'.repeat(40), limitSeconds: null }], '0.name'],
    ['crmLink', 'javascript:alert({number})', ''],
    ['dial', { ...DIAL, callerId: 'x\r\nAction: Logoff' }, 'callerId'],
    ['dial', { ...DIAL, context: 'internal,1' }, 'context'],
    ['dial', { ...DIAL, deny: ['0900', 'abc'] }, 'deny.1'],
    ['thresholds', { support: { waitWarning: 60, waitCritical: 30 } }, 'support.waitCritical'],
  ])('%s is refused at the field that is wrong', async (name, value, path) => {
    const { as, item } = setup()
    const { version } = await item(name)
    const answer = await as('root', 'PUT', `/settings/${name}`, { version, value })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  it('of which there is none is not found out by guessing', async () => {
    expect((await adminApi().as('root', 'PUT', '/settings/password', { version: '', value: 1 })).status).toBe(422)
  })
})

describe('a number', () => {
  it('is tried with rules that are not kept yet', async () => {
    const { as, settings } = setup()
    const rules = { ...DIAL, prefix: '9' }
    const berlin = await as('root', 'POST', '/settings/dial/try', { number: '+49 30 901820', rules })
    expect(berlin.body).toMatchObject({ dials: '9030901820', kind: 'national', reason: null })
    const police = await as('root', 'POST', '/settings/dial/try', { number: '110', rules })
    expect(police.body).toMatchObject({ dials: null, reason: 'notPermitted', detail: 'emergency' })
    expect(settings.current.dial.prefix).toBe('0')
  })
})
