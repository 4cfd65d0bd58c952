import { expect, test } from 'vitest'
import { HOUSE_FIGURES, type House, houseRecords, mayOpenOfHouse } from './house-figure'
import { endpointId } from './ids'
import { PERMISSIONS_OF_ROLE, type Role } from './rights'
import { aMailbox, aMember, anEndpoint, anExtension, aPhoneChannel, NOW, PBX } from './testing/records'
import { aConference, aParkedCall, aParticipant, aTrunk } from './testing/rooms'

const HOUSE: House = {
  extensions: [anExtension('101', { status: 1 }), anExtension('102', { status: 4 })],
  endpoints: [
    anEndpoint('101'),
    anEndpoint('102', { reach: 'unreachable', reachSince: NOW - 5000 }),
    aTrunk('carrier', { channels: 2, label: 'Carrier' }),
    aTrunk('backup', { channels: 1 }),
  ],
  phoneChannels: [
    aPhoneChannel('101', '1.1', { since: NOW - 1000 }),
    aPhoneChannel('carrier', '1.2'),
    aPhoneChannel('CARRIER', '1.3'),
    aPhoneChannel('backup', '1.4'),
  ],
  members: [aMember('support', '101', { name: 'Anna' })],
  parkedCalls: [aParkedCall('701')],
  conferences: [aConference('600'), aConference('700')],
  participants: [aParticipant('600', 'Anna'), aParticipant('600', 'Bob'), aParticipant('700', 'Eve')],
  mailboxes: [aMailbox('101', { newMessages: 3 }), aMailbox('102', { newMessages: 2 }), aMailbox('103')],
}

const told = (figure: (typeof HOUSE_FIGURES)[number], of: string | null = null) => houseRecords(figure, of, HOUSE)

test('each figure is the count of its records, or of what lies in them', () => {
  expect(HOUSE_FIGURES.map((figure) => [figure, told(figure).value])).toEqual([
    ...[['parked', 1] as const, ['rooms', 2] as const, ['participants', 3] as const, ['messages', 5] as const],
    ...[['channels', 3] as const, ['phones.ready', 0] as const, ['phones.onCall', 1] as const],
    ...[['phones.ringing', 0] as const, ['phones.unavailable', 1] as const],
  ])
})

test('a room, a mailbox and a trunk have theirs alone', () => {
  const room = aConference('600').id
  expect(told('participants', room).participants.map(({ name, room }) => [name, room])).toEqual([
    ['Anna', '600'],
    ['Bob', '600'],
  ])
  expect(told('messages', aMailbox('102').id)).toMatchObject({
    value: 2,
    mailboxes: [{ mailbox: '102@default' }],
  })
  const channels = told('channels', endpointId(PBX, 'PJSIP', 'carrier'))
  expect([channels.value, channels.channels.map(({ trunk }) => trunk)]).toEqual([2, ['Carrier', 'Carrier']])
  expect(told('participants', 'gone')).toMatchObject({ value: 0, participants: [] })
})

test('rooms tell how many are in them, phones whose they are and since when', () => {
  expect(told('rooms').rooms.map(({ name, people }) => [name, people])).toEqual([
    ['600', 2],
    ['700', 1],
  ])
  expect(told('phones.onCall').phones).toMatchObject([{ number: '101', name: 'Anna', since: NOW - 1000 }])
  expect(told('phones.unavailable').phones).toMatchObject([{ number: '102', name: null, since: NOW - 5000 }])
})

test('they open to those who see history and every part that tells', () => {
  const opened = (role: Role, ...without: string[]) => {
    const granted = PERMISSIONS_OF_ROLE[role].filter((one) => !without.includes(one))
    const permissions = Object.fromEntries(granted.map((name) => [name, null]))
    return HOUSE_FIGURES.filter((figure) => mayOpenOfHouse({ permissions }, figure))
  }
  expect(opened('supervisor')).toEqual(HOUSE_FIGURES)
  expect(opened('supervisor', 'phones.see')).toEqual(['parked', 'rooms', 'participants', 'messages'])
  expect(opened('supervisor', 'history.see')).toEqual([])
  expect(opened('display')).toEqual([])
})
