import { describe, expect, test } from 'vitest'
import { type PhoneParts, phonesOf } from './phone'
import { aDevice, aMailbox, anEndpoint, anExtension, aPhoneChannel } from './testing/records'

const parts = (some: Partial<PhoneParts>): PhoneParts => ({
  ...{ extensions: [], endpoints: [], phoneChannels: [], devices: [], mailboxes: [] },
  ...some,
})
const phones = (some: Partial<PhoneParts>) => [...phonesOf(parts(some)).values()]

describe('a phone', () => {
  test('is an extension with its endpoint, what goes on there, and its mailbox', () => {
    const [phone, ...others] = phones({
      extensions: [anExtension('101', { status: 1 })],
      endpoints: [anEndpoint('101')],
      phoneChannels: [aPhoneChannel('101', '1.1'), aPhoneChannel('102', '1.2')],
      mailboxes: [aMailbox('101', { newMessages: 2 })],
    })
    expect(others).toEqual([])
    expect(phone).toMatchObject({ number: '101', kind: 'phone', states: ['onCall'], contexts: ['internal'] })
    expect(phone?.endpoints[0]?.name).toBe('101')
    expect(phone?.channels.map(({ uniqueid }) => uniqueid)).toEqual(['1.1'])
    expect(phone?.mailbox?.newMessages).toBe(2)
  })

  test('is an endpoint alone where no hint watches it; trunks are none', () => {
    const found = phones({
      extensions: [anExtension('101')],
      endpoints: [
        anEndpoint('101'),
        anEndpoint('door', { state: 'ringing' }),
        anEndpoint('carrier', { kind: 'trunk' }),
      ],
    })
    expect(found.map(({ number }) => number)).toEqual(['101', 'door'])
    expect(found[1]?.states).toEqual(['ringing'])
  })

  test('with several devices has the endpoints and calls of all', () => {
    const [phone] = phones({
      extensions: [anExtension('101', { hint: 'PJSIP/101&SIP/101soft,CustomPresence:101' })],
      endpoints: [anEndpoint('101'), anEndpoint('101soft', { technology: 'SIP' })],
      phoneChannels: [
        aPhoneChannel('101', '1.1', { state: 'talking' }),
        aPhoneChannel('x', '1.2', { endpoint: 'SIP/101soft', state: 'ringing' }),
      ],
    })
    expect(phone?.endpoints).toHaveLength(2)
    expect(phone?.channels.map(({ state }) => state)).toEqual(['ringing', 'talking'])
  })

  test('that stands in two contexts with the same hint is one', () => {
    const found = phones({ extensions: [anExtension('101'), anExtension('101', { context: 'hints' })] })
    expect(found.map(({ contexts }) => contexts)).toEqual([['internal', 'hints']])
  })
})

test('a hint on something that is no phone is a key', () => {
  const found = phones({
    extensions: [anExtension('*28', { hint: 'Custom:night' }), anExtension('701', { hint: 'park:701@parkedcalls' })],
  })
  expect(found.map(({ kind }) => kind)).toEqual(['key', 'key'])
})

test('patterns of hints are no phones', () => {
  expect(phones({ extensions: [anExtension('_1XX', { hint: 'PJSIP/1XX' })] })).toEqual([])
})

test('somebody does not want to be disturbed: by presence, or by a device of the hint named so', () => {
  const hint = 'PJSIP/102&Custom:DND102'
  const found = phones({
    extensions: [
      anExtension('101', { presence: { state: 'dnd', subtype: null, message: null } }),
      anExtension('102', { hint }),
      anExtension('103', { hint: 'PJSIP/103&Custom:DND103' }),
    ],
    devices: [aDevice('Custom:DND102', 'busy'), aDevice('Custom:DND103')],
  })
  expect(found.map(({ dnd }) => dnd)).toEqual([true, true, false])
})

test('what did not change keeps its identity', () => {
  const all = parts({
    extensions: [anExtension('101'), anExtension('102')],
    phoneChannels: [aPhoneChannel('101', '1.1')],
  })
  const before = phonesOf(all)
  const after = phonesOf({ ...all, phoneChannels: [...all.phoneChannels, aPhoneChannel('102', '1.2')] }, before)
  const [first, second] = [...before.keys()]
  expect(after.get(first ?? '')).toBe(before.get(first ?? ''))
  expect(after.get(second ?? '')).not.toBe(before.get(second ?? ''))
})
