import { expect, test } from 'vitest'
import { memberStateAt } from '@/lib/domain/member'
import { channelAt, Scenario } from './testing/scenario'

const ANN = 'PJSIP/101'

function pbxWithAnn(fields = {}): Scenario {
  return new Scenario().queue('q').member('q', ANN, fields)
}

test('a wrap-up of its own counts; without one it is that of the queue, from the configuration', () => {
  expect(pbxWithAnn({ wrapUpSeconds: 0 }).memberOf('q', ANN).wrapUpSeconds).toBe(7)
  expect(pbxWithAnn({ wrapUpSeconds: 20 }).memberOf('q', ANN).wrapUpSeconds).toBe(20)
})

test('the same interface in other letters is the same member', () => {
  const pbx = pbxWithAnn().member('q', 'pjsip/101', { penalty: 3 })
  expect(pbx.tables.members.size).toBe(1)
  expect(pbx.memberOf('q', ANN).penalty).toBe(3)
})

test('since when moves only when the activity does', () => {
  const pbx = pbxWithAnn().after(10).member('q', ANN, { device: 'ringing' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ activity: 'ringing', activitySince: 1_010_000 })
  pbx.after(3).member('q', ANN, { device: 'ringing', penalty: 2 })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ penalty: 2, activitySince: 1_010_000 })
  pbx.after(1).member('q', ANN, { device: 'inUse' }).after(60).member('q', ANN, { device: 'busy' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ activity: 'onCall', activitySince: 1_014_000 })
})

test.each([
  ['unknown', 'idle'],
  ['notInUse', 'idle'],
  ['inUse', 'onCall'],
  ['busy', 'onCall'],
  ['invalid', 'unavailable'],
  ['unavailable', 'unavailable'],
  ['ringing', 'ringing'],
  ['ringInUse', 'onCall'],
  ['onHold', 'onHold'],
] as const)('a device that is %s makes the member %s', (device, activity) => {
  expect(pbxWithAnn({ device }).memberOf('q', ANN).activity).toBe(activity)
})

test('on a first list an idle member has been so since the latest moment known; an absent one since nobody knows when', () => {
  const moments = { lastCallAt: 800_000, lastPauseAt: 700_000, loggedInAt: 600_000, inCall: false }
  expect(pbxWithAnn(moments).memberOf('q', ANN).activitySince).toBe(800_000)
  expect(pbxWithAnn({ ...moments, device: 'unavailable' }).memberOf('q', ANN).activitySince).toBeNull()
  expect(pbxWithAnn({ inCall: false }).memberOf('q', ANN).activitySince).toBeNull()
})

test('on a first list a member in a call has been so since its channel began', () => {
  const pbx = new Scenario().queue('q')
  pbx.tell({ type: 'channelListed', channel: channelAt('1', ANN, { state: 6 }), bridge: 'b', seconds: 192 })
  pbx.member('q', ANN, { device: 'inUse', inCall: true })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ activity: 'onCall', activitySince: 1_000_000 - 192_000, inCall: true })
})

test('a pause is dated by its event to the millisecond, and later messages in whole seconds do not move it', () => {
  const pbx = pbxWithAnn()
  pbx.now = 1_060_568
  pbx.member('q', ANN, { paused: true, pausedReason: 'lunch', lastPauseAt: 1_060_000 })
  pbx.after(20).member('q', ANN, { paused: true, pausedReason: 'lunch', lastPauseAt: 1_060_000, inCall: false })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ paused: true, pausedReason: 'lunch', lastPauseAt: 1_060_568 })
  pbx.after(5).member('q', ANN, { paused: true, pausedReason: 'meeting', lastPauseAt: 1_085_000 })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ pausedReason: 'meeting', lastPauseAt: 1_085_568 })
})

test('after a pause the member is ready since its end', () => {
  const pbx = pbxWithAnn().after(10).member('q', ANN, { paused: true, lastPauseAt: 1_010_000 })
  pbx.after(30).member('q', ANN, { paused: false, lastPauseAt: 1_010_000 })
  expect(memberStateAt(pbx.memberOf('q', ANN), pbx.now)).toEqual({ state: 'ready', since: 1_040_000 })
})

test('a pause by Asterisk itself is a pause like any other', () => {
  const pbx = pbxWithAnn().member('q', ANN, { device: 'ringing' }).after(12)
  pbx.member('q', ANN, { paused: true, pausedReason: 'Auto-Pause', lastPauseAt: 1_012_000 })
  expect(memberStateAt(pbx.memberOf('q', ANN), pbx.now)).toMatchObject({ state: 'paused', since: 1_012_000 })
  expect(pbx.memberOf('q', ANN).pausedReason).toBe('Auto-Pause')
})

test('a pause of old, which tells nothing else, leaves everything else', () => {
  const pbx = pbxWithAnn({ penalty: 2, callsTaken: 5 }).after(10)
  const change = { paused: true, pausedReason: 'lunch', lastPauseAt: pbx.now }
  pbx.tell({ type: 'memberChanged', queue: 'q', interface: ANN, change })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ ...change, penalty: 2, callsTaken: 5, name: 'Ann' })
})

test('a message of old that does not say keeps what is known', () => {
  const pbx = pbxWithAnn({
    lastPauseAt: 900_000,
    loggedInAt: 800_000,
    pausedReason: 'lunch',
    paused: true,
    ringInUse: true,
  })
  const silent = { lastPauseAt: undefined, loggedInAt: undefined, pausedReason: undefined, ringInUse: undefined }
  pbx.member('q', ANN, { ...silent, paused: true, device: 'ringing' })
  expect(pbx.memberOf('q', ANN)).toMatchObject({
    lastPauseAt: 900_000,
    loggedInAt: 800_000,
    pausedReason: 'lunch',
    ringInUse: true,
    device: 'ringing',
  })
})

test('a change of someone unknown is ignored, and so is a second removal', () => {
  const pbx = pbxWithAnn()
  pbx.tell({ type: 'memberChanged', queue: 'q', interface: 'PJSIP/999', change: { penalty: 1 } })
  expect(pbx.tables.members.size).toBe(1)
  pbx
    .tell({ type: 'memberRemoved', queue: 'q', interface: ANN })
    .tell({ type: 'memberRemoved', queue: 'q', interface: ANN })
  expect([pbx.tables.members.size, pbx.tables.membersByQueue.of(pbx.tables.ids.queue('q')).size]).toEqual([0, 0])
})

test('a reload of static members is taken over as the next list tells it', () => {
  const pbx = pbxWithAnn({ paused: true, pausedReason: 'lunch', lastPauseAt: 900_000, loggedInAt: 500_000, penalty: 2 })
  const reloaded = { paused: true, pausedReason: null, lastPauseAt: 1_000_000, loggedInAt: 1_000_000, penalty: 4 }
  pbx.after(30).member('q', ANN, { ...reloaded, inCall: false })
  expect(pbx.memberOf('q', ANN)).toMatchObject(reloaded)
})

test('a state interface that changes is followed: the new phone rings for the member', () => {
  const pbx = pbxWithAnn({ stateInterface: 'PJSIP/1' }).member('q', ANN, { stateInterface: 'PJSIP/2', device: 'inUse' })
  pbx.channel('1', 'PJSIP/1', { state: 6 }).channel('2', 'PJSIP/2', { state: 6 })
  pbx.tell({ type: 'held', uniqueid: '1' })
  expect(pbx.memberOf('q', ANN).activity).toBe('onCall')
  pbx.tell({ type: 'held', uniqueid: '2' })
  expect(pbx.memberOf('q', ANN).activity).toBe('onHold')
})
