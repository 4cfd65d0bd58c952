import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '@/lib/domain/testing/hostile-texts'
import type { CommandInput } from '@/lib/protocol/commands'
import type { Handlers } from './handler'
import { queueHandlers } from './handlers'
import { type House, openHouse, phoneOf, somebody, until } from './testing/house'

const boss = somebody('supervisor', { name: 'boss', phones: [phoneOf('299')] })
let house: House

beforeAll(async () => {
  house = await openHouse(queueHandlers as unknown as Handlers)
})
afterAll(() => house.close())

const members = () => [...house.store.tables.members.values()]
const callers = (queue = 'support') =>
  [...house.store.tables.callers.values()]
    .filter((caller) => house.store.tables.queues.get(caller.queue)?.name === queue)
    .sort((one, other) => one.position - other.position)
const queueId = (name: string) => [...house.store.tables.queues.values()].find((queue) => queue.name === name)?.id ?? ''
const pbxQueue = (name: string) => house.simulator.snapshot().queues[name]
const agent = (phone: string) => ({ pbx: 'demo', interface: `PJSIP/${phone}` })
const failure = (receipt: { state: string; reason: string | null }) => [receipt.state, receipt.reason]

describe('agents', () => {
  it('are paused in all their queues with a reason, and the PBX has it so', async () => {
    const receipt = await house.did(boss, { type: 'agent.pause', agent: agent('201'), queue: null, reason: 'lunch' })
    expect(receipt.steps.map(({ what }) => what)).toEqual(['sent', 'accepted', 'seen'])
    expect([receipt.state, receipt.undo?.type]).toEqual(['done', 'agent.unpause'])
    expect(pbxQueue('support')?.members['PJSIP/201']).toMatchObject({ paused: true })
  })

  it('that are paused for this reason already are left alone, and it is said so', async () => {
    const again = { type: 'agent.pause', agent: agent('201'), queue: null, reason: 'lunch' } as const
    expect(failure(await house.did(somebody('supervisor', { name: 'other' }), again))).toEqual(['failed', 'changed'])
  })

  it('go on by the undo of their pause', async () => {
    const receipt = await house.did(boss, { type: 'agent.unpause', agent: agent('201'), queue: null })
    expect(receipt.state).toBe('done')
    expect(pbxQueue('support')?.members['PJSIP/201']).toMatchObject({ paused: false })
    expect(receipt.undo).toMatchObject({ type: 'agent.pause', reason: 'lunch' })
  })

  it('are lent to a queue for a time, which says when it reverts and by what', async () => {
    const receipt = await house.did(boss, {
      ...{ type: 'agent.add', agent: agent('201'), queue: queueId('sales'), penalty: 2, seconds: 1800 },
    } as CommandInput)
    expect(receipt.steps.map(({ what }) => what)).toContain('reverts')
    expect(pbxQueue('sales')?.members['PJSIP/201']).toBeDefined()
    expect(house.reversions.at(-1)).toMatchObject({ command: { type: 'agent.remove' }, expects: { isMember: true } })
  })

  it('change their penalty, and the undo knows the one before', async () => {
    const queue = queueId('sales')
    const receipt = await house.did(boss, { type: 'agent.penalty', agent: agent('201'), queue, penalty: 5 })
    expect(receipt.undo).toMatchObject({ type: 'agent.penalty', penalty: 2 })
    expect(members().find((one) => one.queue === queue && one.interface === 'PJSIP/201')?.penalty).toBe(5)
  })

  it('may ring while they talk', async () => {
    const queue = queueId('sales')
    const receipt = await house.did(boss, { type: 'agent.ringInUse', agent: agent('201'), queue, ringInUse: true })
    expect(receipt.state).toBe('done')
    expect(members().find((one) => one.queue === queue && one.interface === 'PJSIP/201')?.ringInUse).toBe(true)
  })

  it('leave a queue, unless Asterisk’s own file keeps them there', async () => {
    const queue = queueId('sales')
    const left = await house.did(boss, { type: 'agent.remove', agent: agent('201'), queue })
    expect([left.state, left.undo?.type]).toEqual(['done', 'agent.add'])
    expect(pbxQueue('sales')?.members['PJSIP/201']).toBeUndefined()
    const fixed = members().find(({ membership }) => membership === 'static')
    if (!fixed) return
    const kept = await house.did(boss, {
      ...{ type: 'agent.remove', agent: { pbx: fixed.pbx, interface: fixed.interface }, queue: fixed.queue },
    } as CommandInput)
    expect(failure(kept)).toEqual(['failed', 'unsupported'])
  })

  it('nobody knows are not there', async () => {
    const receipt = await house.did(boss, { type: 'agent.add', agent: agent('nobody'), queue: queueId('sales') })
    expect(failure(receipt)).toEqual(['failed', 'gone'])
  })
})

describe('waiting callers', () => {
  it('move up by one place, and the picture follows the PBX', async () => {
    const [, second] = callers()
    const receipt = await house.did(boss, { type: 'caller.moveUp', caller: second?.id ?? '' })
    expect([receipt.state, receipt.subject.value]).toEqual(['done', '1'])
    expect(callers()[0]?.id).toBe(second?.id)
  })

  it('that are first already stay', async () => {
    expect(failure(await house.did(boss, { type: 'caller.moveUp', caller: callers()[0]?.id ?? '' }))).toEqual([
      'failed',
      'changed',
    ])
  })

  it('go to another queue', async () => {
    const last = callers().at(-1)
    const receipt = await house.did(boss, {
      type: 'caller.moveToQueue',
      caller: last?.id ?? '',
      queue: queueId('sales'),
    })
    expect(receipt.state).toBe('done')
    expect(callers('sales').map(({ uniqueid }) => uniqueid)).toContain(last?.uniqueid)
  })

  it('go to no queue that has no extension in the settings', async () => {
    const [caller] = callers()
    const receipt = await house.did(boss, {
      type: 'caller.moveToQueue',
      caller: caller?.id ?? '',
      queue: queueId('night'),
    })
    expect([...failure(receipt), receipt.detail]).toEqual(['failed', 'notConfigured', 'routes.queueExtens.night'])
  })

  it('are withdrawn and hung up', async () => {
    const [first, second] = callers()
    const withdrawn = await house.did(boss, { type: 'caller.withdraw', caller: first?.id ?? '' })
    const hungUp = await house.did(boss, { type: 'caller.hangUp', caller: second?.id ?? '' })
    expect([withdrawn.state, hungUp.state]).toEqual(['done', 'done'])
    const left = callers().map(({ id }) => id)
    expect([left.includes(first?.id as never), left.includes(second?.id as never)]).toEqual([false, false])
  })

  it('cannot be taken without a phone of one’s own', async () => {
    const nobody = somebody('supervisor', { name: 'phoneless' })
    expect(failure(await house.did(nobody, { type: 'caller.take', caller: callers()[0]?.id ?? '' }))).toEqual([
      'failed',
      'noPhone',
    ])
  })
})

it('a phone that cannot be reached takes no caller: the caller would be lost', async () => {
  const dead = [...house.store.tables.devices.values()].find(({ state }) => state === 'unavailable')
  const phone = { ...phoneOf(''), interface: dead?.device ?? '', exten: '299' }
  const me = somebody('supervisor', { name: 'away', phones: [phone] })
  const [caller] = house.store.tables.callers.values()
  const receipt = await house.did(me, { type: 'caller.take', caller: caller?.id ?? '' })
  expect([...failure(receipt), receipt.steps]).toEqual(['failed', 'unreachable', []])
})

describe('queues', () => {
  it('begin to count anew', async () => {
    expect((await house.did(boss, { type: 'queue.reset', queue: queueId('support') })).state).toBe('done')
    expect(pbxQueue('support')?.completed).toBe(0)
  })

  it('are read again from their file', async () => {
    expect((await house.did(boss, { type: 'queue.reload', queue: queueId('support') })).state).toBe('done')
  })
})

describe('the door', () => {
  const pause = (reason: string | null, phone = '201'): CommandInput => ({
    ...({ type: 'agent.pause', agent: agent(phone), queue: null, reason } as const),
  })

  it('does one command once, however often it is asked under the same id', async () => {
    const id = crypto.randomUUID()
    const lines = house.audit.length
    const [one, other] = await Promise.all([house.did(boss, pause('once'), id), house.did(boss, pause('once'), id)])
    expect(other).toBe(one)
    expect(house.audit.length - lines).toBe(2)
    await house.did(boss, { type: 'agent.unpause', agent: agent('201'), queue: null })
  })

  it('lets one of two supervisors win, and tells the other', async () => {
    const other = somebody('supervisor', { name: 'other' })
    const both = await Promise.all([house.did(boss, pause('meeting')), house.did(other, pause('meeting'))])
    expect(both.map(({ state }) => state).sort()).toEqual(['done', 'failed'])
    expect(both.find(({ state }) => state === 'failed')?.reason).toBe('changed')
    await house.did(boss, { type: 'agent.unpause', agent: agent('201'), queue: null })
  })

  it('refuses whoever may not, and writes it down', async () => {
    const receipt = await house.did(somebody('agent', { name: 'anna' }), pause('lunch'))
    expect(failure(receipt)).toEqual(['failed', 'refusedByRights'])
    expect(house.audit.at(-1)).toMatchObject({ actor: 'anna', result: 'refused', action: 'agent.pause' })
    expect(pbxQueue('support')?.members['PJSIP/201']).toMatchObject({ paused: false })
  })

  it('lets agents pause themselves', async () => {
    const me = somebody('agent', { name: 'bob', phones: [phoneOf('201')] })
    expect((await house.did(me, pause('lunch'))).state).toBe('done')
    expect((await house.did(me, { type: 'agent.unpause', agent: agent('201'), queue: null })).state).toBe('done')
  })

  it('knows nothing of queues that one does not see', async () => {
    const sales = somebody('supervisor', { name: 'sales', queues: ['sales'] })
    const receipt = await house.did(sales, { type: 'queue.reset', queue: queueId('support') })
    expect(failure(receipt)).toEqual(['failed', 'gone'])
  })

  it('does nothing that cannot be written down', async () => {
    house.state.auditFails = true
    const receipt = await house.did(boss, pause('unseen'))
    house.state.auditFails = false
    expect(failure(receipt)).toEqual(['failed', 'notAudited'])
    expect(pbxQueue('support')?.members['PJSIP/201']).toMatchObject({ paused: false })
  })

  it('writes what is asked before, and what came of it after', async () => {
    const receipt = await house.did(boss, pause('audited'))
    expect(house.audit.slice(-2).map(({ result, ref }) => [result, ref])).toEqual([
      ['asked', receipt.id],
      ['done', receipt.id],
    ])
    await house.did(boss, { type: 'agent.unpause', agent: agent('201'), queue: null })
  })

  it.each(Object.entries(HOSTILE_TEXTS))('a reason of %s arrives as it is, or nothing is sent', async (_name, text) => {
    const parsed = await house.did(boss, pause(text)).catch(() => null)
    const paused = pbxQueue('support')?.members['PJSIP/201']
    if (parsed === null || parsed.state === 'failed') expect(paused).toMatchObject({ paused: false })
    else {
      expect(members().find(({ interface: name }) => name === 'PJSIP/201')?.pausedReason).toBe(text.trim())
      await house.did(boss, { type: 'agent.unpause', agent: agent('201'), queue: null })
    }
  })

  it('tells what the PBX offers', async () => {
    const [abilities] = house.commands.abilities()
    expect(abilities?.commands).toMatchObject({ 'agent.pause': null, 'caller.withdraw': null })
  })

  it('sends nothing while the link is lost', async () => {
    house.simulator.goSilent?.()
    await until(() => true)
    house.simulator.reset()
    await until(() => !house.door.isLive)
    expect(failure(await house.did(boss, pause('too late')))).toEqual(['failed', 'notLive'])
  })
})
