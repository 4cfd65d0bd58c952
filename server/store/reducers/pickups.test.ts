import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

const [ANN, BEN] = ['PJSIP/101', 'PJSIP/102']

/** Caller 1 waits, Ann's phone rings as channel 2, Ben calls as channel 3 to take it. */
function ringing(): Scenario {
  const pbx = new Scenario().queue('q').member('q', ANN).join('q', '1', 1).after(5)
  pbx.channel('2', ANN, { linkedid: '1', state: 5 }).dial('1', '2').member('q', ANN, { device: 'ringing' })
  return pbx.channel('3', BEN, { state: 6 }).after(2)
}

/** Asterisk tells the member whose phone rang, and the channel of who took the call. */
function taken(pbx = ringing()): Scenario {
  pbx.tell({ type: 'pickedUp', channel: pbx.snapshotOf('3'), targetUniqueid: '2' }).leave('q', '1', 1)
  return pbx.connect('q', ANN, '1', '3').hangUp('2').member('q', ANN).bridge('b', ['1', '3'])
}

test('who picked up a call of a queue talks, and not the member whose phone rang', () => {
  const pbx = taken()
  expect(pbx.call()).toMatchObject({ state: 'talking', agent: BEN })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle' })
  // Asterisk holds the member for in call.
  pbx.after(5).member('q', ANN, { device: 'notInUse', inCall: true })
  expect(pbx.memberOf('q', ANN)).toMatchObject({ inCall: false, activity: 'idle' })
})

test('another member who picked it up is in a call of the queue until their channel is gone', () => {
  const pbx = taken(ringing().member('q', BEN, { device: 'inUse' }))
  expect(pbx.memberOf('q', BEN)).toMatchObject({ inCall: true, activity: 'onCall' })
  pbx.after(30).hangUp('3').member('q', BEN).complete('q', ANN, '1', 30).hangUp('1')
  expect(pbx.memberOf('q', BEN)).toMatchObject({ inCall: false, activity: 'idle', callsTaken: 0 })
  expect([pbx.tables.agentCalls.size, pbx.calls().length]).toEqual([0, 0])
})

test('it counts once, and for the member for whom Asterisk counts it', () => {
  const pbx = taken().after(30).hangUp('3').complete('q', ANN, '1', 30).hangUp('1')
  expect(pbx.queueCalled('q').completed).toBe(1)
  expect(pbx.memberOf('q', ANN).callsTaken).toBe(1)
  expect(pbx.tables.agentCalls.size).toBe(0)
})

test('behind a Local channel the taker talks, also where the talk is told before the pickup', () => {
  const LOCAL = 'Local/101@agents'
  const pbx = new Scenario().queue('q').member('q', LOCAL, { stateInterface: ANN }).join('q', '1', 1)
  pbx.channel('2', LOCAL, { linkedid: '1' }).channel('3', LOCAL, { linkedid: '1' }).dial('1', '2')
  pbx.tell({ type: 'localBridged', one: pbx.snapshotOf('2'), two: pbx.snapshotOf('3') })
  pbx.channel('4', ANN, { linkedid: '1', state: 5 }).dial('3', '4').channel('5', BEN, { state: 6 }).after(2)
  pbx.leave('q', '1', 1).connect('q', LOCAL, '1', '2')
  const agent = () => pbx.calls().find(({ channels }) => channels.includes('1'))?.agent
  expect(agent()).toBe(LOCAL)
  pbx.tell({ type: 'pickedUp', channel: pbx.snapshotOf('5'), targetUniqueid: '4' }).hangUp('4')
  expect(agent()).toBe(BEN)
  expect(pbx.memberOf('q', LOCAL).inCall).toBe(false)
})
