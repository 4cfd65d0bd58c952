import { describe, expect, test } from 'vitest'
import { aViewer } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import type { Situation } from '@/components/supervise/actions/why-not'
import type { Call } from '@/lib/domain/call'
import { callId, extensionId } from '@/lib/domain/ids'
import type { Role } from '@/lib/domain/rights'
import { aCall, aMailbox, anEndpoint, anExtension, aPhoneChannel, byId, NOW, PBX } from '@/lib/domain/testing/records'
import { callsAt, type Known } from './carry'
import { commandOf, ownPhoneAt, type PhoneAction, textTarget, whyNotPhone, whyNotThere } from './phone-actions'
import { NO_HOUSE, PhonesBoard } from './phones-board'
import { USUAL_VIEW } from './phones-view'

const OWN = { pbx: PBX, interface: 'PJSIP/201', exten: '201', label: null }
const outside = aCall('1.1', {
  from: { number: '+49 30 5550117', name: 'Tom O’Brien', channel: 'PJSIP/trunk-0001' },
  to: { number: '101', name: 'Anna', channel: 'PJSIP/101-0002' },
})
const mine = aCall('2.1', {
  from: { number: '+7 495 5550118', name: 'Пётр', channel: 'PJSIP/trunk-0003' },
  to: { number: '201', name: 'Marta', channel: 'PJSIP/201-0004' },
})

function scene(role: Role = 'supervisor', live = true, myCalls: Call[] = []) {
  const cache = new FixtureCache(
    {
      extensions: byId([
        anExtension('101', { status: 1 }),
        anExtension('102', { status: 8 }),
        anExtension('103'),
        anExtension('201'),
        anExtension('door', { hint: 'IAX2/door' }),
      ]),
      endpoints: byId([anEndpoint('101'), anEndpoint('door', { technology: 'IAX2' })]),
      phoneChannels: byId([
        aPhoneChannel('101', '1.2', { call: outside.id }),
        aPhoneChannel('102', '1.3', { state: 'ringing' }),
      ]),
      calls: byId([outside]),
      mailboxes: byId([aMailbox('103')]),
    },
    NOW,
  )
  const board = new PhonesBoard({ cache, compare: () => 0 }, USUAL_VIEW, { ...NO_HOUSE, own: [OWN] })
  const known: Known = {
    call: (id) => cache.record('calls', id),
    queue: () => undefined,
    mine: myCalls.map((call) => ({
      ...{ call, interface: 'PJSIP/201', side: 'to', waited: null, previous: null, link: null },
    })),
  }
  const at: Situation = { viewer: aViewer(role, { phones: [OWN] }), live, abilities: null }
  const row = (exten: string) => {
    const found = board.row(extensionId(PBX, exten, 'internal'))
    if (!found) throw new Error(`There is no phone ${exten}`)
    return found
  }
  const why = (action: PhoneAction, exten: string) => whyNotPhone(action, row(exten), known, at)?.reason ?? null
  return { known, at, row, why }
}

describe('a supervisor', () => {
  test.each([
    ['call', '103', null],
    ['call', '201', 'ownPhone'],
    ['call', 'door', 'noNumber'],
    ['pickUp', '102', null],
    ['pickUp', '103', 'notRinging'],
    ['leaveMessage', '103', null],
    ['leaveMessage', '101', 'noMailbox'],
    ['text', '101', null],
    ['text', '103', null],
    ['text', 'door', 'noText'],
    ['carry', '101', null],
    ['carry', '103', 'noCall'],
    ['listen', '101', null],
    ['listen', '103', 'noCall'],
    ['transferHere', '103', 'noCallOfMine'],
  ] as const)('%s at %s: %s', (action, exten, reason) => {
    expect(scene().why(action, exten)).toBe(reason)
  })

  test('sends a call of one’s own to any phone but where it is', () => {
    const { why } = scene('supervisor', true, [mine])
    expect([why('transferHere', '103'), why('transferHere', '102')]).toEqual([null, null])
  })

  test('can do nothing while the picture is not live', () => {
    const { why } = scene('supervisor', false)
    expect([why('call', '103'), why('pickUp', '102'), why('carry', '101')]).toEqual(['notLive', 'notLive', 'notLive'])
  })
})

test('an agent is offered neither listening nor others’ calls', () => {
  const { why } = scene('agent')
  expect([why('listen', '101'), why('carry', '103'), why('call', '103')]).toEqual([
    ...(['refusedByRights', 'refusedByRights', null] as const),
  ])
})

test('a display does nothing at all', () => {
  const { why } = scene('display')
  expect([why('call', '103'), why('pickUp', '102'), why('text', '101')]).toEqual(Array(3).fill('refusedByRights'))
})

describe('a call that is carried', () => {
  test('goes with whoever is at the other end of the phone', () => {
    const { row, known } = scene()
    expect(callsAt(row('101'), known)).toEqual([{ call: outside, by: 'to', who: 'Tom O’Brien' }])
  })

  test('cannot be put down where it is, at another PBX, or where there is no number', () => {
    const { row, known } = scene()
    const [carried] = callsAt(row('101'), known)
    if (!carried) throw new Error('There is a call')
    expect(whyNotThere(carried, row('101'))?.reason).toBe('isThere')
    expect(whyNotThere(carried, row('door'))?.reason).toBe('noNumber')
    expect(whyNotThere(carried, row('103'))).toBeNull()
    const elsewhere = { ...carried, call: { ...carried.call, id: callId(PBX, 'x'), pbx: 'other' as typeof PBX } }
    expect(whyNotThere(elsewhere, row('103'))?.reason).toBe('otherPbx')
  })
})

test('commands name records of the picture', () => {
  const { row, known } = scene()
  expect(commandOf('call', row('103'), known, null)).toEqual({ type: 'dial', to: '103', phone: null })
  expect(commandOf('pickUp', row('102'), known, null)).toEqual({
    ...{ type: 'phone.pickUp', channel: aPhoneChannel('102', '1.3').id, phone: null },
  })
  expect(commandOf('listen', row('101'), known, null)).toEqual({
    ...{ type: 'call.listen', call: outside.id, party: 'to', mode: 'listen', phone: null },
  })
})

test('one’s phone of the same PBX rings', () => {
  const phones = [OWN, { ...OWN, pbx: 'branch', interface: 'SIP/9' }]
  expect([ownPhoneAt(PBX, phones), ownPhoneAt('branch', phones), ownPhoneAt('none', phones)]).toEqual([
    ...[null, 'SIP/9', null],
  ])
})

test('a text goes to the endpoint as Asterisk writes it', () => {
  expect(textTarget(scene().row('101').phone)).toBe('PJSIP/101')
})
