import { expect, test } from 'vitest'
import { channelAt, Scenario } from './testing/scenario'

/** Channels as CoreShowChannels lists them, `seconds` old. */
function listed(pbx: Scenario, uniqueid: string, phone: string, state: number, bridge: string | null, seconds: number) {
  return pbx.tell({
    type: 'channelListed',
    channel: channelAt(uniqueid, phone, { linkedid: '1795346959.1', state }),
    bridge,
    seconds,
  })
}

test('a call that was there before us is talking, since nobody knows when, and began when its channels did', () => {
  const pbx = listed(
    listed(new Scenario(), '1795346959.2', 'PJSIP/101', 6, 'b', 50),
    '1795346959.1',
    'PJSIP/carrier',
    6,
    'b',
    60,
  )
  pbx.tell({ type: 'bridgeListed', bridge: 'b', kind: 'call' })
  expect(pbx.call()).toMatchObject({
    state: 'talking',
    stateSince: null,
    answeredAt: null,
    startedAt: 940_000,
    from: { channel: 'PJSIP/carrier-00000001795346959.1' },
  })
})

test('channels of the same second are told apart by the numbers that Asterisk gave them', () => {
  const pbx = listed(
    listed(new Scenario(), '1795346959.20', 'PJSIP/101', 5, null, 3),
    '1795346959.9',
    'PJSIP/carrier',
    4,
    null,
    3,
  )
  expect(pbx.call()).toMatchObject({ from: { number: 'carrier' }, to: { number: '101' }, state: 'ringing' })
  expect(pbx.call().stateSince).toBe(997_000)
})

test('a caller who was waiting before us waits since the list says', () => {
  const pbx = listed(new Scenario().queue('q'), '1795346959.1', 'PJSIP/carrier', 6, null, 60)
  const party = { number: 'carrier', name: null }
  pbx.tell({
    type: 'callerPut',
    queue: 'q',
    uniqueid: '1795346959.1',
    channel: 'PJSIP/carrier-1',
    position: 1,
    joinedAt: 955_000,
    priority: 0,
    party,
  })
  expect(pbx.call()).toMatchObject({ state: 'waiting', stateSince: 955_000, queue: pbx.tables.ids.queue('q') })
})

test('whether a bridge is a parking lot or a conference is known from its own list', () => {
  const pbx = listed(new Scenario(), '1', 'PJSIP/carrier', 6, 'lot', 60)
  expect(pbx.tell({ type: 'bridgeListed', bridge: 'lot', kind: 'parking' }).call().state).toBe('parked')
  const conference = new Scenario()
  for (const uniqueid of ['1', '2']) {
    const channel = channelAt(uniqueid, `PJSIP/10${uniqueid}`, { state: 6 })
    conference.tell({ type: 'channelListed', channel, bridge: 'room', seconds: 9 })
  }
  conference.tell({ type: 'bridgeListed', bridge: 'room', kind: 'conference' })
  expect(conference.calls().map((call) => call.state)).toEqual(['talking', 'talking'])
})

test('a bridge of a call folds channels whose Linkedids Asterisk has kept apart', () => {
  const pbx = new Scenario()
  for (const uniqueid of ['1', '2']) {
    const channel = channelAt(uniqueid, `PJSIP/10${uniqueid}`, { state: 6 })
    pbx.tell({ type: 'channelListed', channel, bridge: 'b', seconds: 9 })
  }
  expect(pbx.tell({ type: 'bridgeListed', bridge: 'b', kind: 'call' }).call().channels).toEqual(['1', '2'])
})

test('a call that an agent answered before us belongs to the queue whose application still runs at the caller', () => {
  const pbx = listed(new Scenario().queue('support'), '1795346959.2', 'PJSIP/101', 6, 'b', 50)
  const caller = channelAt('1795346959.1', 'PJSIP/carrier', { linkedid: '1795346959.1', state: 6 })
  pbx.tell({ type: 'channelListed', channel: caller, bridge: 'b', seconds: 60, queue: 'support' })
  pbx.tell({ type: 'bridgeListed', bridge: 'b', kind: 'call' })
  expect(pbx.call()).toMatchObject({ state: 'talking', queue: pbx.tables.ids.queue('support') })
})
