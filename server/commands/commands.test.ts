import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CommandInput } from '@/lib/protocol/commands'
import type { Receipt } from '@/lib/protocol/receipts'
import { AmiError } from '@/server/ami/ami-error'
import type { Handlers } from './handler'
import { queueHandlers } from './handlers'
import { type House, openHouse, somebody, until } from './testing/house'

const boss = somebody('supervisor', { name: 'boss' })
const other = somebody('supervisor', { name: 'other' })
const agent = { pbx: 'demo', interface: 'PJSIP/201' }
const pause = (reason: string): CommandInput => ({ type: 'agent.pause', agent, queue: null, reason })
const unpause: CommandInput = { type: 'agent.unpause', agent, queue: null }
const ORIGIN = { address: '127.0.0.1', via: 'page' } as const
let house: House

beforeAll(async () => {
  house = await openHouse(queueHandlers as unknown as Handlers)
})
afterAll(() => house.close())

/** Holds what is sent back until it is let go. */
function holdBack(): () => void {
  const send = house.door.send.bind(house.door)
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  vi.spyOn(house.door, 'send').mockImplementation(async (action) => {
    await gate
    return send(action)
  })
  return () => {
    letGo()
    vi.restoreAllMocks()
  }
}

describe('two at once', () => {
  it('of whom the second wants it otherwise: the second is told by whom and when, and changes nothing', async () => {
    const letGo = holdBack()
    const both = [house.did(boss, pause('meeting')), house.did(other, pause('lunch'))] as const
    letGo()
    const [first, second] = await Promise.all(both)
    expect([first.state, second.state, second.reason]).toEqual(['done', 'failed', 'changed'])
    expect(second.detail).toMatch(/^boss, \d\d:\d\d:\d\d$/)
    const [member] = [...house.store.tables.members.values()].filter((one) => one.interface === agent.interface)
    expect(member?.pausedReason).toBe('meeting')
  })

  it('who wants it otherwise later may', async () => {
    expect((await house.did(other, pause('lunch'))).state).toBe('done')
    expect((await house.did(boss, unpause)).state).toBe('done')
  })

  it('who asks for what is so already is told who made it so', async () => {
    const again = await house.did(other, unpause)
    expect([again.reason, again.detail]).toEqual(['changed', expect.stringMatching(/^boss, /)])
  })
})

describe('receipts', () => {
  it('are told at every step, each a record of its own that never changes', async () => {
    const told: Receipt[] = []
    const stop = house.commands.onReceipt((accountId, receipt) => {
      if (accountId === 'boss') told.push(receipt)
    })
    const last = await house.did(boss, pause('steps'))
    stop()
    expect(told.map(({ steps }) => steps.at(-1)?.what ?? null)).toEqual([null, 'sent', 'accepted', 'seen', 'seen'])
    expect(told.every((receipt) => Object.isFrozen(receipt))).toBe(true)
    expect(told.at(-1)).toBe(last)
    await house.did(boss, unpause)
  })

  it('belong to whoever acted', async () => {
    const { id } = await house.did(boss, pause('mine'))
    expect(house.commands.receipt('other', id)).toBeNull()
    expect(house.commands.receipts('boss')[0]?.id).toBe(id)
    await house.did(boss, unpause)
  })

  it('tell the PBX’s own words when it refuses', async () => {
    vi.spyOn(house.door, 'send').mockRejectedValue(new AmiError('rejected', 'Interface not found'))
    const receipt = await house.did(boss, pause('refused'))
    vi.restoreAllMocks()
    expect([receipt.reason, receipt.detail]).toEqual(['refusedByPbx', 'Interface not found'])
    expect(receipt.steps.map(({ what }) => what)).toEqual(['sent'])
  })

  it('a fault of ours is told as such, and written down', async () => {
    vi.spyOn(house.door, 'send').mockRejectedValue(new TypeError('x is not a function'))
    const receipt = await house.did(boss, pause('fault'))
    vi.restoreAllMocks()
    expect([receipt.state, receipt.reason]).toEqual(['failed', 'internal'])
    await until(() => house.audit.at(-1)?.result === 'failed')
    expect(house.audit.at(-1)).toMatchObject({ action: 'agent.pause', detail: { reason: 'internal' } })
  })
})

describe('the audit log', () => {
  it('names phone, reason and time that were asked, and whoever asked what does not exist', async () => {
    await house.did(boss, { ...pause('lunch'), seconds: 600 } as CommandInput)
    const asked = house.audit.find((line) => line.detail.seconds === 600)
    expect(asked).toMatchObject({ actor: 'boss', result: 'asked', detail: { interface: 'PJSIP/201', reason: 'lunch' } })
    await house.did(boss, unpause)
    await house.did(boss, { type: 'caller.hangUp', caller: 'demo|never' })
    expect(house.audit.at(-1)).toMatchObject({ result: 'failed', detail: { caller: 'demo|never', reason: 'gone' } })
  })
})

describe('cancel', () => {
  it('of what is over, or of another’s, ends nothing', async () => {
    const { id } = await house.did(boss, pause('over'))
    for (const by of [boss, other]) {
      const receipt = await house.did(by, { type: 'cancel', receipt: id })
      expect([receipt.state, receipt.reason]).toEqual(['failed', 'gone'])
    }
    await house.did(boss, unpause)
  })
})

it('at the end, what still runs is told to be unknown, and the log is complete', async () => {
  const own = await openHouse(queueHandlers as unknown as Handlers)
  const id = crypto.randomUUID()
  vi.spyOn(own.door, 'send').mockResolvedValue({} as never)
  await own.commands.run(boss, id, { type: 'agent.pause', agent, queue: null, reason: 'end', seconds: null }, ORIGIN)
  await until(() => own.commands.receipt('boss', id)?.steps.at(-1)?.what === 'accepted')
  await own.commands.close()
  expect(own.commands.receipt('boss', id)).toMatchObject({ state: 'failed', reason: 'linkLost' })
  expect(own.audit.at(-1)).toMatchObject({ ref: id, result: 'failed' })
  await own.close()
})
