import { expect, test } from 'vitest'
import type { Receipt } from '@/lib/protocol/receipts'
import { BRIDGE, CALLED, CALLER, dest, openScriptedRoom, prefixed, turn, wayOf } from '../testing/scripted-room'

const OFFERS = ['Originate', 'Hangup', 'Redirect', 'BlindTransfer', 'Atxfer', 'CancelAtxfer', 'MixMonitor']
const OLD = ['Originate', 'Hangup', 'Redirect', 'Monitor', 'StopMonitor']
const NEXT = { Channel: 'PJSIP/102-00000003', Uniqueid: '1.3', Linkedid: '1.1' }

async function endOf(receipt: () => Receipt): Promise<[state: string, way: string]> {
  for (let turns = 0; turns < 50 && receipt().state === 'underway'; turns += 1) await turn()
  const { state, reason } = receipt()
  return [reason ?? state, wayOf(receipt())]
}

const toNext = (call: string) => ({ type: 'call.transfer', call, by: 'from', to: '102' }) as const
const SENT_ON = 'sent accepted seen:102 dialling otherRings connected'

test.each(['before', 'after'])('a blind transfer whose events come %s the answer', async (when) => {
  const room = await openScriptedRoom(OFFERS)
  const receipt = await room.begin(toNext(room.call))
  const action = await room.sent('BlindTransfer')
  expect([action.headers.get('Channel'), action.headers.get('Exten')]).toEqual([CALLER.Channel, '102'])
  if (when === 'after') room.accept(action)
  room.pbx.event('BlindTransfer', {
    ...{ Result: 'Success', TransfererUniqueid: CALLER.Uniqueid, TransfereeUniqueid: CALLED.Uniqueid },
    Extension: '102',
  })
  room.leaves(CALLER)
  room.pbx.event('DialBegin', { ...CALLED, ...dest(NEXT), DestChannelState: 0 })
  room.pbx.event('Newstate', { ...NEXT, ChannelState: 5 })
  room.pbx.event('DialEnd', { ...CALLED, ...dest(NEXT), DialStatus: 'ANSWER' })
  if (when === 'before') room.accept(action)
  expect(await endOf(receipt)).toEqual(['done', SENT_ON])
})

test('where BlindTransfer is not offered, whoever stays is redirected', async () => {
  const room = await openScriptedRoom(OLD)
  const receipt = await room.begin(toNext(room.call))
  const action = await room.sent('Redirect')
  expect(Object.fromEntries(action.headers)).toMatchObject({ Channel: CALLED.Channel, Exten: '102', Priority: '1' })
  room.accept(action)
  room.leaves(CALLED)
  room.pbx.event('DialBegin', { ...CALLED, ...dest(NEXT), DestChannelState: 0 })
  room.pbx.event('Hangup', { ...NEXT, Cause: 17 })
  room.pbx.event('DialEnd', { ...CALLED, ...dest(NEXT), DialStatus: 'BUSY' })
  room.pbx.event('Hangup', { ...CALLED, Cause: 17 })
  expect(await endOf(receipt)).toEqual(['busy', 'sent accepted seen:102 dialling'])
})

test('who is redirected into a queue has arrived when waiting there', async () => {
  const room = await openScriptedRoom(OLD)
  const receipt = await room.begin(toNext(room.call))
  room.accept(await room.sent('Redirect'))
  room.pbx.event('QueueCallerJoin', { ...CALLED, Queue: 'support', Position: 1, Count: 1 })
  expect(await endOf(receipt)).toEqual(['done', 'sent accepted seen:102'])
})

test('a redirect that nothing follows is told as not seen', async () => {
  const room = await openScriptedRoom(OLD)
  const receipt = await room.begin(toNext(room.call))
  room.accept(await room.sent('Redirect'))
  await turn()
  room.pbx.clock.advance(5000)
  expect(await endOf(receipt)).toEqual(['notSeen', 'sent accepted'])
})

async function consulting() {
  const room = await openScriptedRoom(OFFERS)
  const receipt = await room.begin({ type: 'call.attendedTransfer', call: room.call, by: 'from', to: '102' })
  const action = await room.sent('Atxfer')
  expect(action.headers.get('Channel')).toBe(CALLER.Channel)
  room.accept(action)
  room.leaves(CALLER)
  await turn()
  expect([wayOf(receipt()), receipt().cancellable]).toEqual(['sent accepted seen', true])
  // The consultation is a bridge of its own.
  room.pbx.event('LocalBridge', { ...prefixed('LocalOne', NEAR), ...prefixed('LocalTwo', FAR) })
  room.pbx.event('BridgeEnter', { ...BRIDGE, BridgeUniqueid: 'b2', ...CALLER })
  return { room, receipt }
}

type Room = Awaited<ReturnType<typeof openScriptedRoom>>
const NEAR = { Channel: 'Local/102@internal-00000000;1', Uniqueid: '1.4', Linkedid: '1.1' }
const FAR = { Channel: 'Local/102@internal-00000000;2', Uniqueid: '1.5', Linkedid: '1.1' }
/** Whoever was asked is let go of: Asterisk's own channel to them ends, both halves of it. */
function letsGo({ pbx }: Room) {
  pbx.event('Hangup', { ...NEAR, Cause: 0 })
  pbx.event('Hangup', { ...FAR, Cause: 26 })
}
const answers = ({ pbx }: Room) => pbx.event('DialEnd', { ...prefixed('Dest', NEAR), DialStatus: 'ANSWER' })

test.each([
  ['Success', ['done', 'sent accepted seen connected']],
  ['Fail', ['cancelled', 'sent accepted seen']],
])('an attended transfer whose result is %s', async (Result, end) => {
  const { room, receipt } = await consulting()
  answers(room)
  room.pbx.event('AttendedTransfer', { Result, OrigTransfererUniqueid: CALLER.Uniqueid })
  expect(await endOf(receipt)).toEqual(end)
})

test('who makes it a talk of three has brought in whom they asked', async () => {
  const { room, receipt } = await consulting()
  answers(room)
  // As Asterisk tells it: back in the bridge of the first talk, and only then what for.
  room.enters(CALLER)
  room.pbx.event('AttendedTransfer', {
    ...{ Result: 'Success', DestType: 'Threeway', OrigTransfererUniqueid: CALLER.Uniqueid },
  })
  expect(await endOf(receipt)).toEqual(['done', 'sent accepted seen connected'])
})

test.each(['before', 'after'])(
  'who comes back, %s whom they asked is let go of, has transferred nobody',
  async (order) => {
    const { room, receipt } = await consulting()
    answers(room)
    if (order === 'before') room.enters(CALLER)
    letsGo(room)
    if (order === 'after') room.enters(CALLER)
    expect(await endOf(receipt)).toEqual(['cancelled', 'sent accepted seen'])
  },
)

test('who turns to and fro between the two is still asking, and may transfer yet', async () => {
  const { room, receipt } = await consulting()
  answers(room)
  room.enters(CALLER)
  await turn()
  expect(receipt()).toMatchObject({ state: 'underway', cancellable: true })
  room.leaves(CALLER)
  room.pbx.event('BridgeEnter', { ...BRIDGE, BridgeUniqueid: 'b2', ...CALLER })
  room.pbx.event('AttendedTransfer', { Result: 'Success', OrigTransfererUniqueid: CALLER.Uniqueid })
  expect(await endOf(receipt)).toEqual(['done', 'sent accepted seen connected'])
})

test.each([
  ['busy', 'BUSY', 17],
  ['declined', 'BUSY', 21],
  ['unreachable', 'CHANUNAVAIL', 3],
  ['noAnswer', 'NOANSWER', 0],
])('who is asked is %s: whoever asks comes back, and is told', async (reason, DialStatus, Cause) => {
  const { room, receipt } = await consulting()
  room.pbx.event('DialBegin', { ...FAR, ...dest(NEXT) })
  room.pbx.event('DialEnd', { ...FAR, ...dest(NEXT), DialStatus })
  room.pbx.event('Hangup', { ...FAR, Cause })
  room.pbx.event('Hangup', { ...NEAR, Cause })
  room.enters(CALLER)
  expect(await endOf(receipt)).toEqual([reason, 'sent accepted seen'])
})

test('who is asked does not answer in the time that Asterisk gives', async () => {
  const { room, receipt } = await consulting()
  room.pbx.event('DialBegin', { ...FAR, ...dest(NEXT) })
  room.enters(CALLER)
  // Only then is the phone called off.
  room.pbx.event('DialEnd', { ...FAR, ...dest(NEXT), DialStatus: 'CANCEL' })
  letsGo(room)
  expect(await endOf(receipt)).toEqual(['noAnswer', 'sent accepted seen'])
})

test.each([
  ['no code for it, or no right to', false, ['notSeen', 'featureCode']],
  ['no such extension', true, ['invalidNumber', null]],
])('nobody is asked where Asterisk knows %s', async (_why, isHeld, end) => {
  const room = await openScriptedRoom(OFFERS)
  const receipt = await room.begin({ type: 'call.attendedTransfer', call: room.call, by: 'from', to: '102' })
  room.accept(await room.sent('Atxfer'))
  if (isHeld) room.pbx.event('Hold', CALLER)
  await turn()
  room.pbx.clock.advance(5000)
  await endOf(receipt)
  expect([receipt().reason, receipt().detail]).toEqual(end)
})

test('cancelling a consultation tells Asterisk so, and what happened is what the events say', async () => {
  const { room, receipt } = await consulting()
  await room.begin({ type: 'cancel', receipt: receipt().id })
  const action = await room.sent('CancelAtxfer')
  expect([action.headers.get('Channel'), receipt().state]).toEqual([CALLER.Channel, 'underway'])
  room.enters(CALLER)
  letsGo(room)
  expect(await endOf(receipt)).toEqual(['cancelled', 'sent accepted seen'])
})

test('where MixMonitor is not offered, Monitor records, and can be neither silenced nor heard again', async () => {
  const room = await openScriptedRoom(OLD)
  const record = (how: 'start' | 'stop' | 'mute') => room.begin({ type: 'call.record', call: room.call, how })
  const start = await record('start')
  const action = await room.sent('Monitor')
  expect([action.headers.get('Channel'), action.headers.get('Mix')]).toEqual([CALLER.Channel, 'true'])
  expect(action.headers.get('File')).toMatch(/^board-2026-11-23-1\.1-\d{6}$/)
  room.pbx.event('MonitorStart', CALLER)
  room.accept(action)
  expect(await endOf(start)).toEqual(['done', 'sent accepted seen'])
  const mute = await record('mute')
  expect([await endOf(mute), mute().detail]).toEqual([['unsupported', ''], 'MixMonitorMute'])
  const stop = await record('stop')
  room.accept(await room.sent('StopMonitor'))
  room.pbx.event('MonitorStop', CALLER)
  expect(await endOf(stop)).toEqual(['done', 'sent accepted seen'])
})

const MY = (uniqueid: string) => ({ Channel: 'PJSIP/121-00000004', Uniqueid: uniqueid, Linkedid: uniqueid })

test.each(['before', 'after'])('listening that starts %s Asterisk tells that the phone answered', async (when) => {
  const room = await openScriptedRoom(OFFERS)
  const receipt = await room.begin({ type: 'call.listen', call: room.call, party: 'to', mode: 'listen' })
  const action = await room.sent('Originate')
  expect([action.headers.get('Application'), action.headers.get('Data')]).toEqual(['ChanSpy', `${CALLED.Channel},quES`])
  const id = action.headers.get('ChannelId') ?? ''
  room.accept(action)
  room.pbx.event('Newchannel', { ...MY(id), ChannelState: 0 })
  room.pbx.event('Newstate', { ...MY(id), ChannelState: 5 })
  const spies = () => room.pbx.event('ChanSpyStart', { SpyerUniqueid: id, SpyeeUniqueid: CALLED.Uniqueid })
  if (when === 'before') spies()
  room.pbx.event('OriginateResponse', { Response: 'Success', Reason: 4, Uniqueid: id })
  if (when === 'after') spies()
  room.pbx.clock.advance(3000)
  room.pbx.event('ChanSpyStop', { SpyerUniqueid: id })
  room.pbx.event('Hangup', { ...MY(id), Cause: 16 })
  expect(await endOf(receipt)).toEqual(['done', 'sent accepted phoneRings phoneAnswered connected ended:3'])
})

test.each(['answered', 'unanswered'])('a link lost in the middle of an %s Originate: nobody knows', async (how) => {
  const room = await openScriptedRoom(OFFERS)
  const receipt = await room.begin({ type: 'dial', to: '102' })
  const action = await room.sent('Originate')
  if (how === 'answered') {
    room.accept(action)
    room.pbx.event('Newchannel', { ...MY(action.headers.get('ChannelId') ?? ''), ChannelState: 5 })
    await turn()
  }
  room.pbx.connection.lose()
  const way = how === 'answered' ? 'sent accepted phoneRings' : 'sent'
  expect(await endOf(receipt)).toEqual(['linkLost', way])
  expect(receipt().cancellable).toBe(false)
  await room.load()
  await room.pbx.pass(60_000)
  const sentAgain = [...room.pbx.actions, ...room.pbx.connection.received].map(({ action: name }) => name)
  expect(sentAgain).not.toContain('Originate')
  expect(await endOf(receipt)).toEqual(['linkLost', way])
})

test('a link lost while people talk ends the following, not the call', async () => {
  const { room, receipt } = await consulting()
  room.pbx.connection.lose()
  expect(await endOf(receipt)).toEqual(['linkLost', 'sent accepted seen'])
  expect(room.pbx.connection.received).toEqual([])
})
