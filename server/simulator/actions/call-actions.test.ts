import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../simulator'
import { AmiClient, parseMessage, type Received } from '../testing/ami-client'
import { ManualClock } from '../testing/manual-clock'

const RECORDING = new URL('../../testing/recordings/asterisk-22.ami.gz', import.meta.url)

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

const channels = () => client.list({ Action: 'CoreShowChannels' })

async function later(seconds: number): Promise<void> {
  clock.advance(seconds * 1000)
  await client.send({ Action: 'Ping' })
}

function heard(name: string): Received | undefined {
  return client.events.findLast((event) => event.get('Event') === name)
}

/** The two channels of the talk that the phone is in. */
async function talkAt(device: string): Promise<{ agent: string; caller: string }> {
  const all = await channels()
  const agent = all.find((item) => item.get('Channel').startsWith(`${device}-`))
  const caller = all.find((item) => item.get('BridgeId') === agent?.get('BridgeId') && item !== agent)
  return { agent: agent?.get('Channel') ?? '', caller: caller?.get('Channel') ?? '' }
}

async function freePhone(): Promise<string> {
  const devices = await client.list({ Action: 'DeviceStateList' })
  const free = devices.find((item) => item.get('Device').startsWith('PJSIP/') && item.get('State') === 'NOT_INUSE')
  return free?.get('Device') ?? ''
}

const order = {
  Action: 'Originate',
  Async: 'true',
  Context: 'internal',
  Priority: '1',
  Timeout: '30000',
  ChannelId: 'c2c-1',
}

test('a click to dial rings the own phone, then the number, and both talk until one hangs up', async () => {
  const phone = await freePhone()
  const reply = await client.send({ ...order, Channel: phone, Exten: '0301234567', ActionID: 'mine' })
  expect(reply.get('Message')).toBe('Originate successfully queued')
  expect(heard('Newstate')?.get('ChannelStateDesc')).toBe('Ringing')
  await later(4)
  const response = heard('OriginateResponse')
  expect([response?.get('ActionID'), response?.get('Reason'), response?.get('Uniqueid')]).toEqual([
    'mine',
    '4',
    'c2c-1',
  ])
  await later(6)
  expect(heard('DialEnd')?.get('DialStatus')).toBe('ANSWER')
  expect((await talkAt(phone)).caller).toMatch(/^PJSIP\/carrier-/)
  await client.send({ Action: 'Hangup', Channel: 'c2c-1' })
  await later(0)
  expect((await talkAt(phone)).agent).toBe('')
})

test.each([
  ['0301234569', 1, 'BUSY'],
  ['0301234568', 20, 'NOANSWER'],
])('the number %s ends after %s s with %s', async (Exten, seconds, status) => {
  await client.send({ ...order, Channel: await freePhone(), Exten })
  await later(4)
  await later(seconds)
  expect(heard('DialEnd')?.get('DialStatus')).toBe(status)
})

test('a click to dial that is cancelled while the own phone rings says so, without an answer', async () => {
  await client.send({ ...order, Channel: await freePhone(), Exten: '201' })
  await client.send({ Action: 'Hangup', Channel: 'c2c-1' })
  await later(0)
  expect([heard('DialEnd')?.get('DialStatus'), heard('OriginateResponse')?.get('Reason')]).toEqual(['CANCEL', '0'])
})

test('a phone in a call is busy for a click to dial', async () => {
  await client.send({ ...order, Channel: 'PJSIP/201', Exten: '202' })
  await later(0)
  expect(heard('Hangup')?.get('Cause')).toBe('17')
})

test('a blind transfer frees the agent at once and rings at the other phone', async () => {
  const { agent, caller } = await talkAt('PJSIP/201')
  const to = (await freePhone()).replace('PJSIP/', '')
  expect(
    (await client.send({ Action: 'BlindTransfer', Channel: agent, Context: 'internal', Exten: to })).get('Message'),
  ).toBe('Transfer succeeded')
  await later(6)
  expect((await talkAt(`PJSIP/${to}`)).caller).toBe(caller)
  expect(simulator.snapshot().queues.support?.members['PJSIP/201']?.status).toBe(1)
})

test('an attended transfer asks first, and then those who are left talk', async () => {
  const { agent, caller } = await talkAt('PJSIP/201')
  const to = await freePhone()
  await client.send({ Action: 'Atxfer', Channel: agent, Context: 'internal', Exten: to.replace('PJSIP/', '') })
  await later(3)
  expect((await talkAt(to)).caller).toBe(agent)
  await later(7)
  expect(heard('AttendedTransfer')?.get('TransfereeChannel')).toBe(caller)
  expect([(await talkAt(to)).caller, (await talkAt('PJSIP/201')).agent]).toEqual([caller, ''])
})

test.each([1, 4])('an attended transfer that is cancelled after %s s brings both together again', async (seconds) => {
  const both = await talkAt('PJSIP/201')
  const to = await freePhone()
  await client.send({ Action: 'Atxfer', Channel: both.agent, Context: 'internal', Exten: to.replace('PJSIP/', '') })
  await later(seconds)
  await client.send({ Action: 'CancelAtxfer', Channel: both.agent })
  await later(10)
  expect([await talkAt('PJSIP/201'), (await talkAt(to)).agent]).toEqual([both, ''])
})

test('who hangs up while the agent asks somebody ends the call for all', async () => {
  const both = await talkAt('PJSIP/201')
  const to = await freePhone()
  await client.send({ Action: 'Atxfer', Channel: both.agent, Context: 'internal', Exten: to.replace('PJSIP/', '') })
  await later(4)
  await client.send({ Action: 'Hangup', Channel: both.caller })
  await later(1)
  expect([(await talkAt('PJSIP/201')).agent, (await talkAt(to)).agent]).toEqual(['', ''])
})

test('who is parked waits in a slot, is listed there, and can be fetched from another phone', async () => {
  const { caller } = await talkAt('PJSIP/201')
  await client.send({ Action: 'Park', Channel: caller })
  await later(5)
  const [slot] = await client.list({ Action: 'ParkedCalls' })
  expect([slot?.get('ParkeeChannel'), slot?.get('ParkingSpace'), slot?.get('ParkingDuration')]).toEqual([
    caller,
    '701',
    '5',
  ])
  const phone = await freePhone()
  await client.send({ ...order, Channel: phone, Context: 'parkedcalls', Exten: '701' })
  await later(4)
  expect(heard('UnParkedCall')?.get('ParkeeChannel')).toBe(caller)
  expect((await talkAt(phone)).caller).toBe(caller)
})

test('both sides of a call meet again in a conference, and neither is hung up', async () => {
  const { agent, caller } = await talkAt('PJSIP/201')
  const there = { Context: 'conferences', Exten: '901', Priority: '1' }
  await client.send({ Action: 'Redirect', Channel: caller, ExtraChannel: agent, ...there })
  await later(1)
  expect(await talkAt('PJSIP/201')).toEqual({ agent, caller })
  const [bridge] = (await client.list({ Action: 'BridgeList' })).filter((item) => item.get('BridgeName') === '901')
  expect(bridge?.get('BridgeNumChannels')).toBe('2')
})

test('who listens to an agent hears until the call ends, and is then hung up', async () => {
  const { agent } = await talkAt('PJSIP/201')
  await client.send({ ...order, Channel: await freePhone(), Application: 'ChanSpy', Data: `${agent},quES` })
  await later(4)
  expect(heard('ChanSpyStart')?.get('SpyeeChannel')).toBe(agent)
  await client.send({ Action: 'Hangup', Channel: agent })
  await later(0)
  expect(heard('ChanSpyStop')?.get('SpyerUniqueid')).toBe('c2c-1')
})

test('listening to a channel that is gone ends at once', async () => {
  await client.send({ ...order, Channel: await freePhone(), Application: 'ChanSpy', Data: 'PJSIP/201-ffffffff,quES' })
  await later(4)
  expect([heard('ChanSpyStart'), heard('OriginateResponse')?.get('Reason')]).toEqual([undefined, '4'])
  expect(heard('Hangup')?.get('Uniqueid')).toBe('c2c-1')
})

test('a time limit ends the call in time, and 0 takes it away', async () => {
  const { agent } = await talkAt('PJSIP/201')
  const other = await talkAt('PJSIP/202')
  await client.send({ Action: 'AbsoluteTimeout', Channel: agent, Timeout: '10' })
  await client.send({ Action: 'AbsoluteTimeout', Channel: other.agent, Timeout: '10' })
  await client.send({ Action: 'AbsoluteTimeout', Channel: other.agent, Timeout: '0' })
  await later(11)
  expect([(await talkAt('PJSIP/201')).agent, (await talkAt('PJSIP/202')).agent]).toEqual(['', other.agent])
})

test('a recording starts, is muted and stops once; a second stop is an error', async () => {
  const { agent: Channel } = await talkAt('PJSIP/201')
  const { get } = await client.send({ Action: 'MixMonitor', Channel, File: 'talk.wav', Options: 'i(id)' })
  expect(heard('MixMonitorStart')?.get('Channel')).toBe(Channel)
  await client.send({ Action: 'MixMonitorMute', Channel, State: '1' })
  expect(heard('MixMonitorMute')?.get('State')).toBe('1')
  const stop = { Action: 'StopMixMonitor', Channel, MixMonitorID: get('MixMonitorID') }
  expect((await client.send(stop)).get('Message')).toBe('MixMonitor stopped')
  expect((await client.send(stop)).get('Response')).toBe('Error')
})

test('what it tells of clicks, parking and listening has the headers that a real Asterisk 22 was recorded with', async () => {
  const shapes = new Map<string, string[]>()
  const text = gunzipSync(readFileSync(RECORDING)).toString('utf8')
  for (const one of text.split('\r\n\r\n').map((message) => message.replace(/^[\r\n]+/, ''))) {
    if (!one.startsWith('Event: ')) continue
    const event = parseMessage(one)
    const names = event.headers.map(([name]) => name).join(' ')
    shapes.set(event.get('Event'), [...(shapes.get(event.get('Event')) ?? []), names])
  }
  const { agent, caller } = await talkAt('PJSIP/201')
  await client.send({
    ...order,
    Channel: await freePhone(),
    Application: 'ChanSpy',
    Data: `${agent},quES`,
    ActionID: 'a',
  })
  await later(4)
  await client.send({ Action: 'MixMonitor', Channel: agent, File: 'talk.wav' })
  const other = await talkAt('PJSIP/203')
  const to = (await freePhone()).replace('PJSIP/', '')
  await client.send({ Action: 'Atxfer', Channel: other.agent, Context: 'internal', Exten: to })
  await later(10)
  await client.send({ Action: 'Park', Channel: caller })
  await client.send({
    ...order,
    Channel: await freePhone(),
    Context: 'parkedcalls',
    Exten: '701',
    ChannelId: 'c2c-2',
    ActionID: 'b',
  })
  await later(4)
  for (const name of [
    'AttendedTransfer',
    'OriginateResponse',
    'ChanSpyStart',
    'ChanSpyStop',
    'MixMonitorStart',
    'ParkedCall',
    'UnParkedCall',
  ])
    expect(shapes.get(name), name).toContain(
      heard(name)
        ?.headers.map(([header]) => header)
        .join(' '),
    )
})
