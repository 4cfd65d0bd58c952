import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

const LOCAL = 'Local/124@agents/n'
const HALF = 'Local/124@agents'

/** A queue calls a member through a Local channel (2 and 3 are its halves), which dials the phone (4). */
function answered(stateInterface?: string): Scenario {
  const pbx = new Scenario().queue('q').member('q', LOCAL, { stateInterface, name: 'Ann Local' }).join('q', '1', 1)
  pbx.channel('2', HALF, { linkedid: '1', name: `${HALF}-00000001;1` })
  pbx.channel('3', HALF, { linkedid: '1', name: `${HALF}-00000001;2` })
  pbx.tell({ type: 'localBridged', one: pbx.snapshotOf('2'), two: pbx.snapshotOf('3') })
  pbx.channel('4', 'PJSIP/124', { linkedid: '1', state: 5 }).dial('3', '4').after(2)
  pbx
    .bridge('agent side', ['3', '4'])
    .leave('q', '1', 1)
    .connect('q', LOCAL, '1', '2')
    .bridge('caller side', ['1', '2'])
  return pbx
}

test('the halves are wires: the parties are the caller and the phone behind them', () => {
  expect(answered('PJSIP/124').call()).toMatchObject({
    state: 'talking',
    agent: LOCAL,
    from: { channel: 'PJSIP/carrier-00000001' },
    to: { number: '124', channel: 'PJSIP/124-00000004' },
    channels: ['1', '2', '3', '4'],
  })
})

test('without optimisation the agent is in call until the halves and the phone hang up, in any order', () => {
  for (const order of [
    ['4', '3', '2', '1'],
    ['2', '3', '4', '1'],
    ['3', '4', '1', '2'],
  ]) {
    const pbx = answered('PJSIP/124').after(30)
    expect(pbx.memberOf('q', LOCAL)).toMatchObject({ inCall: true, activity: 'onCall' })
    pbx.hangUp(...order).complete('q', LOCAL, '1', 30)
    expect(pbx.memberOf('q', LOCAL)).toMatchObject({ inCall: false, activity: 'idle' })
    expect([pbx.calls().length, pbx.tables.agentCalls.size]).toEqual([0, 0])
  }
})

test.each([
  ['with a state interface', 'PJSIP/124'],
  ['without one', undefined],
])('optimised away, the halves leave the talk to the phone (%s)', (_, stateInterface) => {
  const pbx = answered(stateInterface).after(5)
  // The phone takes the first half's place beside the caller, then both halves hang up.
  pbx.unbridge('agent side', '4').bridge('caller side', ['4']).unbridge('caller side', '2').hangUp('2', '3')
  expect(pbx.memberOf('q', LOCAL)).toMatchObject({ inCall: true, activity: 'onCall' })
  expect(pbx.call()).toMatchObject({ state: 'talking', agent: LOCAL, channels: ['1', '4'] })
  pbx.after(20).hangUp('4')
  expect(pbx.memberOf('q', LOCAL).inCall).toBe(false)
  pbx.complete('q', LOCAL, '1', 25).hangUp('1')
  expect([pbx.calls().length, pbx.tables.agentCalls.size]).toEqual([0, 0])
})

test('a caller transferred elsewhere is not taken for the agent', () => {
  const pbx = answered('PJSIP/124')
    .after(5)
    .channel('5', 'PJSIP/125', { linkedid: '1', state: 6 })
    .bridge('b', ['5', '1'])
  pbx.hangUp('2', '3', '4')
  expect(pbx.memberOf('q', LOCAL).inCall).toBe(false)
  expect(pbx.call()).toMatchObject({ agent: null, to: { number: '125' } })
})
