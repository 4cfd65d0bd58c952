import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

const ANN = 'PJSIP/101'

/** Caller 1 waits, Ann's phone rings as channel 2. */
function ringing(): Scenario {
  const pbx = new Scenario().queue('q').member('q', ANN).join('q', '1', 1).after(5)
  return pbx.channel('2', ANN, { linkedid: '1', state: 5 }).dial('1', '2').member('q', ANN, { device: 'ringing' })
}

/** Ann answered two seconds later; the device's state is not told yet. */
function talking(): Scenario {
  return ringing().after(2).leave('q', '1', 1).connect('q', ANN, '1', '2').bridge('b', ['1', '2'])
}

test('in call from the connect on, whichever of connect and device state comes first', () => {
  expect(talking().memberOf('q', ANN)).toMatchObject({ inCall: true, activity: 'onCall', activitySince: 1_007_000 })
  const stateFirst = ringing().after(2).member('q', ANN, { device: 'inUse' }).connect('q', ANN, '1', '2')
  expect(stateFirst.memberOf('q', ANN)).toMatchObject({ inCall: true, activity: 'onCall', activitySince: 1_007_000 })
})

test('the chance value of InCall in live events changes nothing', () => {
  const pbx = talking().member('q', ANN, { device: 'inUse', inCall: undefined })
  expect(pbx.memberOf('q', ANN).inCall).toBe(true)
})

test.each([
  ['complete, hang-up, state', ['complete', 'hangUp', 'state']],
  ['hang-up, complete, state', ['hangUp', 'complete', 'state']],
  ['state, complete, hang-up', ['state', 'complete', 'hangUp']],
  ['state, hang-up, complete', ['state', 'hangUp', 'complete']],
])('the end of a call may come in any order: %s', (_, steps) => {
  const pbx = talking().member('q', ANN, { device: 'inUse' }).after(60)
  for (const step of steps) {
    if (step === 'complete') pbx.complete('q', ANN, '1', 60)
    if (step === 'hangUp') pbx.hangUp('2', '1')
    // The count of before: app_queue.c counts after it has told the end.
    if (step === 'state') pbx.member('q', ANN, { device: 'notInUse', callsTaken: 0 })
  }
  expect(pbx.memberOf('q', ANN)).toMatchObject({
    inCall: false,
    activity: 'idle',
    activitySince: 1_067_000,
    callsTaken: 1,
    lastCallAt: 1_067_000,
  })
  expect(pbx.tables.agentCalls.size).toBe(0)
  expect(pbx.queueCalled('q').completed).toBe(1)
})

test('a call that Asterisk has counted already is not counted again', () => {
  const pbx = talking().after(60).member('q', ANN, { callsTaken: 1 }).complete('q', ANN, '1')
  expect(pbx.memberOf('q', ANN).callsTaken).toBe(1)
})

test('with shared_lastcall the calls of other queues are told by status events, and stay', () => {
  const pbx = talking().member('other', ANN, { callsTaken: 3 }).after(60).complete('q', ANN, '1')
  pbx.member('other', ANN, { callsTaken: 4, lastCallAt: 1_067_000 })
  expect(pbx.memberOf('other', ANN)).toMatchObject({ callsTaken: 4, inCall: false })
})

test('while everybody rings, only who answers is in call', () => {
  const pbx = ringing()
    .member('q', 'PJSIP/102', { device: 'ringing' })
    .channel('3', 'PJSIP/102', { linkedid: '1', state: 5 })
  pbx.after(2).leave('q', '1', 1).connect('q', ANN, '1', '2').hangUp('3').member('q', 'PJSIP/102')
  expect(pbx.memberOf('q', ANN).activity).toBe('onCall')
  expect(pbx.memberOf('q', 'PJSIP/102')).toMatchObject({ inCall: false, activity: 'idle' })
})

test('an agent who presses hold is on hold, though the device stays in use', () => {
  const pbx = talking().member('q', ANN, { device: 'inUse' }).after(10).tell({ type: 'held', uniqueid: '2' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ activity: 'onHold', activitySince: 1_017_000 })
  expect(pbx.call().state).toBe('held')
  pbx.after(5).tell({ type: 'unheld', uniqueid: '2' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ activity: 'onCall', activitySince: 1_022_000 })
  expect(pbx.call().state).toBe('talking')
})

test('a held call that is hung up leaves nobody on hold', () => {
  const pbx = talking().member('q', ANN, { device: 'inUse' }).tell({ type: 'held', uniqueid: '2' }).after(5)
  pbx.hangUp('2').member('q', ANN, { device: 'notInUse' }).complete('q', ANN, '1').hangUp('1')
  expect(pbx.memberOf('q', ANN).activity).toBe('idle')
})

test('a call whose end a list had counted before its beginning was told counts once', () => {
  const pbx = new Scenario().queue('q').member('q', ANN).channel('1', 'PJSIP/carrier', { state: 6 })
  pbx.member('q', ANN, { callsTaken: 1, lastCallAt: pbx.now + 2000 })
  pbx.channel('2', ANN, { linkedid: '1', state: 6 }).connect('q', ANN, '1', '2').bridge('b', ['1', '2']).after(2)
  pbx.hangUp('2').complete('q', ANN, '1').hangUp('1')
  expect(pbx.memberOf('q', ANN).callsTaken).toBe(1)
})

test('a redirect of the caller frees the agent at once, though Asterisk tells the end when the caller hangs up', () => {
  const pbx = talking().after(10).unbridge('b', '1', '2').hangUp('2').member('q', ANN, { device: 'notInUse' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle', activitySince: 1_017_000 })
  expect(pbx.call()).toMatchObject({ agent: null, from: { channel: 'PJSIP/carrier-00000001' } })
  // Asterisk has counted it, too, and the wrap-up runs.
  expect(pbx.queueCalled('q').completed).toBe(1)
  expect(pbx.memberOf('q', ANN)).toMatchObject({ callsTaken: 1, lastCallAt: 1_017_000 })
  // The list of the next audit still says "in call".
  pbx.after(5).member('q', ANN, { device: 'notInUse', inCall: true })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle' })
  pbx.after(20).complete('q', ANN, '1', 35).hangUp('1')
  expect(pbx.queueCalled('q').completed).toBe(1)
  expect([pbx.tables.agentCalls.size, pbx.calls().length]).toEqual([0, 0])
})

test('a reload of static members clears InCall in the lists, and the call goes on all the same', () => {
  const pbx = talking().after(10).member('q', ANN, { device: 'inUse', inCall: false })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: true, activity: 'onCall', activitySince: 1_007_000 })
})

test('the late end of a redirected call does not end the call that the agent has by then', () => {
  const pbx = talking().after(10).unbridge('b', '1', '2').hangUp('2').after(5)
  pbx.join('q', '3', 1).channel('4', ANN, { linkedid: '3', state: 6 }).leave('q', '3').connect('q', ANN, '3', '4')
  pbx.after(10).complete('q', ANN, '1', 25)
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: true, activity: 'onCall' })
  pbx.after(10).complete('q', ANN, '3', 20).hangUp('4')
  expect(pbx.memberOf('q', ANN).inCall).toBe(false)
  expect([pbx.queueCalled('q').completed, pbx.tables.agentCalls.size]).toEqual([2, 0])
})

test('a late end without any channel is matched by its talk time', () => {
  const pbx = talking().after(3).hangUp('2').after(5)
  pbx.join('q', '3', 1).channel('4', ANN, { linkedid: '3', state: 6 }).connect('q', ANN, '3', '4').after(3).hangUp('4')
  // Both callers live on elsewhere; the second one's call ends first: connected at 1_015_000, 11 s ago now.
  pbx.after(8).complete('q', ANN, null, 11)
  expect([...(pbx.tables.agentCalls.values().next().value ?? [])].map((call) => call.callerUniqueid)).toEqual(['1'])
})

test('the agent of an attended or blind transfer is free, the caller talks on with the target', () => {
  const pbx = talking().after(10).complete('q', ANN, '1', 10).unbridge('b', '2').hangUp('2')
  pbx.channel('3', 'PJSIP/125', { linkedid: '1', state: 5 }).dial('1', '3').after(2).bridge('b', ['3'])
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: false, callsTaken: 1 })
  expect(pbx.call()).toMatchObject({ state: 'talking', agent: null, to: { number: '125' } })
})

test('a call that was there before us ends with the agent, told by AgentComplete or by the channel', () => {
  const before = () =>
    new Scenario().queue('q').channel('2', ANN, { state: 6 }).member('q', ANN, { device: 'inUse', inCall: true })
  expect(before().complete('q', ANN, '1').memberOf('q', ANN).inCall).toBe(false)
  expect(before().hangUp('2').memberOf('q', ANN).inCall).toBe(false)
})

test('the end of another channel of the same phone ends no queue call', () => {
  const pbx = talking().channel('7', ANN, { state: 6 }).after(5).hangUp('7')
  expect(pbx.memberOf('q', ANN).inCall).toBe(true)
})

test('a member who is removed in mid-call leaves no call behind', () => {
  const pbx = talking().tell({ type: 'memberRemoved', queue: 'q', interface: ANN }).after(5).complete('q', ANN, '1')
  pbx.hangUp('1', '2')
  expect([pbx.tables.members.size, pbx.tables.agentCalls.size, pbx.calls().length]).toEqual([0, 0, 0])
  expect(pbx.queueCalled('q').completed).toBe(1)
})
