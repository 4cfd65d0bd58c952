import { describe, expect, test } from 'vitest'
import { messageOf } from '@/server/testing/recordings/scripted-message'
import { mailboxCounted } from './mailbox-events'
import { normalise } from './normalise'

const RECEIVED_AT = 1_795_714_514_000

/** As Asterisk 22.10.1 and 16.28.0 wrote them, less the headers that are not read. */
function eventOf(lines: string) {
  return normalise(messageOf(lines), RECEIVED_AT)
}

describe('an endpoint of PJSIP', () => {
  const listed = (fields: Record<string, string>) =>
    eventOf(
      Object.entries({ Event: 'EndpointList', ObjectName: '101', Aor: '101', Auths: '', OutboundAuths: '', ...fields })
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    )

  test('has AORs, contacts and a state', () => {
    expect(listed({ Auths: '101', Contacts: '101/sip:s@192.0.2.1:19151,', DeviceState: 'Ring+Inuse' })).toEqual({
      ...{ type: 'endpointListed', at: RECEIVED_AT, listed: true, name: '101', aors: ['101'] },
      contacts: [{ aor: '101', uri: 'sip:s@192.0.2.1:19151' }],
      ...{ state: 'ringInUse', signsIn: true, outboundAuths: [] },
    })
  })

  test('may have none, or several, with commas in their URIs', () => {
    expect(listed({ Aor: '', Contacts: '' })).toMatchObject({ aors: [], contacts: [], state: 'unknown' })
    const contacts = '101/sip:a@b;x=1,2,101/sip:c@d,'
    expect(listed({ Contacts: contacts })).toMatchObject({
      contacts: [
        { aor: '101', uri: 'sip:a@b;x=1,2' },
        { aor: '101', uri: 'sip:c@d' },
      ],
    })
  })

  test('with more contacts than a text holds does not tell which are all', () => {
    expect(listed({ Contacts: '101/sip:101@192.0.2.1:5060,'.repeat(60) })).toMatchObject({ contacts: null })
  })

  test('tells of itself alone from how many calls on it is busy', () => {
    const detail = 'Event: EndpointDetail\nObjectName: carrier\nMailboxes: 101@default,102@default\nDeviceStateBusyAt:'
    expect(eventOf(`${detail} 4`)).toMatchObject({ busyAt: 4, mailboxes: ['101@default', '102@default'] })
    expect(eventOf(`${detail} 0`)).toMatchObject({ busyAt: null })
  })
})

describe('a contact', () => {
  test('is told live, in a list and of a single endpoint, in three ways', () => {
    const contact = { type: 'contactPut', aor: '102', uri: 'sip:s@192.0.2.1:19151', endpoint: '102' }
    const state = { reach: 'reachable', roundTripMs: 2 }
    const live = `Event: ContactStatus
      URI: sip:s@192.0.2.1:19151
      ContactStatus: Reachable
      AOR: 102
      EndpointName: 102
      RoundtripUsec: 1501`
    expect(eventOf(live)).toMatchObject({ ...contact, ...state, listed: false, userAgent: undefined })
    const listed = `Event: ContactList
      ObjectName: 102;@d073ddf1d762dd1f1839d6ae501bb4a9
      Endpoint: 102
      Uri: sip:s@192.0.2.1:19151
      UserAgent: Desk phone 7
      Status: Reachable
      RoundtripUsec: 1501`
    expect(eventOf(listed)).toMatchObject({ ...contact, ...state, listed: true, userAgent: 'Desk phone 7' })
    const single = `Event: ContactStatusDetail
      AOR: 102
      URI: sip:s@192.0.2.1:19151
      UserAgent:
      Status: Unreachable
      RoundtripUsec: 0
      EndpointName: 102`
    expect(eventOf(single)).toMatchObject({ ...contact, reach: 'unreachable', roundTripMs: null, userAgent: null })
  })

  test('that goes is gone', () => {
    const removed = 'Event: ContactStatus\nURI: sip:s@h\nContactStatus: Removed\nAOR: 102\nEndpointName: 102'
    expect(eventOf(removed)).toMatchObject({ type: 'contactRemoved', aor: '102', uri: 'sip:s@h' })
  })

  test('nobody asks is unmonitored', () => {
    expect(eventOf('Event: ContactStatus\nURI: u\nContactStatus: NonQualified\nAOR: 1')).toMatchObject({
      ...{ reach: 'unmonitored', endpoint: '1', roundTripMs: null },
    })
  })
})

describe('a peer', () => {
  test.each([
    ['IAX', 'OK (3 ms)', 'IAX2', { reach: 'reachable', roundTripMs: 3 }],
    ['SIP', 'LAGGED (2100 ms)', 'SIP', { reach: 'reachable', roundTripMs: 2100 }],
    ['SIP', 'UNREACHABLE', 'SIP', { reach: 'unreachable', roundTripMs: null }],
    ['IAX', 'Unmonitored', 'IAX2', { reach: 'unmonitored', roundTripMs: null }],
    ['SIP', 'UNKNOWN', 'SIP', { reach: 'unknown', roundTripMs: null }],
  ])('of %s that is %s', (type, status, technology, told) => {
    const peer = `Channeltype: ${type}\nObjectName: branch\nIPaddress: 192.0.2.7\nPort: 4569\nDynamic: no`
    expect(eventOf(`Event: PeerEntry\n${peer}\nStatus: ${status}`)).toMatchObject({
      ...{ type: 'peerListed', technology, name: 'branch', address: '192.0.2.7:4569', registers: false, ...told },
    })
  })

  test.each(['(null)', '-none-'])('that registers and has the address %s has not', (address) => {
    const peer = `Event: PeerEntry\nChanneltype: SIP\nObjectName: 201\nIPaddress: ${address}\nIPport: 0\nDynamic: yes`
    expect(eventOf(`${peer}\nStatus: UNKNOWN`)).toMatchObject({ reach: 'unregistered', address: null, registers: true })
  })

  test('changes live', () => {
    const changed = (status: string) => eventOf(`Event: PeerStatus\nChannelType: IAX2\nPeer: IAX2/branch\n${status}`)
    expect(changed('PeerStatus: Reachable\nTime: 12')).toMatchObject({ name: 'branch', roundTripMs: 12 })
    expect(changed('PeerStatus: Unreachable\nTime: -1')).toMatchObject({ reach: 'unreachable', roundTripMs: null })
  })
})

describe('a registration', () => {
  test('of PJSIP has a name in lists and none in events', () => {
    const uris = { ServerUri: 'sip:sip.example.net:5061;transport=tls', ClientUri: 'sip:4930555@sip.example.net' }
    const lines = Object.entries(uris).map(([name, value]) => `${name}: ${value}`)
    const listed = [
      'Event: OutboundRegistrationDetail',
      'ObjectName: carrier-reg',
      ...lines,
      'Expiration: 60',
      'NextReg: 0',
    ]
    const same = { technology: 'PJSIP', server: 'sip.example.net:5061', user: '4930555', state: 'registered' }
    expect(eventOf([...listed, 'Endpoint: carrier', 'OutboundAuth: a', 'Status: Registered'].join('\n'))).toMatchObject(
      {
        ...{ ...same, name: 'carrier-reg', endpoint: 'carrier', outboundAuth: 'a', expirySeconds: 60, nextAt: null },
      },
    )
    const live = `Event: Registry\nChannelType: PJSIP\nUsername: ${uris.ClientUri}\nDomain: ${uris.ServerUri}`
    expect(eventOf(`${live}\nStatus: Registered`)).toEqual({ type: 'registrationChanged', at: RECEIVED_AT, ...same })
    expect(eventOf(`${live}\nStatus: Rejected`)).toMatchObject({ state: 'rejected' })
  })

  test('of SIP tells when it was, and so when it is renewed; of IAX it does not', () => {
    const sip = `Event: RegistryEntry\nHost: 192.0.2.7\nPort: 5060\nUsername: old\nDomain: voip.example.net\nRefresh: 105`
    expect(eventOf(`${sip}\nState: Registered\nRegistrationTime: 1795714497`)).toMatchObject({
      ...{ technology: 'SIP', name: 'old@voip.example.net', address: '192.0.2.7:5060', nextAt: 1_795_714_602_000 },
    })
    const iax = 'Event: RegistryEntry\nHost: 192.0.2.7:4569\nUsername: office\nRefresh: 60'
    expect(eventOf(`${iax}\nState: Request Sent`)).toMatchObject({ technology: 'IAX2', state: 'trying', nextAt: null })
    expect(eventOf(`${iax}\nState: Timeout`)).toMatchObject({ state: 'unregistered' })
  })
})

describe('a mailbox', () => {
  test('has an owner in lists, counts everywhere, and a context', () => {
    const listed = 'VMContext: default\nVoiceMailbox: 101\nFullname: Alice\nNewMessageCount: 2\nOldMessageCount: 1'
    const counts = { mailbox: '101@default', new: 2, old: 1 }
    expect(eventOf(`Event: VoicemailUserEntry\n${listed}`)).toMatchObject({ ...counts, name: 'Alice', listed: true })
    const live = 'Event: MessageWaiting\nWaiting: 1\nNew: 2\nOld: 1\nMailbox:'
    expect(eventOf(`${live} 101@default`)).toMatchObject({ ...counts, name: undefined, listed: false })
    expect(eventOf(`${live} 101`)).toMatchObject(counts)
  })

  test('that is asked for alone tells the urgent ones apart', () => {
    const answer = (lines: string) => mailboxCounted(messageOf(`Response: Success\n${lines}`), RECEIVED_AT)
    const counts = 'UrgMessages: 1\nNewMessages: 2\nOldMessages: 0'
    expect(answer(`Mailbox: 101@default\n${counts}`)).toMatchObject({ new: 3, old: 0, urgent: 1 })
    expect(answer(counts)).toBeNull()
  })
})

test('a presence is told of its presentity, or of the extension whose hint names it', () => {
  const presence = { state: 'dnd', subtype: 'lunch', message: 'back at two' }
  const told = 'Status: dnd\nSubtype: lunch\nMessage: back at two'
  const expected = { type: 'presencePut', presentity: 'CustomPresence:anna', presence }
  expect(eventOf(`Event: PresenceStateChange\nPresentity: CustomPresence:anna\n${told}`)).toMatchObject(expected)
  const extension = 'Exten: 101\nContext: internal\nHint: PJSIP/101,CustomPresence:anna'
  expect(eventOf(`Event: PresenceStatus\n${extension}\n${told}`)).toMatchObject(expected)
})
