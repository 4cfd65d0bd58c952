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

async function message(headers: Record<string, string>): Promise<string> {
  return (await client.send(headers)).get('Message')
}

function names(events: readonly Received[]): string[] {
  return events.map((event) => event.get('Event'))
}

const support = async () => client.list({ Action: 'QueueStatus', Queue: 'support' })
const callerOf = async (position: number) =>
  (await support()).find((item) => item.get('Position') === String(position))?.get('Channel') ?? ''

// Wordings as a real Asterisk 22.10.1 answered them.
test.each([
  [{ Action: 'QueueAdd' }, "'Queue' not specified."],
  [{ Action: 'QueueAdd', Queue: 'support' }, "'Interface' not specified."],
  [{ Action: 'QueueAdd', Queue: 'no', Interface: 'PJSIP/1' }, 'Unable to add interface to queue: No such queue'],
  [{ Action: 'QueueAdd', Queue: 'support', Interface: 'pjsip/201' }, 'Unable to add interface: Already there'],
  [{ Action: 'QueueRemove', Queue: 'support' }, "Need 'Queue' and 'Interface' parameters."],
  [
    { Action: 'QueueRemove', Queue: 'no', Interface: 'PJSIP/201' },
    'Unable to remove interface from queue: No such queue',
  ],
  [{ Action: 'QueueRemove', Queue: 'support', Interface: 'PJSIP/9' }, 'Unable to remove interface: Not there'],
  [{ Action: 'QueueRemove', Queue: 'support', Interface: 'PJSIP/201' }, 'Member not dynamic'],
  [{ Action: 'QueuePause', Interface: 'PJSIP/201' }, "Need 'Interface' and 'Paused' parameters."],
  [{ Action: 'QueuePause', Interface: 'PJSIP/9', Paused: '1' }, 'Interface not found'],
  [{ Action: 'QueuePenalty', Interface: 'PJSIP/201', Penalty: '-1' }, 'Invalid interface, queuename or penalty'],
  [
    { Action: 'QueueMemberRingInUse', Interface: 'PJSIP/9', RingInUse: 'yes' },
    'Invalid interface, queuename, or ringinuse value\n',
  ],
  [{ Action: 'QueueWithdrawCaller', Queue: 'support' }, "'Caller' not specified."],
  [
    { Action: 'QueueWithdrawCaller', Queue: 'support', Caller: 'x' },
    'Unable to request withdraw from queue: No such caller',
  ],
  [
    { Action: 'QueueChangePriorityCaller', Queue: 'no', Caller: 'x', Priority: '1' },
    'Unable to change priority caller on queue: No such queue',
  ],
  [{ Action: 'Hangup' }, 'No channel specified'],
  [{ Action: 'Hangup', Channel: 'no' }, 'No such channel'],
  [{ Action: 'Redirect', Channel: 'no' }, 'Context not specified'],
  [{ Action: 'Redirect', Channel: 'no', Context: 'a', Exten: 'b', Priority: '1' }, 'Channel does not exist: no'],
  [{ Action: 'ParkedCalls', ParkingLot: 'no' }, 'Requested parking lot could not be found.'],
  [{ Action: 'Events' }, 'Invalid event mask'],
])('%o is refused in Asterisk’s words', async (headers, wording) => {
  const reply = await client.send(headers)
  expect([reply.get('Response'), reply.get('Message')]).toEqual(['Error', wording])
  expect(client.events).toEqual([])
})

test('an unknown queue gives an empty list, and filters narrow it to one member', async () => {
  expect(names(await client.list({ Action: 'QueueStatus', Queue: 'no' }))).toEqual(['QueueStatusComplete'])
  const one = await client.list({ Action: 'QueueStatus', Queue: 'sales', Member: 'PJSIP/202' })
  expect(names(one).filter((name) => name === 'QueueMember')).toHaveLength(1)
})

test('ListItems counts the items', async () => {
  const items = await support()
  expect(items.at(-1)?.get('ListItems')).toBe(String(items.length - 1))
})

test('a member added paused is there with the reason, and gone after the removal', async () => {
  const member = { Queue: 'support', Interface: 'PJSIP/900', MemberName: 'Ana "A"' }
  expect(await message({ Action: 'QueueAdd', ...member, Paused: 'true', Reason: 'training' })).toBe(
    'Added interface to queue',
  )
  const added = (await support()).find((item) => item.get('Location') === 'PJSIP/900')
  expect([added?.get('Name'), added?.get('PausedReason')]).toEqual(['Ana "A"', 'training'])
  expect(await message({ Action: 'QueueRemove', ...member })).toBe('Removed interface from queue')
  expect((await support()).some((item) => item.get('Location') === 'PJSIP/900')).toBe(false)
  expect(names(client.events)).toEqual(expect.arrayContaining(['QueueMemberAdded', 'QueueMemberRemoved']))
})

test('a pause without a queue pauses in all of the member’s queues', async () => {
  await client.send({ Action: 'QueuePause', Interface: 'PJSIP/202', Paused: 'yes', Reason: 'coffee' })
  const told = client.events.map((event) => [event.get('Queue'), event.get('PausedReason')])
  expect(told).toEqual([
    ['sales', 'coffee'],
    ['night', 'coffee'],
  ])
})

test('a withdrawn caller is lost and those behind move up', async () => {
  const [first, second] = [await callerOf(1), await callerOf(2)]
  client.events.length = 0
  await client.send({ Action: 'QueueWithdrawCaller', Queue: 'support', Caller: first })
  await client.send({ Action: 'Ping' })
  expect(names(client.events)).toEqual(['QueueCallerAbandon', 'MusicOnHoldStop', 'QueueCallerLeave', 'Hangup'])
  expect(await callerOf(1)).toBe(second)
})

test('a new priority moves a caller only when it is to be immediate, and no event tells', async () => {
  const last = await callerOf(12)
  client.events.length = 0
  const action = { Action: 'QueueChangePriorityCaller', Queue: 'support', Caller: last, Priority: '9' }
  await client.send(action)
  expect(await callerOf(12)).toBe(last)
  await client.send({ ...action, Immediate: 'yes' })
  expect(await callerOf(1)).toBe(last)
  expect(client.events.filter((event) => event.get('ActionID') === '')).toEqual([])
})

test('a waiting caller who is redirected to another queue is lost here and waits there', async () => {
  const Channel = await callerOf(1)
  client.events.length = 0
  await client.send({ Action: 'Redirect', Channel, Context: 'queues', Exten: 'night', Priority: '1' })
  await client.send({ Action: 'Ping' })
  const told = client.events.filter((event) => event.get('Event').startsWith('QueueCaller'))
  expect(told.map((event) => [event.get('Event'), event.get('Queue')])).toEqual([
    ['QueueCallerAbandon', 'support'],
    ['QueueCallerLeave', 'support'],
    ['QueueCallerJoin', 'night'],
  ])
})

test('a redirected caller’s call is counted and its agent free at once; its AgentComplete comes late, without the agent', async () => {
  const channels = await client.list({ Action: 'CoreShowChannels' })
  const agent = channels.find((item) => item.get('Channel').startsWith('PJSIP/201-'))
  const caller = channels.find(
    (item) => item.get('Linkedid') === agent?.get('Linkedid') && item.get('Channel').includes('carrier'),
  )
  client.events.length = 0
  const Channel = caller?.get('Channel') ?? ''
  await client.send({ Action: 'Redirect', Channel, Context: 'internal', Exten: '901', Priority: '1' })
  await client.send({ Action: 'Ping' })
  expect(names(client.events)).not.toContain('AgentComplete')
  const { members, completed } = simulator.snapshot().queues.support ?? {}
  expect([members?.['PJSIP/201']?.status, completed]).toEqual([1, 143])
  clock.advance(30_000)
  await client.send({ Action: 'Ping' })
  const complete = client.events.find((event) => event.get('Event') === 'AgentComplete')
  expect([complete?.get('Reason'), complete?.get('DestChannel')]).toEqual(['caller', ''])
})

test('hanging up an agent’s channel ends the call for both', async () => {
  const channels = await client.list({ Action: 'CoreShowChannels' })
  const Channel = channels.find((item) => item.get('Channel').startsWith('PJSIP/201-'))?.get('Channel') ?? ''
  client.events.length = 0
  await client.send({ Action: 'Hangup', Channel })
  await client.send({ Action: 'Ping' })
  expect(names(client.events)).toEqual([
    'HangupRequest',
    'AgentComplete',
    'BridgeLeave',
    'BridgeLeave',
    'SoftHangupRequest',
    'Hangup',
    'Hangup',
    'BridgeDestroy',
    'ExtensionStatus',
    'DeviceStateChange',
    'QueueMemberStatus',
  ])
})

test('names are C-escaped in channel fields and raw in the queue’s list', async () => {
  const raw = (await support()).find((item) => item.get('Position') === '3')
  const channels = await client.list({ Action: 'CoreShowChannels' })
  const escaped = channels.find((item) => item.get('Channel') === raw?.get('Channel'))
  expect([raw?.get('CallerIDName'), escaped?.get('CallerIDName')]).toEqual(["Tom O'Brien", "Tom O\\'Brien"])
})

test('a reset clears the counters, and a summary counts who is there', async () => {
  await client.send({ Action: 'QueueReset', Queue: 'support' })
  const params = (await support())[0]
  expect([params?.get('Completed'), params?.get('Abandoned')]).toEqual(['0', '0'])
  const summary = (await client.list({ Action: 'QueueSummary', Queue: 'sales' }))[0]
  expect([summary?.get('LoggedIn'), summary?.get('Available'), summary?.get('Callers')]).toEqual(['6', '2', '2'])
})
