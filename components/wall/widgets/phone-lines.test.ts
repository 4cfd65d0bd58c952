import { expect, test } from 'vitest'
import { phonesOf } from '@/lib/domain/phone'
import { aMember, anEndpoint, anExtension, aPhoneChannel, NOW } from '@/lib/domain/testing/records'
import { phoneCounts, phoneLines } from './phone-lines'

const phones = [
  ...phonesOf({
    extensions: [
      anExtension('101', { status: 1 }),
      anExtension('102', { status: 17 }),
      anExtension('103', { status: 9 }),
      anExtension('104', { status: 4 }),
      anExtension('105'),
    ],
    endpoints: [anEndpoint('104', { reach: 'unreachable', reachSince: NOW - 60_000 }), anEndpoint('105')],
    phoneChannels: [
      aPhoneChannel('101', '1.1', { since: NOW - 5000 }),
      aPhoneChannel('102', '1.2', { since: NOW - 9000 }),
      aPhoneChannel('103', '1.3', { state: 'ringing' }),
    ],
    devices: [],
    mailboxes: [],
  }).values(),
]

test('phones are counted by what they do', () => {
  expect(phoneCounts(phones)).toEqual({ ready: 1, onCall: 2, ringing: 1, unavailable: 1 })
})

test('those in trouble come first, then those that ring, then the longest calls', () => {
  const lines = phoneLines(phones, [aMember('support', '101', { name: 'Anna Petrova' })])
  expect(lines.map(({ kind, number, name }) => [kind, number, name])).toEqual([
    ['unreachable', '104', null],
    ['ringing', '103', null],
    ['onCall', '102', null],
    ['onCall', '101', 'Anna Petrova'],
  ])
})
