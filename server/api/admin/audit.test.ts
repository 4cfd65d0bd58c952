import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '@/server/audit/types'
import { adminApi } from './testing/admin-api'

const CALL: AuditEntry = {
  action: 'dial',
  actor: 'anna',
  actorId: 'id-anna',
  target: '+49 30 1234567',
  origin: { address: '10.0.0.7', via: 'page' },
  result: 'asked',
  detail: { phone: 'PJSIP/101' },
  ref: 'receipt-1',
}

async function setup(...entries: Partial<AuditEntry>[]) {
  const api = adminApi()
  for (const entry of entries) await api.audit.write({ ...CALL, ...entry })
  return api
}

describe('the audit log', () => {
  it('is read page by page, the newest first', async () => {
    const { as } = await setup(...Array.from({ length: 201 }, (_, index) => ({ target: `line ${index}` })))
    const first = await as('root', 'GET', '/audit')
    expect(first.body.items).toHaveLength(200)
    expect(first.body.items[0].seq).toBe(201)
    const second = await as('root', 'GET', `/audit?before=${first.body.next}`)
    expect(second.body).toMatchObject({ items: [{ seq: 1 }], next: null })
  })

  it('opens for whoever may read it alone, who sees no numbers', async () => {
    const { as } = await setup({})
    expect((await as('bob', 'GET', '/audit')).status).toBe(403)
    expect((await as('reader', 'GET', '/accounts')).status).toBe(403)
    const { body, text } = await as('reader', 'GET', '/audit')
    expect(body.items).toMatchObject([{ actor: 'anna', target: '··67', address: '10.0.0.7' }])
    expect(text).not.toContain('1234567')
    expect((await as('reader', 'GET', '/audit/export?format=csv')).text).not.toContain('1234567')
    expect((await as('root', 'GET', '/audit')).text).toContain('1234567')
  })

  it('tells the whole story of a line', async () => {
    const { as } = await setup({}, { ref: 'receipt-2' }, { result: 'done', detail: { talked: 12 } })
    const { body } = await as('root', 'GET', '/audit/3')
    expect(body.items.map(({ seq }: { seq: number }) => seq)).toEqual([1, 3])
    expect((await as('root', 'GET', '/audit/99')).status).toBe(404)
  })

  it('ties a result to a line that had no receipt', async () => {
    const { as } = await setup({ ref: null }, { ref: '1', result: 'done' })
    for (const seq of [1, 2]) expect((await as('root', 'GET', `/audit/${seq}`)).body.items).toHaveLength(2)
  })

  it('is exported whole, however many pages that takes', async () => {
    const { as } = await setup(...Array.from({ length: 1_100 }, () => ({})))
    const csv = await as('root', 'GET', '/audit/export?format=csv')
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
    expect(csv.text.trim().split('\r\n')).toHaveLength(1_101)
    const json = await as('root', 'GET', '/audit/export?format=json')
    expect(
      json.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).seq),
    ).toEqual(Array.from({ length: 1_100 }, (_, index) => 1_100 - index))
  })

  it('of nothing is exported as nothing', async () => {
    const { as } = await setup()
    expect((await as('root', 'GET', '/audit/export?format=json')).text).toBe('')
  })

  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)'])(
    'does not let a spreadsheet run %s',
    async (target) => {
      const { as } = await setup({ target })
      const { text } = await as('root', 'GET', '/audit/export?format=csv')
      expect(text).not.toMatch(/,"?[=+\-@]/)
      expect(text).toContain(`'${target.replaceAll('"', '""')}`)
    },
  )

  it('says how many lines stand in its chain', async () => {
    const { as } = await setup({}, {})
    expect((await as('root', 'GET', '/audit/verify')).body).toEqual({ lines: 2, broken: null })
  })
})

describe('the PBX', () => {
  it('shows what our account may not do, and the line that gives it', async () => {
    const { as, offered } = await setup()
    const { body } = await as('root', 'GET', '/pbx')
    const [pbx] = body.items
    expect(missing(pbx)).toMatchObject({ agents: null, transfer: null, record: 'class', dial: 'class' })
    expect(pbx.writeLine).toBe('write = agent,call,message,originate,reporting,system')
    expect(pbx.interfaces).toEqual([{ interface: 'PJSIP/101', name: 'Ana' }])
    for (const action of ['MixMonitor', 'Originate', 'CoreShowChannels', 'MessageSend', 'ConfbridgeListRooms'])
      offered.add(action)
    expect((await as('root', 'GET', '/pbx')).body.items[0].writeLine).toBeNull()
  })

  it('does not blame the account for what this Asterisk does not have', async () => {
    const { as } = await setup()
    const { body } = await as('root', 'GET', '/pbx')
    expect(missing(body.items[0])).toMatchObject({ park: 'action', ringInUse: 'action', queueReset: 'action' })
  })
})

function missing({ features }: { features: { name: string; missing: string | null }[] }) {
  return Object.fromEntries(features.map((one) => [one.name, one.missing]))
}
