import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Simulator, startSimulator } from './simulator'
import { AmiClient, parseMessage, type Received } from './testing/ami-client'
import { ManualClock } from './testing/manual-clock'

/** Queues and their calls; then phones, lines, conferences, parking and mailboxes. */
const RECORDINGS = ['../testing/recordings/asterisk-22.ami.gz', './testing/asterisk-22-house.ami.gz']

/** The recorded scenarios restart nothing, and their phones are silent (apps/confbridge/confbridge_manager.c has its fields). */
const NOT_RECORDED = ['Shutdown', 'ConfbridgeTalking']

/** Name, class and header names in their order: what a reader of AMI builds on. */
function shapeOf({ headers, get }: Received): string {
  const names = headers.map(([name]) => name)
  return `${get('Event')} [${get('Privilege')}] ${names.join(' ')}`
}

function recordedEvents(): Received[] {
  const text = RECORDINGS.map((name) => gunzipSync(readFileSync(new URL(name, import.meta.url))).toString('utf8')).join(
    '',
  )
  const messages = text.split('\r\n\r\n').map((message) => message.replace(/^[\r\n]+/, ''))
  return messages.filter((message) => message.startsWith('Event: ')).map(parseMessage)
}

let simulator: Simulator
let client: AmiClient
let simulated: readonly Received[]

beforeAll(async () => {
  simulated = await simulatedEvents()
})

afterAll(async () => {
  client.close()
  await simulator.close()
})

/** Everything that the simulator can say: a long day with every action in it. */
async function simulatedEvents(): Promise<Received[]> {
  const clock = new ManualClock()
  simulator = await startSimulator({ clock, queues: 3, membersPerQueue: 3, callsPerHour: 60, historyMinutes: 10 })
  client = await AmiClient.login(simulator)
  for (let hour = 0; hour < 12; hour++) {
    clock.advance(3_600_000)
    await client.send({ Action: 'Ping' })
  }
  const member = { Queue: 'support', Interface: 'PJSIP/900' }
  await client.send({ Action: 'QueueAdd', ...member, MemberName: 'Jiří "Q" Dvořák' })
  await client.send({ Action: 'QueuePause', ...member, Paused: 'true', Reason: 'lunch' })
  await client.send({ Action: 'QueuePenalty', ...member, Penalty: '3' })
  await client.send({ Action: 'QueueMemberRingInUse', ...member, RingInUse: 'yes' })
  await client.send({ Action: 'QueueRemove', ...member })
  const lists = ['QueueStatus', 'QueueSummary', 'CoreShowChannels', 'BridgeList', 'ExtensionStateList']
  for (const Action of [...lists, 'DeviceStateList', 'ParkedCalls']) await client.list({ Action })
  await everythingOfTheHouse()
  const waiting = client.events.filter((event) => event.get('Event') === 'QueueEntry')
  expect(waiting.length).toBeGreaterThan(0)
  return client.events
}

async function everythingOfTheHouse(): Promise<void> {
  const lists = ['PJSIPShowEndpoints', 'PJSIPShowAors', 'PJSIPShowContacts', 'PJSIPShowRegistrationsOutbound']
  const more = ['IAXpeerlist', 'IAXregistry', 'VoicemailUsersList', 'PresenceStateList', 'Parkinglots']
  for (const Action of [...lists, ...more]) await client.list({ Action })
  await client.list({ Action: 'PJSIPShowEndpoint', Endpoint: '401' })
  await client.send({ Action: 'IAXpeers', ActionID: 'peers' })
  await client.send({ Action: 'Reload', Module: 'app_queue.so' })
  await client.send({ Action: 'PJSIPRegister', Registration: 'carrier' })
}

test('every event and list item has the headers, in the order, that a real Asterisk 22 was recorded with', () => {
  const recorded = new Set(recordedEvents().map(shapeOf))
  const shapes = new Set(simulated.map(shapeOf))
  const unknown = [...shapes].filter((shape) => !recorded.has(shape))
  expect(unknown.filter((shape) => !NOT_RECORDED.some((name) => shape.startsWith(name)))).toEqual([])
})

test('nothing that queues are made of is missing from the simulated day', () => {
  const names = new Set(simulated.map((event) => event.get('Event')))
  const recorded = new Set(recordedEvents().map((event) => event.get('Event')))
  const ofQueues = [...recorded].filter((name) =>
    /^(Queue|Agent|Bridge(Enter|Leave|Create)|Dial|New|Hangup|Hold|BlindT)/.test(name),
  )
  const left = ['NewCallerid', 'Newexten'] // only the dialplan and Local channels cause them
  expect(ofQueues.filter((name) => !names.has(name) && !left.includes(name))).toEqual([])
})
