import { beforeEach, describe, expect, test } from 'vitest'
import { contactId, endpointId } from '@/lib/domain/ids'
import type { Reach, Technology } from '@/lib/domain/line'
import type { LineEvent } from '@/server/events/line-event'
import { Scenario } from './testing/scenario'

let pbx: Scenario

beforeEach(() => {
  pbx = new Scenario()
})

type Listed = Omit<Extract<LineEvent, { type: 'endpointListed' }>, 'type' | 'at'>

const uriOf = (name: string) => `sip:${name}@192.0.2.1:5060`

function list(name: string, fields: Partial<Listed> = {}) {
  const contacts = [{ aor: name, uri: uriOf(name) }]
  const rest = { state: 'notInUse', signsIn: false, outboundAuths: [] } as const
  return pbx.tell({ type: 'endpointListed', listed: true, name, aors: [name], contacts, ...rest, ...fields })
}

function contact(name: string, reach: Reach, fields: { listed?: boolean; roundTripMs?: number; uri?: string } = {}) {
  const told = { listed: false, roundTripMs: null, uri: uriOf(name), userAgent: undefined, ...fields }
  return pbx.tell({ type: 'contactPut', aor: name, endpoint: name, reach, ...told })
}

function endpoint(name: string, technology: Technology = 'PJSIP') {
  return pbx.flush().tables.endpoints.get(endpointId(pbx.tables.pbx, technology, name))
}

describe('an endpoint', () => {
  test('can be had where the best of its contacts can', () => {
    list('101', {
      contacts: [
        { aor: '101', uri: uriOf('101') },
        { aor: '101', uri: 'sip:101@far' },
      ],
    })
    expect(endpoint('101')).toMatchObject({ reach: 'unknown', reachSince: null })
    contact('101', 'unreachable', { listed: true })
    contact('101', 'reachable', { listed: true, uri: 'sip:101@far', roundTripMs: 20 })
    expect(endpoint('101')).toMatchObject({ reach: 'reachable', roundTripMs: 20, address: 'far' })
    contact('101', 'reachable', { roundTripMs: 5 })
    expect(endpoint('101')).toMatchObject({ roundTripMs: 5, address: '192.0.2.1:5060', reachSince: null })
  })

  test('is lost at the moment when the last of them is, and has not registered when all are gone', () => {
    list('101')
    contact('101', 'reachable', { listed: true }).flush()
    contact('101', 'unreachable').after(0)
    const lost = pbx.now
    expect(endpoint('101')).toMatchObject({ reach: 'unreachable', reachSince: lost, roundTripMs: null })
    pbx.after(9).tell({ type: 'contactRemoved', aor: '101', uri: uriOf('101') })
    expect(endpoint('101')).toMatchObject({ reach: 'unregistered', reachSince: pbx.now, address: null })
    expect(pbx.tables.contacts.size).toBe(0)
  })

  test('that has no AOR only ever calls in, and is not missed', () => {
    list('carrier', { aors: [], contacts: [] })
    expect(endpoint('carrier')).toMatchObject({ reach: 'unmonitored' })
  })

  test('has the contacts that its list names and no others, except where the list is cut', () => {
    list('101')
    list('101', { contacts: [{ aor: '101', uri: 'sip:new' }] })
    expect([...pbx.tables.contacts.values()].map(({ uri }) => uri)).toEqual(['sip:new'])
    list('101', { contacts: null })
    expect(pbx.tables.contacts.size).toBe(1)
  })

  test('has the state of its device, and until that is told the one of the list', () => {
    list('101', { state: 'unavailable' })
    expect(endpoint('101')?.state).toBe('unavailable')
    pbx.tell({ type: 'devicePut', device: 'PJSIP/101', state: 'ringing' })
    expect(endpoint('101')?.state).toBe('ringing')
  })

  test('counts its channels as they come, change their names and go', () => {
    list('carrier')
    pbx.channel('1', 'PJSIP/carrier').channel('2', 'PJSIP/Carrier').channel('3', 'PJSIP/101')
    expect(endpoint('carrier')?.channels).toBe(2)
    pbx.tell({ type: 'channelRenamed', uniqueid: '2', name: 'PJSIP/101-00000009' }).hangUp('1')
    expect(endpoint('carrier')?.channels).toBe(0)
  })

  test('has the limit of the configuration, else its own', () => {
    for (const name of ['carrier', 'configured']) {
      list(name).tell({ type: 'endpointDetailed', listed: true, name, busyAt: 4, mailboxes: [] })
    }
    expect(endpoint('carrier')).toMatchObject({ maxChannels: 4, label: null })
    expect(endpoint('configured')).toMatchObject({ maxChannels: 30, label: 'The carrier' })
  })

  test('that is gone takes its contacts along', () => {
    list('101').flush().tell({ type: 'endpointRemoved', technology: 'PJSIP', name: '101' })
    expect(endpoint('101')).toBeUndefined()
    expect(pbx.tables.contacts.size).toBe(0)
  })
})

test('a contact of an endpoint that was not told is not taken for the whole', () => {
  contact('101', 'reachable')
  expect(pbx.tables.contacts.size).toBe(0)
})

test('a contact keeps what an event does not say', () => {
  list('101')
  const told = { aor: '101', endpoint: '101', uri: uriOf('101') }
  pbx.tell({ type: 'contactPut', ...told, listed: true, reach: 'reachable', roundTripMs: 3, userAgent: 'Desk phone' })
  contact('101', 'unknown')
  const known = pbx.tables.contacts.get(contactId(pbx.tables.pbx, '101', uriOf('101')))
  expect(known).toMatchObject({ reach: 'reachable', roundTripMs: 3, userAgent: 'Desk phone', since: null })
})

describe('a phone or a trunk?', () => {
  test.each([
    ['called like an extension', () => list('205'), '205', 'phone'],
    ['that signs in here', () => list('anna', { signsIn: true }), 'anna', 'phone'],
    ['named by a hint', () => hint('door'), 'door', 'phone'],
    ['named by a queue', () => list('desk').queue('q').member('q', 'PJSIP/desk'), 'desk', 'phone'],
    ['that nothing leads to', () => list('carrier'), 'carrier', 'trunk'],
    ['that signs in both ways', () => list('peer', { signsIn: true, outboundAuths: ['a'] }), 'peer', 'trunk'],
    ['of the configuration, whatever leads to it', () => hint('configured'), 'configured', 'trunk'],
    ['registered elsewhere, though a number', () => registered('4930'), '4930', 'trunk'],
  ])('%s', (_, make, name, kind) => {
    make()
    expect(endpoint(name)?.kind).toBe(kind)
  })

  test('is told anew when a hint names it later', () => {
    expect(list('door') && endpoint('door')?.kind).toBe('trunk')
    hint('door')
    expect(endpoint('door')?.kind).toBe('phone')
  })

  test('a peer of IAX that signs in is another exchange', () => {
    const peer = { reach: 'unmonitored', roundTripMs: null, address: '192.0.2.7:4569', registers: true } as const
    for (const technology of ['IAX2', 'SIP'] as const) {
      pbx.tell({ type: 'peerListed', listed: true, technology, name: 'branch', ...peer })
    }
    expect([endpoint('branch', 'IAX2')?.kind, endpoint('branch', 'SIP')?.kind]).toEqual(['trunk', 'phone'])
  })

  function hint(name: string) {
    return list(name).tell({ type: 'extensionPut', exten: '9', context: 'c', hint: `PJSIP/${name}`, status: 0 })
  }

  function registered(name: string) {
    const at = { server: 's', user: 'u', state: 'registered', nextAt: null, outboundAuth: null, address: null } as const
    return list(name).tell({
      ...{ type: 'registrationListed', listed: true, technology: 'PJSIP', name: 'reg', endpoint: name, ...at },
      expirySeconds: null,
    })
  }
})

describe('a peer', () => {
  const listed = { type: 'peerListed', listed: true, technology: 'IAX2', name: 'branch', registers: false } as const

  test('is as its list tells, and changes with events', () => {
    pbx.tell({ ...listed, reach: 'reachable', roundTripMs: 3, address: '192.0.2.7:4569' })
    expect(endpoint('branch', 'IAX2')).toMatchObject({ reach: 'reachable', roundTripMs: 3, reachSince: null })
    const changed = { type: 'peerChanged', technology: 'IAX2', name: 'branch', address: null } as const
    pbx.after(5).tell({ ...changed, reach: 'unreachable', roundTripMs: null })
    expect(endpoint('branch', 'IAX2')).toMatchObject({ reach: 'unreachable', reachSince: pbx.now })
    expect(endpoint('branch', 'IAX2')?.address).toBe('192.0.2.7:4569')
  })

  test('that no list named is left to the next one', () => {
    const changed = { type: 'peerChanged', reach: 'reachable', roundTripMs: 1, address: null } as const
    pbx.tell({ ...changed, technology: 'IAX2', name: 'x' }).tell({ ...changed, technology: 'PJSIP', name: '101' })
    expect(pbx.flush().tables.endpoints.size).toBe(0)
  })
})
