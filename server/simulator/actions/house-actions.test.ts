import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator'
import { AmiClient, type Received } from '../testing/ami-client'
import { ManualClock } from '../testing/manual-clock'

let simulator: Simulator
let client: AmiClient
let clock: ManualClock

beforeEach(async () => {
  clock = new ManualClock()
  // A fixed moment: what changes was changed by the test.
  simulator = await startSimulator({ clock, freeze: '4' })
  client = await AmiClient.login(simulator)
  client.events.length = 0
})

afterEach(async () => {
  client.close()
  await simulator.close()
})

async function later(seconds: number): Promise<void> {
  clock.advance(seconds * 1000)
  await client.send({ Action: 'Ping' })
}

function heard(name: string): Received | undefined {
  return client.events.findLast((event) => event.get('Event') === name)
}

const items = async (headers: Record<string, string>) => (await client.list(headers)).slice(0, -1)
const participants = () => items({ Action: 'ConfbridgeList', Conference: '600' })
const channelOf = async (device: string) =>
  (await items({ Action: 'CoreShowChannels' }))
    .map((item) => item.get('Channel'))
    .find((name) => name.startsWith(`${device}-`)) ?? ''
const call = (Channel: string, more: Record<string, string>) =>
  client.send({ Action: 'Originate', Async: 'true', Channel, ChannelId: 'mine', Timeout: '30000', ...more })
const invite = (Channel: string) =>
  call(Channel, { Application: 'ConfBridge', Data: '600', ChannelId: 'i1', OtherChannelId: 'i2' })

// Wordings as a real Asterisk 22.10.1 answered them.
test.each([
  [{ Action: 'PJSIPQualify' }, 'Endpoint parameter missing.'],
  [{ Action: 'PJSIPQualify', Endpoint: 'no' }, 'Unable to retrieve endpoint\n'],
  [{ Action: 'PJSIPShowEndpoint', Endpoint: 'no' }, 'Unable to retrieve endpoint no\n'],
  [{ Action: 'PJSIPRegister' }, 'Registration parameter missing.'],
  [{ Action: 'PJSIPUnregister', Registration: 'no' }, 'Unable to retrieve registration entry\n'],
  [{ Action: 'MailboxCount' }, 'Mailbox not specified'],
  [{ Action: 'ConfbridgeList' }, 'No Conference name provided.'],
  [{ Action: 'ConfbridgeMute', Conference: 'no', Channel: 'x' }, 'No Conference by that name found.'],
  [{ Action: 'ConfbridgeMute', Conference: '600' }, 'No channel name provided.'],
  [{ Action: 'ConfbridgeKick', Conference: '600', Channel: 'no' }, 'No Channel by that name found in Conference.'],
  [{ Action: 'ConfbridgeStartRecord', Conference: '600' }, 'Conference is already being recorded.'],
  [{ Action: 'Park', Channel: 'no' }, 'No such channel'],
  [{ Action: 'MessageSend', Body: 'x' }, "No 'To' address specified."],
  [{ Action: 'MessageSend', To: 'nonsense:1', Body: 'x' }, 'Message technology not found.'],
  [{ Action: 'MessageSend', To: 'pjsip:no', Body: 'x' }, 'Message failed to send.'],
  [{ Action: 'SendText', Channel: 'no', Message: 'x' }, 'No such channel'],
  [{ Action: 'ModuleCheck', Module: 'app_nonsense' }, 'Module not loaded'],
])('%o is refused in Asterisk’s words', async (headers, wording) => {
  const reply = await client.send(headers)
  expect([reply.get('Response'), reply.get('Message')]).toEqual(['Error', wording])
})

test('phones and lines are listed with their channels; fixed lines are no contacts', async () => {
  const endpoints = await items({ Action: 'PJSIPShowEndpoints' })
  const of = (name: string) => endpoints.find((item) => item.get('ObjectName') === name)
  expect([of('401')?.get('DeviceState'), of('401')?.get('ActiveChannels')]).toEqual(['In use', '1'])
  expect([of('218')?.get('DeviceState'), of('gateway')?.get('DeviceState')]).toEqual(['Unavailable', 'Unavailable'])
  expect(Number(of('carrier')?.get('ActiveChannels'))).toBeGreaterThan(20)
  const contacts = await items({ Action: 'PJSIPShowContacts' })
  const names = contacts.map((item) => item.get('Endpoint'))
  expect([names.includes('401'), names.includes('carrier')]).toEqual([true, false])
  const away = contacts.find((item) => item.get('Endpoint') === '218')
  expect([away?.get('Status'), away?.get('RoundtripUsec')]).toEqual(['Unreachable', 'N/A'])
  const [detail] = await items({ Action: 'PJSIPShowEndpoint', Endpoint: 'carrier' })
  expect(detail?.get('DeviceStateBusyAt')).toBe('24')
})

test('a registration that is given up and taken up again is told, and listed', async () => {
  const status = async () => (await items({ Action: 'PJSIPShowRegistrationsOutbound' }))[0]?.get('Status')
  await client.send({ Action: 'PJSIPUnregister', Registration: 'backup' })
  await later(2)
  expect([heard('Registry')?.get('Status'), await status()]).toEqual(['Unregistered', 'Registered'])
  await client.send({ Action: 'PJSIPRegister', Registration: 'backup' })
  await later(2)
  expect(heard('Registry')?.get('Status')).toBe('Registered')
})

test('the fixed moment has a conference of three, two who are parked, messages and presences', async () => {
  expect((await participants()).map((item) => [item.get('Admin'), item.get('Muted'), item.get('Talking')])).toEqual([
    ['Yes', 'No', 'Yes'],
    ['No', 'Yes', 'No'],
    ['No', 'No', 'No'],
  ])
  const parked = await items({ Action: 'ParkedCalls' })
  expect(parked.map((item) => [item.get('ParkingSpace'), item.get('ParkingDuration')])).toEqual([
    ['711', '75'],
    ['712', '20'],
  ])
  const mailboxes = await items({ Action: 'VoicemailUsersList' })
  expect(mailboxes.find((item) => item.get('VoiceMailbox') === '406')?.get('NewMessageCount')).toBe('7')
  const presences = await items({ Action: 'PresenceStateList' })
  expect(presences.map((item) => item.get('Status'))).toEqual(['dnd', 'away'])
})

test('who is muted or put out is told of; a lock is only listed', async () => {
  const Conference = '600'
  const Channel = (await participants())[0]?.get('Channel') ?? ''
  await client.send({ Action: 'ConfbridgeMute', Conference, Channel })
  expect([heard('ConfbridgeMute')?.get('Channel'), heard('ConfbridgeTalking')?.get('TalkingStatus')]).toEqual([
    Channel,
    'off',
  ])
  client.events.length = 0
  await client.send({ Action: 'ConfbridgeLock', Conference })
  expect(client.events).toEqual([])
  const [room] = await items({ Action: 'ConfbridgeListRooms' })
  expect([room?.get('Locked'), room?.get('Parties')]).toEqual(['Yes', '3'])
  await client.send({ Action: 'ConfbridgeKick', Conference, Channel })
  expect([heard('ConfbridgeLeave')?.get('Channel'), heard('Hangup')?.get('Channel')]).toEqual([Channel, Channel])
  await client.send({ Action: 'ConfbridgeKick', Conference, Channel: 'all' })
  const told = client.events.map((event) => event.get('Event'))
  expect(told.indexOf('ConfbridgeStopRecord')).toBeLessThan(told.indexOf('ConfbridgeEnd'))
  expect((await client.send({ Action: 'ConfbridgeListRooms' })).get('Message')).toBe('No active conferences.')
})

test('somebody is invited through the dialplan, joins when they answer, and is gone from both ends', async () => {
  await invite('Local/402345675@internal')
  await later(6)
  expect([heard('OriginateResponse')?.get('Reason'), heard('ConfbridgeJoin')?.get('Uniqueid')]).toEqual(['4', 'i1'])
  expect(heard('LocalBridge')?.get('LocalTwoUniqueid')).toBe('i2')
  const Channel = heard('ConfbridgeJoin')?.get('Channel') ?? ''
  expect(Channel).toMatch(/;1$/)
  await client.send({ Action: 'ConfbridgeKick', Conference: '600', Channel })
  await later(0)
  const left = (await items({ Action: 'CoreShowChannels' })).filter((item) => item.get('Linkedid') === 'i1')
  expect(left).toEqual([])
})

test('an invitation of somebody who is engaged fails, and nobody joins', async () => {
  await invite('Local/0301234569@internal')
  await later(3)
  expect([heard('OriginateResponse')?.get('Reason'), heard('ConfbridgeJoin')]).toEqual(['0', undefined])
})

test('a call that rings at a colleague’s phone is taken over', async () => {
  const target = await channelOf('PJSIP/405')
  await call('PJSIP/202', { Application: 'PickupChan', Data: target })
  await later(4)
  expect([heard('Pickup')?.get('Channel').slice(0, 9), heard('Pickup')?.get('TargetChannel')]).toEqual([
    'PJSIP/202',
    target,
  ])
  const talking = await items({ Action: 'CoreShowChannels' })
  const mine = talking.find((item) => item.get('Uniqueid') === 'mine')
  const other = talking.find((item) => item.get('BridgeId') === mine?.get('BridgeId') && item !== mine)
  expect([other?.get('Channel').slice(0, 9), await channelOf('PJSIP/405')]).toEqual(['PJSIP/404', ''])
})

test('a queue’s caller who is taken over counts as answered, and the member’s phone is free', async () => {
  await call('PJSIP/202', { Application: 'PickupChan', Data: await channelOf('PJSIP/214') })
  await later(4)
  expect(heard('AgentConnect')?.get('Interface')).toBe('PJSIP/214')
  expect(simulator.snapshot().queues.sales?.members['PJSIP/214']?.status).toBe(1)
  await client.send({ Action: 'Hangup', Channel: 'mine' })
  await later(0)
  expect(simulator.snapshot().queues.sales?.members['PJSIP/202']?.status).toBe(1)
  expect(simulator.snapshot().queues.sales?.completed).toBe(97)
})

test('taking over where nothing rings ends at once', async () => {
  await call('PJSIP/202', { Application: 'Pickup', Data: '218@internal' })
  await later(4)
  expect([heard('Pickup'), heard('Hangup')?.get('Uniqueid')]).toEqual([undefined, 'mine'])
})

test('a message is in the mailbox once who spoke it has hung up', async () => {
  await call('PJSIP/202', { Application: 'VoiceMail', Data: '402@default,s' })
  await later(4)
  await later(5)
  await client.send({ Action: 'Hangup', Channel: 'mine' })
  expect([heard('MessageWaiting')?.get('Mailbox'), heard('MessageWaiting')?.get('New')]).toEqual(['402@default', '1'])
  expect((await client.send({ Action: 'MailboxCount', Mailbox: '402@default' })).get('NewMessages')).toBe('1')
})

test('who parked a caller is rung again when nobody fetches them', async () => {
  const channels = await items({ Action: 'CoreShowChannels' })
  const agent = channels.find((item) => item.get('Channel').startsWith('PJSIP/201-'))
  const caller = channels.find((item) => item.get('BridgeId') === agent?.get('BridgeId') && item !== agent)
  const [Channel, TimeoutChannel] = [caller?.get('Channel') ?? '', agent?.get('Channel') ?? '']
  await client.send({ Action: 'Park', Channel, TimeoutChannel, Timeout: '10000' })
  expect([heard('ParkedCall')?.get('ParkingSpace'), heard('ParkedCall')?.get('ParkerDialString')]).toEqual([
    '701',
    'PJSIP/201',
  ])
  await later(11)
  expect(heard('ParkedCallTimeOut')?.get('ParkingTimeout')).toBe('0')
  await later(4)
  expect(await channelOf('PJSIP/201')).not.toBe('')
})

test('a presence that is set is told by its hint and by itself', async () => {
  const Variable = 'PRESENCE_STATE(CustomPresence:401)'
  await client.send({ Action: 'Setvar', Variable, Value: 'away,lunch,Back at one' })
  expect([heard('PresenceStatus')?.get('Exten'), heard('PresenceStateChange')?.get('Message')]).toEqual([
    '401',
    'Back at one',
  ])
})

test('a reload is told, and its moment is in the status', async () => {
  clock.advance(3_600_000)
  const before = await client.send({ Action: 'CoreStatus' })
  await client.send({ Action: 'Reload' })
  const after = await client.send({ Action: 'CoreStatus' })
  expect(heard('Reload')?.get('Module')).toBe('All')
  expect(after.get('CoreReloadTime')).not.toBe(before.get('CoreReloadTime'))
})

test('ListCommands names the write classes that an action needs', async () => {
  const reply = await client.send({ Action: 'ListCommands' })
  expect(reply.get('PJSIPShowEndpoints')).toMatch(/\(Priv: system,all\)$/)
  expect(reply.get('QueueStatus')).toMatch(/\(Priv: <none>\)$/)
})
