import { amiAction } from '@/server/ami/catalogue/action'
import { expect, test } from './fixtures'
import { type Room, soon } from './room'

/** "Objects found: n" of a command of the console. */
async function counted({ cli }: Room, command: string): Promise<number> {
  return Number(/Objects found: (\d+)/.exec(await cli(command))?.[1] ?? 0)
}

const registration = async ({ cli }: Room) =>
  /^ trunk\/.*? (Registered|Unregistered|Rejected) /m.exec(await cli('pjsip show registrations'))?.[1]

test('endpoints, addresses, secrets and contacts are listed', async ({ room }) => {
  const endpoints = await room.list(amiAction('PJSIPShowEndpoints'))
  expect(endpoints).toHaveLength(await counted(room, 'pjsip show endpoints'))
  const aors = await room.list(amiAction('PJSIPShowAors'))
  expect(aors).toHaveLength(await counted(room, 'pjsip show aors'))
  const auths = await room.list(amiAction('PJSIPShowAuths'))
  expect(auths.map((item) => item.get('ObjectName'))).toEqual(['trunk'])
  expect(await counted(room, 'pjsip show auths')).toBe(1)
  const one = await room.list(amiAction('PJSIPShowEndpoint', { Endpoint: '101' }))
  const detail = one.find(({ name }) => name === 'EndpointDetail')
  expect([detail?.get('ObjectName'), detail?.get('Mailboxes')]).toEqual(['101', '101@default'])
  expect(await room.cli('pjsip show endpoint 101')).toMatch(/mailboxes +: 101@default/)
  expect(await room.refusal(amiAction('PJSIPShowEndpoint', { Endpoint: 'nobody' }))).toContain('Unable to retrieve')
  // Static ones do not count.
  expect(await room.refusal(amiAction('PJSIPShowContacts'))).toContain('No Contacts found')
})

test('who registered, who subscribed, which lists there are: nobody here, and that is said', async ({ room }) => {
  expect(await room.list(amiAction('PJSIPShowRegistrationInboundContactStatuses'))).toEqual([])
  const inbound = await room.list(amiAction('PJSIPShowRegistrationsInbound'))
  expect(inbound).toHaveLength(await counted(room, 'pjsip show aors'))
  expect(await room.list(amiAction('PJSIPShowSubscriptionsInbound'))).toEqual([])
  expect(await room.list(amiAction('PJSIPShowSubscriptionsOutbound'))).toEqual([])
  expect(await room.refusal(amiAction('PJSIPShowResourceLists'))).toContain('No resource lists found')
})

test('PJSIPQualify asks a phone whether it is there', async ({ room }) => {
  const asked = () => room.asterisk.desk.asked.get('127') ?? 0
  await soon(() => room.cli('pjsip show contacts')).toMatch(/127\/sip:127@.* Avail /)
  const before = asked()
  await room.send(amiAction('PJSIPQualify', { Endpoint: '127' }))
  await soon(asked).toBeGreaterThan(before)
  expect(await room.refusal(amiAction('PJSIPQualify', { Endpoint: 'nobody' }))).toContain('Unable to retrieve endpoint')
})

test('PJSIPUnregister and PJSIPRegister: the far Asterisk knows of us, or not', async ({ room }) => {
  const farContacts = async () => (await room.asterisk.far?.cli('pjsip show contacts')) ?? ''
  const told = async () => {
    const items = await room.list(amiAction('PJSIPShowRegistrationsOutbound'))
    return items.find(({ name }) => name === 'OutboundRegistrationDetail')?.get('Status')
  }
  await soon(() => registration(room)).toBe('Registered')
  expect(await told()).toBe('Registered')
  expect(await farContacts()).toContain('near/sip:near@')
  await room.send(amiAction('PJSIPUnregister', { Registration: 'trunk' }))
  await soon(() => registration(room)).toBe('Unregistered')
  expect(await told()).toBe('Unregistered')
  await soon(farContacts).not.toContain('near/sip:near@')
  await room.send(amiAction('PJSIPRegister', { Registration: 'trunk' }))
  await soon(() => registration(room)).toBe('Registered')
  await soon(farContacts).toContain('near/sip:near@')
})

test('PJSIPHangup refuses a call that rings; one that is up stays, although it says Success', async ({ room }) => {
  if (!(await room.has('PJSIPHangup'))) return
  const up = await room.phone('121', { application: 'Wait', data: '60' })
  const said = await room.send(amiAction('PJSIPHangup', { Channel: up, Cause: '486' }))
  expect(said.get('Message')).toBe('Channel Hungup')
  const caller = await room.asterisk.placeCall({ queue: '771', name: 'Refused', number: '4711' })
  const ringing = async () => (await room.channels()).find((line) => line.startsWith('PJSIP/carrier-'))?.split('!')[0]
  await soon(ringing).toBeTruthy()
  await room.send(amiAction('PJSIPHangup', { Channel: (await ringing()) ?? '', Cause: '486' }))
  await soon(room.doings).toBe('121 Wait')
  await caller.abort()
})

test('PJSIPNotify reaches the phone', async ({ room }) => {
  const before = room.asterisk.desk.requests.length
  await room.send(amiAction('PJSIPNotify', { Endpoint: '122', Variable: { Event: 'check-sync' } }))
  await soon(() => room.asterisk.desk.requests.slice(before)).toEqual(['NOTIFY 122'])
})

test('an endpoint is put out of service and back, where there is such an action', async ({ room }) => {
  if (!(await room.has('PJSIPSetMaintenance'))) return
  const shown = async () => {
    const items = await room.list(amiAction('PJSIPShowMaintenance'))
    return items.map((item) => item.get('Endpoint'))
  }
  await room.send(amiAction('PJSIPSetMaintenance', { Endpoint: '122', State: 'on' }))
  expect(await shown()).toEqual(['122'])
  await room.send(amiAction('PJSIPSetMaintenance', { Endpoint: '122', State: 'off' }))
  expect(await shown()).toEqual([])
})
