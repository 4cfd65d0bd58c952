import { beforeEach, expect, test } from 'vitest'
import { contactId, endpointId, mailboxId, pbxName, registrationId } from '@/lib/domain/ids'
import type { Technology } from '@/lib/domain/line'
import type { Item } from '@/server/testing/model/message-text'
import { ScriptedPbx } from '@/server/testing/model/scripted-pbx'
import { LINES_AFTER_MS, LINES_EVERY_MS } from './line-refresh'

let pbx: ScriptedPbx
const main = pbxName('main')

const uriOf = (name: string) => `sip:${name}@192.0.2.1:5060`

function endpointItem(name: string, uris: readonly string[] = [uriOf(name)]): Item {
  const contacts = uris.map((uri) => `${name}/${uri},`).join('')
  return ['EndpointList', { ObjectName: name, Aor: name, Contacts: contacts, DeviceState: 'Not in use' }]
}

function contactItem(name: string, status = 'Reachable', microseconds = 3000): Item {
  const who = { ObjectName: `${name};@d073ddf1`, Endpoint: name, Uri: uriOf(name), UserAgent: 'Desk phone 7' }
  return ['ContactList', { ...who, Status: status, RoundtripUsec: microseconds }]
}

const PEER = { Channeltype: 'IAX', ObjectName: 'far', IPaddress: '192.0.2.7', Port: 4569, Dynamic: 'no' }
const REGISTRATION = { Host: '192.0.2.7:4569', Username: 'near', Refresh: 60 }
const BOX = { VMContext: 'default', VoiceMailbox: '101', Fullname: 'Alice', NewMessageCount: 0, OldMessageCount: 0 }

beforeEach(() => {
  pbx = new ScriptedPbx()
  pbx.lists.set('PJSIPShowEndpoints', [endpointItem('101')])
  pbx.lists.set('PJSIPShowContacts', [contactItem('101')])
  pbx.lists.set('IAXpeerlist', [['PeerEntry', { ...PEER, Status: 'OK (3 ms)' }]])
  pbx.lists.set('IAXregistry', [['RegistryEntry', { ...REGISTRATION, State: 'Registered' }]])
  pbx.lists.set('VoicemailUsersList', [['VoicemailUserEntry', BOX]])
})

const endpoint = (name: string, technology: Technology = 'PJSIP') =>
  pbx.store.tables.endpoints.get(endpointId(main, technology, name))
const contact = (name: string) => pbx.store.tables.contacts.get(contactId(main, name, uriOf(name)))
const registration = () => pbx.store.tables.registrations.get(registrationId(main, 'IAX2', 'near@192.0.2.7:4569'))
const asked = (action: string) => pbx.actions.filter((one) => one.action === action).length

/** The next reading of everything, and the flush after it. */
async function nextReading() {
  await pbx.pass(LINES_EVERY_MS)
  pbx.store.flush()
}

test('the first picture has endpoints, contacts, peers, registrations and mailboxes', async () => {
  await pbx.load()
  expect(endpoint('101')).toMatchObject({ kind: 'phone', reach: 'reachable', roundTripMs: 3, reachSince: null })
  expect(contact('101')).toMatchObject({ userAgent: 'Desk phone 7', since: null })
  expect(endpoint('far', 'IAX2')).toMatchObject({ kind: 'trunk', reach: 'reachable', address: '192.0.2.7:4569' })
  expect(registration()).toMatchObject({ state: 'registered', endpoint: 'far' })
  expect(pbx.store.tables.mailboxes.get(mailboxId(main, '101@default'))).toMatchObject({ name: 'Alice' })
  expect(pbx.session.stats().missing).toEqual([])
})

test('what no event tells is read again: round trips, states of peers; what is gone goes', async () => {
  pbx.lists.get('PJSIPShowEndpoints')?.push(endpointItem('102', []))
  await pbx.load()
  pbx.lists.set('PJSIPShowEndpoints', [endpointItem('101')])
  pbx.lists.set('PJSIPShowContacts', [contactItem('101', 'Reachable', 9000)])
  pbx.lists.set('IAXpeerlist', [['PeerEntry', { ...PEER, Status: 'UNREACHABLE' }]])
  pbx.lists.set('IAXregistry', [])
  pbx.lists.set('VoicemailUsersList', [])
  await nextReading()
  expect(endpoint('101')?.roundTripMs).toBe(9)
  expect(endpoint('far', 'IAX2')).toMatchObject({ reach: 'unreachable', reachSince: pbx.clock.now() })
  expect([endpoint('102'), registration(), pbx.store.tables.mailboxes.size]).toEqual([undefined, undefined, 0])
})

test('a reading that shows the same tells nobody anything', async () => {
  await pbx.load()
  const before = pbx.flushes.length
  await nextReading()
  const changed = pbx.flushes.slice(before).flatMap(({ endpoints, contacts }) => [...endpoints, ...contacts])
  expect(changed).toEqual([])
})

test('a list that broke off takes nothing away', async () => {
  await pbx.load()
  pbx.lists.set('PJSIPShowEndpoints', [])
  pbx.short.add('PJSIPShowEndpoints')
  await nextReading()
  expect(endpoint('101')).toBeDefined()
  expect(pbx.link.state).toBe('live')
})

test('"no contacts found" is an empty list, and nothing that is missing', async () => {
  pbx.refused.set('PJSIPShowContacts', 'No Contacts found')
  pbx.refused.set('PJSIPShowEndpoints', 'No endpoints found')
  await pbx.load()
  expect(pbx.session.stats().missing).toEqual([])
})

test('what is not loaded or not allowed is named, and not asked for again until a reload', async () => {
  pbx.refused.set('PJSIPShowEndpoints', 'Permission denied')
  pbx.refused.set('SIPpeers', 'Invalid/unknown command: SIPpeers. Use Action: ListCommands to show available commands.')
  await pbx.load()
  expect(pbx.link.state).toBe('live')
  expect(pbx.session.stats().missing).toEqual(['PJSIPShowEndpoints', 'SIPpeers'])
  expect(endpoint('far', 'IAX2')).toBeDefined()
  expect(pbx.store.tables.contacts.size).toBe(0)
  await nextReading()
  expect([asked('SIPpeers'), asked('IAXpeerlist')]).toEqual([1, 2])
  pbx.refused.clear()
  pbx.event('Reload', { Module: 'All' })
  await pbx.pass(300)
  expect(asked('SIPpeers')).toBe(2)
  expect(endpoint('101')).toBeDefined()
})

test('fixed contacts, which no list tells, are asked for endpoint by endpoint', async () => {
  pbx.lists.set('PJSIPShowEndpoints', [endpointItem('trunk'), endpointItem('101')])
  const status = { AOR: 'trunk', URI: uriOf('trunk'), EndpointName: 'trunk', Status: 'Reachable', RoundtripUsec: 4000 }
  pbx.lists.set('PJSIPShowEndpoint', [
    ['EndpointDetail', { ObjectName: 'trunk', DeviceStateBusyAt: 4, Mailboxes: '' }],
    ['ContactStatusDetail', status],
  ])
  await pbx.load()
  expect(endpoint('trunk')).toMatchObject({ reach: 'reachable', roundTripMs: 4, maxChannels: 4, kind: 'trunk' })
  // 101 is registered, and looks like a phone all the same.
  expect(
    pbx.actions.filter(({ action }) => action === 'PJSIPShowEndpoint').map((one) => one.headers.get('Endpoint')),
  ).toContain('trunk')
})

test('of many fixed contacts, the known ones are asked for in turns', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `${1000 + index}`)
  pbx.lists.set(
    'PJSIPShowEndpoints',
    names.map((name) => endpointItem(name)),
  )
  pbx.lists.set('PJSIPShowContacts', [])
  pbx.lists.set(
    'PJSIPShowEndpoint',
    names.map((name) => [
      'ContactStatusDetail',
      { AOR: name, URI: uriOf(name), EndpointName: name, Status: 'Reachable' },
    ]),
  )
  await pbx.load()
  const single = () =>
    pbx.actions.flatMap(({ action, headers }) => (action === 'PJSIPShowEndpoint' ? headers.get('Endpoint') : []))
  expect(new Set(single()).size).toBe(60)
  pbx.lists.set(
    'PJSIPShowEndpoint',
    names.map((ObjectName) => ['EndpointDetail', { ObjectName }]),
  )
  for (let round = 0; round < 4; round++) await nextReading()
  expect(new Set(single().slice(60)).size).toBe(60)
  expect(single().length).toBeLessThanOrEqual(60 * 2 + 4 * 25)
})

test('who uses a contact that just came is read soon', async () => {
  pbx.lists.set('PJSIPShowEndpoints', [endpointItem('101', [])])
  pbx.lists.set('PJSIPShowContacts', [])
  await pbx.load()
  pbx.lists.set('PJSIPShowContacts', [contactItem('101')])
  const came = { URI: uriOf('101'), ContactStatus: 'Reachable', AOR: '101', EndpointName: '101', RoundtripUsec: 2000 }
  pbx.event('ContactStatus', came)
  pbx.store.flush()
  expect(contact('101')).toMatchObject({ reach: 'reachable', userAgent: null })
  await pbx.pass(LINES_AFTER_MS)
  pbx.store.flush()
  expect(contact('101')?.userAgent).toBe('Desk phone 7')
})

test('a registration that only tries is looked at again, and is lost when it still does', async () => {
  await pbx.load()
  pbx.lists.set('IAXregistry', [['RegistryEntry', { ...REGISTRATION, State: 'Request Sent' }]])
  await nextReading()
  expect(registration()?.state).toBe('registered')
  await pbx.pass(15_000)
  await pbx.pass(LINES_AFTER_MS)
  pbx.store.flush()
  expect(registration()).toMatchObject({ state: 'unregistered', since: pbx.clock.now() })
})

test('after the link was lost there are no ghosts, and since when is known where nothing changed', async () => {
  pbx.lists.get('PJSIPShowEndpoints')?.push(endpointItem('102', []))
  await pbx.load()
  const lost = { URI: uriOf('101'), ContactStatus: 'Unreachable', AOR: '101', EndpointName: '101', RoundtripUsec: 0 }
  pbx.event('ContactStatus', lost)
  pbx.store.flush()
  const since = endpoint('101')?.reachSince
  expect(since).not.toBeNull()
  pbx.connection.lose('gone')
  pbx.lists.set('PJSIPShowEndpoints', [endpointItem('101')])
  pbx.lists.set('PJSIPShowContacts', [contactItem('101', 'Unreachable', 0)])
  await pbx.load()
  expect(endpoint('101')).toMatchObject({ reach: 'unreachable', reachSince: since })
  expect(contact('101')?.since).toBe(since)
  expect(endpoint('102')).toBeUndefined()
})

test('after a restart of Asterisk everything is fresh', async () => {
  await pbx.load()
  pbx.event('MessageWaiting', { Mailbox: '101@default', New: 1, Old: 0 })
  pbx.store.flush()
  pbx.connection.lose('gone')
  pbx.startup = '2026-11-23 09:41:00'
  pbx.uptime = 5
  await pbx.load()
  expect(pbx.store.tables.mailboxes.get(mailboxId(main, '101@default'))).toMatchObject({
    ...{ newMessages: 0, changedAt: null },
  })
})

test('a peer that was not checked yet is looked at again soon, and one that never is not for ever', async () => {
  pbx.lists.set('IAXpeerlist', [['PeerEntry', { ...PEER, Status: 'UNKNOWN' }]])
  await pbx.load()
  pbx.store.flush()
  expect(endpoint('far', 'IAX2')?.reach).toBe('unknown')
  for (let second = 0; second < 40; second++) await pbx.pass(1000)
  expect(asked('IAXpeerlist')).toBe(6)
  pbx.lists.set('IAXpeerlist', [['PeerEntry', { ...PEER, Status: 'OK (3 ms)' }]])
  await nextReading()
  expect(endpoint('far', 'IAX2')?.reach).toBe('reachable')
})

test('how many new messages are urgent is asked of mailboxes that have some, and of no others', async () => {
  await pbx.load()
  expect(asked('MailboxCount')).toBe(0)
  pbx.lists.set('VoicemailUsersList', [['VoicemailUserEntry', { ...BOX, NewMessageCount: 1 }]])
  pbx.event('MessageWaiting', { Mailbox: '101@default', New: 1, Old: 0 })
  await pbx.pass(LINES_AFTER_MS)
  expect(asked('MailboxCount')).toBe(1)
})

test('mailboxes that no list names are counted one by one', async () => {
  pbx.refused.set('VoicemailUsersList', 'Invalid/unknown command')
  await pbx.load()
  pbx.event('MessageWaiting', { Mailbox: '300@elsewhere', New: 2, Old: 0 })
  await pbx.pass(LINES_AFTER_MS)
  expect(asked('MailboxCount')).toBe(1)
  await nextReading()
  expect(asked('MailboxCount')).toBe(2)
  expect(pbx.store.tables.mailboxes.get(mailboxId(main, '300@elsewhere'))?.newMessages).toBe(2)
})
