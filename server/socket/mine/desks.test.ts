import { describe, expect, it } from 'vitest'
import { aCall, aCaller, aQueue, PBX } from '@/lib/domain/testing/records'
import { type Mine, mineSchema, type Phone } from '@/lib/protocol/viewer'
import { FixedClock } from '@/server/testing/fixed-clock'
import { aPrincipal, FakeAuth, rightsOfRole } from '../testing/fake-auth'
import { openSocket, openWallboard } from '../testing/opened'
import { until } from '../testing/until'
import type { Previous } from './desk'
import type { PhoneChannel } from './own-phones'

const NUMBER = '+49 170 1234567'
const phoneOf = (name: string): Phone => ({ pbx: PBX, interface: `PJSIP/${name}`, exten: name, label: `desk ${name}` })
const BEFORE: Previous = { count: 2, last: { at: 1, queue: 'support', agent: 'Ana', outcome: 'answered' } }

type Options = { numbers?: 'all' | 'own' | 'none'; crm?: string | null; previous?: () => Promise<Previous> }

/** Ana at 101 and Ben at 102, each with a page open. */
async function open({ numbers = 'own', crm = null, previous = async () => BEFORE }: Options = {}) {
  const clock = new FixedClock()
  const channels = new Map<string, PhoneChannel>()
  const rights = rightsOfRole('agent', { queues: [], numbers })
  const auth = new FakeAuth(
    aPrincipal('ana', 'agent', { rights, phones: [phoneOf('101')] }),
    aPrincipal('ben', 'agent', { rights, phones: [phoneOf('102')] }),
  )
  const mine = {
    channelOf: (_pbx: string, uniqueid: string) => channels.get(uniqueid),
    previous,
    crmTemplate: () => crm,
  }
  const board = await openWallboard({ clock, auth, mine })
  const page = (name: string) => {
    const { heard } = openSocket(board, { cookie: `callboard_session=${name}` })
    const all = () => heard.filter(({ event }) => event === 'mine').map(({ message }) => mineSchema.parse(message))
    return { all, last: () => all().at(-1)?.calls ?? [] }
  }
  const [ana, ben] = [page('ana'), page('ben')]
  await until(() => ana.all().length > 0 && ben.all().length > 0)
  return { clock, channels, auth, board, ana, ben }
}

type House = Awaited<ReturnType<typeof open>>

/** A caller of `support` for whom phones ring. */
function ring({ board, channels, clock }: House, phones: readonly string[]): void {
  const queue = aQueue('support')
  const from = { number: NUMBER, name: 'Tom Berg', channel: 'PJSIP/trunk-1' }
  const waiting = {
    state: 'waiting',
    queue: queue.id,
    from,
    channels: ['c.1', ...phones.map((name) => `c.${name}`)],
  } as const
  channels.set('c.1', { name: 'PJSIP/trunk-1', endpoint: 'pjsip/trunk', state: 6 })
  for (const name of phones) {
    channels.set(`c.${name}`, { name: `PJSIP/${name}-2`, endpoint: `pjsip/${name}`, state: 5 })
  }
  const caller = aCaller('support', 'c.1', { joinedAt: clock.now() - 42_000, number: NUMBER })
  board.tables.queues.set(queue.id, queue)
  board.tables.callers.set(caller.id, caller)
  const call = aCall('1', waiting)
  board.tables.calls.set(call.id, call)
  board.source.touched()
  board.store.flush()
}

function answer({ board, channels }: House, name: string): void {
  const call = board.tables.calls.get(aCall('1').id)
  if (!call) throw new Error('nobody calls')
  const channel = `PJSIP/${name}-2`
  channels.set(`c.${name}`, { name: channel, endpoint: `pjsip/${name}`, state: 6 })
  const to = { number: name, name: null, channel }
  board.tables.callers.delete(aCaller('support', 'c.1').id)
  board.tables.calls.set(call.id, { ...call, state: 'talking', to, channels: ['c.1', `c.${name}`] })
  board.source.touched()
  board.store.flush()
}

const whole = (calls: Mine['calls']) =>
  calls.map(({ call, side, waited }) => [call.state, call.from.number, side, waited])

describe('one’s own calls', () => {
  it('are none at first, and that is told', async () => {
    const { ana } = await open()
    expect(ana.all()).toEqual([{ type: 'mine', calls: [] }])
  })

  it('ring at every phone that a queue lets ring, in full, though one sees no queue and no numbers else', async () => {
    const house = await open()
    ring(house, ['101', '102'])
    await until(() => house.ana.last().length === 1 && house.ben.last().length === 1)
    expect(whole(house.ana.last())).toEqual([['ringing', NUMBER, 'to', 42]])
    expect(house.ana.last()[0]).toMatchObject({
      interface: 'PJSIP/101',
      call: { to: { number: '101', name: 'desk 101' } },
    })
  })

  it('go to who answers, and ring no longer at the others', async () => {
    const house = await open()
    ring(house, ['101', '102'])
    await until(() => house.ben.last().length === 1)
    house.clock.advance(3000)
    answer(house, '101')
    await until(() => house.ben.last().length === 0 && house.ana.last()[0]?.call.state === 'talking')
    house.clock.advance(60_000)
    house.board.tables.calls.patch(aCall('1').id, { state: 'held' })
    house.board.source.touched()
    house.board.store.flush()
    await until(() => house.ana.last()[0]?.call.state === 'held')
    expect(whole(house.ana.last())).toEqual([['held', NUMBER, 'to', 45]])
    house.board.tables.calls.delete(aCall('1').id)
    house.board.source.touched()
    house.board.store.flush()
    await until(() => house.ana.last().length === 0)
  })

  it('of others are not told', async () => {
    const house = await open()
    ring(house, ['101'])
    await until(() => house.ana.last().length === 1)
    expect(house.ben.all()).toEqual([{ type: 'mine', calls: [] }])
  })

  it('come with the visits of that number before, looked up once', async () => {
    let looks = 0
    const house = await open({
      previous: async () => {
        looks += 1
        return BEFORE
      },
    })
    ring(house, ['101', '102'])
    await until(() => house.ana.last()[0]?.previous?.count === 2)
    expect(looks).toBe(1)
  })

  it('come without them when they cannot be looked up', async () => {
    const house = await open({ previous: () => Promise.reject(new Error('the database is away')) })
    ring(house, ['101'])
    await until(() => house.ana.last().length === 1)
    expect(house.ana.last()[0]?.previous).toBeNull()
  })

  it('are masked, and without a link, for who may not see even their numbers', async () => {
    const house = await open({ numbers: 'none', crm: 'https://crm.example.net/?phone={number}' })
    ring(house, ['101'])
    await until(() => house.ana.last().length === 1)
    const [own] = house.ana.last()
    expect([own?.call.from.number, own?.call.from.name, own?.link]).toEqual(['··67', 'Tom B.', null])
  })

  it('follow the phones that are given to one while the page is open', async () => {
    const house = await open()
    ring(house, ['102'])
    await until(() => house.ben.last().length === 1)
    const rights = rightsOfRole('agent', { queues: [] })
    house.auth.set(aPrincipal('ana', 'agent', { rights, phones: [phoneOf('102')], version: '2' }))
    house.auth.tell()
    await until(() => house.ana.last().length === 1)
    expect(house.ana.last()[0]?.interface).toBe('PJSIP/102')
  })
})

describe('the link to the customer’s record', () => {
  it('carries the number encoded', async () => {
    const house = await open({ crm: 'https://crm.example.net/?phone={number}&by=callboard' })
    ring(house, ['101'])
    await until(() => house.ana.last().length === 1)
    expect(house.ana.last()[0]?.link).toBe('https://crm.example.net/?phone=%2B49%20170%201234567&by=callboard')
  })

  it.each(['javascript:alert("{number}")', 'data:text/html,{number}', 'no link at all {number}', '{number}'])(
    'is none for %s',
    async (crm) => {
      const house = await open({ crm })
      ring(house, ['101'])
      await until(() => house.ana.last().length === 1)
      expect(house.ana.last()[0]?.link).toBeNull()
    },
  )
})
