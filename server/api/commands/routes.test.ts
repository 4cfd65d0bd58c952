import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiptSchema } from '@/lib/protocol/receipts'
import { abilitiesSchema } from '@/lib/protocol/viewer'
import { createApi } from '@/server/api/app'
import { guardOf } from '@/server/api/testing/guard-of'
import { SAMPLE_BOARD } from '@/server/api/testing/sample-board'
import type { Principal, TokenScope } from '@/server/auth/types'
import type { Handlers } from '@/server/commands/handler'
import { queueHandlers } from '@/server/commands/handlers'
import { type House, openHouse, somebody } from '@/server/commands/testing/house'
import { silentLog } from '@/server/socket/testing/wallboard'
import { addCommandRoutes } from './routes'

const HOST = 'board.example.net'
const HEADERS = { host: HOST, cookie: 'x', origin: `https://${HOST}`, 'content-type': 'application/json' }
const agent = { pbx: 'demo', interface: 'PJSIP/201' }
let house: House

beforeAll(async () => {
  house = await openHouse(queueHandlers as unknown as Handlers)
})
afterAll(() => house.close())

async function ask(by: Principal, method: string, path: string, body?: unknown) {
  const api = createApi({
    store: house.store,
    board: SAMPLE_BOARD,
    version: '1',
    now: Date.now,
    guard: guardOf({ check: async () => by }),
    routes: [(one) => addCommandRoutes(one, { commands: house.commands })],
    log: silentLog,
  })
  const text = body === undefined ? {} : { body: JSON.stringify(body) }
  const answer = await api.request(path, { method, headers: HEADERS, ...text })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const withScopes = (scopes: TokenScope[]): Principal => ({
  ...somebody('supervisor', { name: 'token' }),
  scopes,
  kind: 'token',
})
const boss = somebody('supervisor', { name: 'boss' })
const pause = (reason: string) => ({ type: 'agent.pause', agent, queue: null, reason })

describe('POST /api/v1/commands', () => {
  it('answers with the receipt at once, which is found again under its id', async () => {
    const id = randomUUID()
    const { status, body } = await ask(boss, 'POST', '/api/v1/commands', { id, command: pause('lunch') })
    expect([status, receiptSchema.parse(body).steps[0]?.what]).toEqual([202, 'sent'])
    expect((await ask(boss, 'GET', `/api/v1/commands/${id}`)).body).toMatchObject({ id, type: 'agent.pause' })
    expect((await ask(boss, 'GET', '/api/v1/commands')).body).toMatchObject({ items: [{ id }] })
  })

  it('keeps receipts from others', async () => {
    const [mine] = house.commands.receipts('boss')
    const other = await ask(somebody('admin', { name: 'other' }), 'GET', `/api/v1/commands/${mine?.id}`)
    expect(other.status).toBe(404)
  })

  it.each([
    ['no id', { command: pause('x') }],
    ['an unknown command', { id: randomUUID(), command: { type: 'system.shell' } }],
    ['a field too many', { id: randomUUID(), command: { ...pause('x'), channel: 'PJSIP/101' } }],
    ['a line break', { id: randomUUID(), command: pause('x\r\nAction: Hangup') }],
    ['a number as text', { id: randomUUID(), command: { ...pause('x'), seconds: '60' } }],
  ])('refuses %s', async (_what, body) => {
    expect((await ask(boss, 'POST', '/api/v1/commands', body)).status).toBe(422)
  })

  it('tells in the receipt when rights do not allow it', async () => {
    const id = randomUUID()
    const { status, body } = await ask(somebody('agent', { name: 'ana' }), 'POST', '/api/v1/commands', {
      ...{ id, command: pause('x') },
    })
    expect([status, body.reason]).toEqual([202, 'refusedByRights'])
  })

  it.each([
    [['read'], pause('x'), 403],
    [['dial'], pause('x'), 403],
    [['act'], { type: 'dial', to: '101' }, 403],
  ] as [TokenScope[], object, number][])('a token for %s may not send %o', async (scopes, command, status) => {
    const asked = await ask(withScopes(scopes), 'POST', '/api/v1/commands', { id: randomUUID(), command })
    expect(asked.status).toBe(status)
  })
})

it('abilities tell each PBX’s own', async () => {
  const { body } = await ask(boss, 'GET', '/api/v1/abilities')
  expect(abilitiesSchema.array().parse(body.abilities)[0]?.commands['agent.pause']).toBeNull()
})

it('a call that nobody began cannot be looked up or ended', async () => {
  const id = randomUUID()
  expect((await ask(boss, 'GET', `/api/v1/calls/${id}`)).status).toBe(404)
  expect((await ask(boss, 'DELETE', `/api/v1/calls/${id}`)).body).toMatchObject({ state: 'failed', reason: 'gone' })
})
