import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '@/lib/domain/call'
import { systemClock } from '@/server/clock'
import { createDialHandlers } from '../dial/handlers'
import { DialLimits } from '../dial/limits'
import type { Handlers } from '../handler'
import { type House, openHouse, phoneOf, SETTINGS, somebody, until } from '../testing/house'
import { createCallHandlers } from './handlers'

const limits = new DialLimits(systemClock, () => SETTINGS.dial)
let house: House

beforeEach(async () => {
  house = await openHouse({ ...createCallHandlers(limits), ...createDialHandlers(limits) } as unknown as Handlers)
})
afterEach(() => house.close())

const BOSS = somebody('supervisor', { phones: [phoneOf('299')] })

function talking(): Call {
  const call = [...house.store.tables.calls.values()].find((one) => one.state === 'talking' && one.to?.channel)
  if (!call) throw new Error('nobody talks')
  return call
}

const stepsOf = (receipt: { steps: readonly { what: string }[] }) => receipt.steps.map(({ what }) => what)

test('a call that is hung up is gone, and seen to be', async () => {
  const { id } = talking()
  const receipt = await house.did(BOSS, { type: 'call.hangUp', call: id })
  expect([receipt.state, stepsOf(receipt)]).toEqual(['done', ['sent', 'accepted', 'seen']])
  await until(() => house.store.tables.calls.get(id) === undefined)
  expect(await house.did(BOSS, { type: 'call.hangUp', call: id })).toMatchObject({ state: 'failed', reason: 'gone' })
})

test('who is parked has a slot, and the receipt names it', async () => {
  const receipt = await house.did(BOSS, { type: 'call.park', call: talking().id, party: 'from' })
  expect(receipt).toMatchObject({
    state: 'done',
    steps: [{}, {}, { what: 'seen', detail: expect.stringMatching(/^7\d\d$/) }],
  })
})

test('a recording is started, muted, heard again and stopped, each seen in the events', async () => {
  const { id } = talking()
  const how = async (what: 'start' | 'stop' | 'mute' | 'unmute') =>
    (await house.did(BOSS, { type: 'call.record', call: id, how: what })).state
  for (const what of ['start', 'mute', 'unmute', 'stop'] as const) expect(await how(what)).toBe('done')
  expect(await how('stop')).toBe('failed')
})

test('a limit is read back from the PBX, and taken away', async () => {
  const { id } = talking()
  expect((await house.did(BOSS, { type: 'call.limit', call: id, seconds: 600 })).state).toBe('done')
  expect((await house.did(BOSS, { type: 'call.limit', call: id, seconds: 0 })).state).toBe('done')
})

test('both sides meet in a conference of their own', async () => {
  const receipt = await house.did(BOSS, { type: 'call.conference', call: talking().id })
  expect(receipt).toMatchObject({
    state: 'done',
    steps: [{}, {}, { what: 'seen', detail: expect.stringMatching(/^9\d{4}$/) }],
  })
})

test('nobody acts on a call without the right to, and agents on others’ calls not at all', async () => {
  const { id } = talking()
  const agent = somebody('agent', { phones: [phoneOf('299')] })
  for (const mode of ['listen', 'whisper', 'barge'] as const) {
    const receipt = await house.did(agent, { type: 'call.listen', call: id, party: 'to', mode })
    expect([receipt.state, receipt.steps]).toEqual(['failed', []])
  }
  const transfer = { type: 'call.transfer', call: id, by: 'from', to: '201' } as const
  expect((await house.did(agent, transfer)).reason).toBe('refusedByRights')
})

test('a transfer keeps to the rules of dialling', async () => {
  const refused = await house.did(BOSS, { type: 'call.transfer', call: talking().id, by: 'from', to: '0900 1234567' })
  expect(refused).toMatchObject({ reason: 'notPermitted', detail: 'premium', steps: [] })
  const injected = await house.did(BOSS, { type: 'call.transfer', call: talking().id, by: 'to', to: '201&PJSIP/x' })
  expect(injected).toMatchObject({ reason: 'invalidNumber', steps: [] })
})

test('a call that is refused says whom it was for, to those who may see numbers', async () => {
  const dial = { type: 'dial', to: '0900 1234567' } as const
  const phones = [phoneOf('299')]
  expect((await house.did(BOSS, dial)).subject.who).toBe(dial.to)
  expect((await house.did(somebody('agent', { phones }), dial)).subject.who).toBeNull()
})

test('a phone that is not one’s own, or a Local channel, is never dialled from', async () => {
  for (const phone of ['PJSIP/201', 'Local/1@internal', 'PJSIP/299&PJSIP/201']) {
    expect(await house.did(BOSS, { type: 'dial', to: '201', phone })).toMatchObject({ reason: 'noPhone', steps: [] })
  }
})
