import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '@/lib/protocol/commands'
import { systemClock } from '@/server/clock'
import { DialLimits } from './dial/limits'
import type { Handlers } from './handler'
import { createHouseHandlers } from './house-handlers'
import { type House, openHouse, phoneOf, SETTINGS, somebody, until } from './testing/house'

const BOSS = somebody('admin', { phones: [phoneOf('299')] })
let house: House

beforeEach(async () => {
  const limits = new DialLimits(systemClock, () => SETTINGS.dial)
  house = await openHouse(createHouseHandlers(limits) as unknown as Handlers)
})
afterEach(() => house.close())

const tables = () => house.store.tables
const stepsOf = ({ steps }: { steps: readonly { what: string }[] }) => steps.map(({ what }) => what).join(' ')
const room = () => [...tables().conferences.values()][0]?.id ?? ''
const guest = (number: string) => [...tables().participants.values()].find((one) => one.number === number)
const named = (family: 'endpoints' | 'registrations', name: string) =>
  [...tables()[family].values()].find((one) => one.name === name)?.id ?? ''

async function does(input: CommandInput) {
  const receipt = await house.did(BOSS, input)
  expect([input.type, receipt.reason, receipt.state]).toEqual([input.type, null, 'done'])
  return receipt
}

test('somebody in a conference is muted, heard again, and removed, each seen in the picture', async () => {
  const participant = guest('406')?.id ?? ''
  const muted = await does({ type: 'conference.mute', participant })
  expect([guest('406')?.muted, stepsOf(muted)]).toEqual([true, 'sent accepted seen'])
  expect(muted.subject).toMatchObject({ who: 'Αναστασία Νικολάου', value: '600' })
  expect(muted.undo).toEqual({ type: 'conference.unmute', participant })
  const again = await house.did(BOSS, { type: 'conference.mute', participant })
  expect(again).toMatchObject({ reason: 'changed', detail: expect.stringMatching(/^muted/), steps: [] })
  await does({ type: 'conference.unmute', participant })
  expect(guest('406')?.muted).toBe(false)
  await does({ type: 'conference.kick', participant })
  expect(guest('406')).toBeUndefined()
  expect((await house.did(BOSS, { type: 'conference.kick', participant })).reason).toBe('gone')
})

test('a conference is locked and opened, recorded into a file of its own and recorded no more', async () => {
  const conference = room()
  const is = () => tables().conferences.get(conference)
  const locked = await does({ type: 'conference.lock', conference })
  expect([is()?.locked, locked.undo]).toEqual([true, { type: 'conference.unlock', conference }])
  await does({ type: 'conference.unlock', conference })
  expect(is()?.locked).toBe(false)
  // It is recorded since before we looked, which only the PBX knows.
  expect(is()?.recording).toBeNull()
  const start = { type: 'conference.record', conference, how: 'start' } as const
  expect(await house.did(BOSS, start)).toMatchObject({ reason: 'changed', detail: expect.stringMatching(/^recorded/) })
  await does({ type: 'conference.record', conference, how: 'stop' })
  await does(start)
  expect(is()?.recording).toBe(true)
  expect(house.audit.at(-1)?.detail).toMatchObject({
    file: expect.stringMatching(/^board-.*-conference-600-\d{6}\.wav$/),
  })
  expect(await house.did(BOSS, start)).toMatchObject({ reason: 'changed', steps: [] })
  await does({ type: 'conference.record', conference, how: 'stop' })
  expect(is()?.recording).toBe(false)
})

test('an invitation keeps to the rules of dialling', async () => {
  const conference = room()
  for (const [to, reason, detail] of [
    ['112', 'notPermitted', 'emergency'],
    ['0900 1234567', 'notPermitted', 'premium'],
    ['201@elsewhere', 'invalidNumber', expect.anything()],
  ] as const)
    expect(await house.did(BOSS, { type: 'conference.invite', conference, to })).toMatchObject({
      reason,
      detail,
      steps: [],
    })
})

test('a text goes to a phone of the house and to no address of anybody’s own making', async () => {
  const text = (endpoint: string) => house.did(BOSS, { type: 'phone.text', pbx: 'demo', endpoint, text: 'Hello' })
  for (const endpoint of ['PJSIP/202', 'PJSIP/201'])
    expect(await text(endpoint)).toMatchObject({ state: 'done', detail: 'unconfirmed' })
  for (const endpoint of ['PJSIP/201/sip:any@host', 'PJSIP/carrier', 'Local/201@internal', 'PJSIP/999'])
    expect(await text(endpoint)).toMatchObject({ reason: 'gone', steps: [] })
})

test('a trunk is unregistered, and registered anew', async () => {
  const registration = named('registrations', 'carrier')
  const off = await does({ type: 'trunk.unregister', registration })
  expect(off.undo).toEqual({ type: 'trunk.register', registration })
  await until(() => tables().registrations.get(registration)?.state === 'unregistered')
  await does({ type: 'trunk.register', registration })
  await until(() => tables().registrations.get(registration)?.state === 'registered')
})
