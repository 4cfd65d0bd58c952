import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

const ANN = 'PJSIP/101'

/** A house with the phones 101, 102 and 103. */
function house(): Scenario {
  const pbx = new Scenario()
  for (const number of ['101', '102', '103']) {
    const hint = `PJSIP/${number}`
    pbx.tell({ type: 'extensionPut', exten: number, context: 'internal', hint, status: 0 })
  }
  return pbx
}

/** `from` (channel 1) calls `to` (channel 2), and 2 answers after four seconds. */
function talking(from: string, to: string): Scenario {
  const pbx = house().channel('1', from, { state: 4, exten: '0301234' })
  pbx.after(1).channel('2', to, { linkedid: '1' }).dial('1', '2').channel('2', to, { linkedid: '1', state: 5 })
  return pbx.after(3).bridge('b', ['1', '2'])
}

test('a call is dialled, rings and is talked in, each since its moment', () => {
  const pbx = house().channel('1', 'PJSIP/carrier', { state: 4, exten: '0301234' })
  const to = { number: '0301234', name: null, channel: null }
  expect(pbx.call()).toMatchObject({ state: 'dialing', stateSince: 1_000_000, startedAt: 1_000_000, to })
  pbx.after(1).channel('2', ANN, { linkedid: '1', state: 0 }).dial('1', '2')
  expect(pbx.call()).toMatchObject({ state: 'dialing', channels: ['1', '2'] })
  pbx.after(1).channel('2', ANN, { linkedid: '1', state: 5 })
  expect(pbx.call()).toMatchObject({ state: 'ringing', stateSince: 1_002_000, to: { number: '101' }, answeredAt: null })
  pbx.after(3).bridge('b', ['1', '2'])
  expect(pbx.call()).toMatchObject({ state: 'talking', stateSince: 1_005_000, answeredAt: 1_005_000 })
  pbx.after(60).hangUp('2', '1')
  expect(pbx.calls()).toEqual([])
})

test('direction: the phones of the house are those of hints and of queue members', () => {
  expect(talking('PJSIP/carrier', ANN).call().direction).toBe('inbound')
  expect(talking(ANN, 'PJSIP/102').call().direction).toBe('internal')
  expect(talking(ANN, 'PJSIP/carrier').call().direction).toBe('outbound')
  expect(talking('PJSIP/carrier', 'PJSIP/mobile').call().direction).toBe('inbound')
  const unknowing = new Scenario().channel('1', 'PJSIP/carrier', { state: 6 })
  expect(unknowing.call().direction).toBe('unknown')
})

test('a phone that becomes known as one of the house turns its calls around', () => {
  const pbx = house().channel('1', 'PJSIP/200', { state: 4 }).channel('2', ANN, { linkedid: '1', state: 5 })
  expect(pbx.call().direction).toBe('inbound')
  pbx.queue('q').member('q', 'PJSIP/200')
  pbx.channel('1', 'PJSIP/200', { state: 6 })
  expect(pbx.call().direction).toBe('internal')
})

test('an inbound call stays inbound when the caller is gone and two phones of the house go on', () => {
  const pbx = talking('PJSIP/carrier', ANN).channel('3', 'PJSIP/102', { linkedid: '1', state: 5 }).bridge('b', ['3'])
  expect(pbx.hangUp('1').call()).toMatchObject({ direction: 'inbound', state: 'talking' })
})

test('click-to-call: the phone that is rung first is the caller, with the number of its hint', () => {
  const phone = { name: 'PJSIP/101-00000001', caller: { number: null, name: null } }
  const pbx = house().channel('c2c-1', ANN, { ...phone, state: 5 })
  pbx.after(2).channel('c2c-1', ANN, { ...phone, state: 6, exten: '0301234' })
  pbx.channel('2', 'PJSIP/carrier', { linkedid: 'c2c-1', state: 5 }).dial('c2c-1', '2')
  expect(pbx.call()).toMatchObject({
    direction: 'outbound',
    from: { number: '101', channel: 'PJSIP/101-00000001' },
    to: { channel: 'PJSIP/carrier-00000002' },
  })
})

test('who waits in a queue waits since the join, whatever rings meanwhile; the queue stays with the call', () => {
  const pbx = house().queue('q').member('q', ANN).channel('1', 'PJSIP/carrier', { state: 6, exten: 'support' })
  pbx.after(3).join('q', '1', 1)
  pbx.after(5).channel('2', ANN, { linkedid: '1', state: 5 }).dial('1', '2')
  const waiting = { state: 'waiting', stateSince: 1_003_000, queue: pbx.tables.ids.queue('q'), agent: null }
  expect(pbx.call()).toMatchObject({ ...waiting, to: { number: 'support', channel: null } })
  pbx.after(2).leave('q', '1').connect('q', ANN, '1', '2').bridge('b', ['1', '2'])
  const answered = { state: 'talking', agent: ANN, answeredAt: 1_010_000, queue: pbx.tables.ids.queue('q') }
  expect(pbx.call()).toMatchObject({ ...answered, to: { number: '101' } })
})

test('ringing everybody: the channels of all are one call, and of one only when one has answered', () => {
  const pbx = house().queue('q').member('q', ANN).join('q', '1', 1)
  for (const [uniqueid, number] of [
    ['2', '101'],
    ['3', '102'],
    ['4', '103'],
  ] as const) {
    pbx.channel(uniqueid, `PJSIP/${number}`, { linkedid: '1', state: 5 }).dial('1', uniqueid)
  }
  expect(pbx.call().channels).toEqual(['1', '2', '3', '4'])
  pbx.after(2).hangUp('2', '4').leave('q', '1').connect('q', 'PJSIP/102', '1', '3').bridge('b', ['1', '3'])
  expect(pbx.call()).toMatchObject({ channels: ['1', '3'], agent: 'PJSIP/102', to: { number: '102' } })
})

test('channels with one Linkedid are one call before any dial or bridge', () => {
  expect(house().channel('1', ANN).channel('2', 'PJSIP/102', { linkedid: '1' }).calls()).toHaveLength(1)
  expect(house().channel('1', ANN).channel('2', 'PJSIP/102').calls()).toHaveLength(2)
})

test('without Linkedids (before Asterisk 12) dials, queue calls and links fold channels', () => {
  const pbx = house().channel('1', 'SIP/carrier', { state: 6 }).channel('2', 'SIP/101', { state: 5 })
  expect(pbx.calls()).toHaveLength(2)
  pbx.dial('1', '2')
  expect(pbx.call().state).toBe('ringing')
  pbx.tell({ type: 'channelsLinked', one: '1', two: '2' })
  expect(pbx.call().state).toBe('talking')
  expect(pbx.tell({ type: 'channelsUnlinked', one: '1', two: '2' }).hangUp('1', '2').tables.bridges.size).toBe(0)
  const queued = house().queue('q').join('q', '1', 1).channel('2', ANN)
  queued.tell({ type: 'agentCalled', queue: 'q', interface: ANN, callerUniqueid: '1', agentUniqueid: '2' })
  expect(queued.calls()).toHaveLength(1)
})

test('an attended transfer makes one call of two, and it is the older one', () => {
  const pbx = talking('PJSIP/carrier', ANN).after(10).tell({ type: 'held', uniqueid: '2' })
  const [first] = pbx.calls()
  pbx
    .channel('3', ANN, { state: 6, exten: '102' })
    .channel('4', 'PJSIP/102', { linkedid: '3', state: 5 })
    .dial('3', '4')
  pbx.after(2).bridge('c', ['3', '4'])
  expect(pbx.calls().map((call) => call.state)).toEqual(['held', 'talking'])
  pbx.after(5).unbridge('c', '4').bridge('b', ['4']).unbridge('b', '2').hangUp('2', '3')
  expect(pbx.call()).toMatchObject({ id: first?.id, state: 'talking', startedAt: 1_000_000, answeredAt: 1_004_000 })
  expect(pbx.call()).toMatchObject({ from: { channel: 'PJSIP/carrier-00000001' }, to: { number: '102' } })
  expect([...pbx.tables.openCalls.keys()]).toEqual(['1'])
})

test('an attended transfer that is cancelled leaves two calls, one after the other', () => {
  const pbx = talking('PJSIP/carrier', ANN).channel('3', ANN, { state: 6 })
  pbx.channel('4', 'PJSIP/102', { linkedid: '3', state: 5 }).dial('3', '4').hangUp('4', '3')
  expect(pbx.call()).toMatchObject({ state: 'talking', channels: ['1', '2'] })
})

test('a Linkedid that Asterisk changes without an event keeps the call together', () => {
  const pbx = house()
    .channel('5', 'PJSIP/102', { state: 6 })
    .after(1)
    .channel('6', ANN, { state: 6 })
    .bridge('b', ['5', '6'])
  const { id } = pbx.call()
  // Seen only now, in the channel's next event.
  pbx.after(9).channel('6', ANN, { linkedid: '5', state: 6 })
  expect(pbx.call()).toMatchObject({ id, channels: ['5', '6'] })
  pbx.channel('7', 'PJSIP/103', { linkedid: '6', state: 5 })
  expect(pbx.call().channels).toEqual(['5', '6', '7'])
})

test('two calls become one as soon as a channel of one tells the Linkedid of the other', () => {
  const pbx = talking('PJSIP/carrier', ANN).after(5).channel('3', 'PJSIP/102', { state: 6 })
  pbx.channel('3', 'PJSIP/102', { linkedid: '1', state: 6 })
  expect(pbx.call().channels).toEqual(['1', '2', '3'])
  expect([...pbx.tables.openCalls.keys()]).toEqual(['1'])
})

test('a pickup joins the call of whom it picks up', () => {
  const pbx = house()
    .channel('1', 'PJSIP/carrier', { state: 4 })
    .channel('2', ANN, { linkedid: '1', state: 5 })
    .dial('1', '2')
  pbx.after(3).channel('3', 'PJSIP/102', { state: 6, exten: '*8' })
  expect(pbx.calls()).toHaveLength(2)
  pbx.bridge('b', ['1', '3']).hangUp('2')
  expect(pbx.call()).toMatchObject({ state: 'talking', to: { number: '102' }, channels: ['1', '3'] })
})

test('in a conference everybody has a call of their own, talking', () => {
  const pbx = house()
    .channel('1', ANN, { state: 6, exten: '610' })
    .channel('2', 'PJSIP/102', { state: 6, exten: '610' })
  pbx.tell({
    type: 'channelPut',
    channel: { ...pbx.snapshotOf('1'), uniqueid: '9', linkedid: '9', name: 'CBAnn/610-00000000;1' },
  })
  expect(pbx.calls().map((call) => call.answeredAt)).toEqual([null, null])
  pbx.after(2).bridge('conference', ['1', '2'], 'conference')
  expect(pbx.calls().map((call) => call.answeredAt)).toEqual([1_002_000, 1_002_000])
  expect(pbx.calls().map(({ state, to }) => [state, to?.number])).toEqual([
    ['talking', '610'],
    ['talking', '610'],
  ])
})

test('a parked call has its space, is nobody else’s in the lot, and talks again when fetched', () => {
  const pbx = talking('PJSIP/carrier', ANN).after(10).unbridge('b', '1', '2').bridge('lot', ['1'], 'parking')
  pbx.park('1', '701').hangUp('2')
  pbx.channel('8', 'PJSIP/carrier', { state: 6 }).bridge('lot', ['8'], 'parking')
  expect(pbx.calls()).toHaveLength(2)
  expect(pbx.calls()[0]).toMatchObject({ state: 'parked', stateSince: 1_014_000, parkingSlot: '701' })
  pbx
    .hangUp('8')
    .after(5)
    .channel('3', 'PJSIP/102', { state: 6, exten: '701' })
    .tell({ type: 'unparked', uniqueid: '1' })
  pbx.unbridge('lot', '1').bridge('c', ['1', '3'])
  expect(pbx.call()).toMatchObject({
    state: 'talking',
    parkingSlot: null,
    to: { number: '102' },
    answeredAt: 1_004_000,
  })
})

test('who is fetched without being named (before 12) is parked no more as soon as it is linked', () => {
  const pbx = house().channel('1', 'SIP/carrier', { state: 6 }).channel('2', 'SIP/101', { state: 6 })
  pbx.park('1', '701').tell({ type: 'channelsLinked', one: '1', two: '2' })
  expect(pbx.call()).toMatchObject({ state: 'talking', parkingSlot: null })
})

test('a supervisor who listens in has a call of their own', () => {
  const pbx = talking('PJSIP/carrier', ANN).channel('spy-1', 'PJSIP/103', { state: 6 })
  expect(pbx.calls().map((call) => call.channels)).toEqual([['1', '2'], ['spy-1']])
})

test('events that trail the end of a channel raise no ghost', () => {
  const pbx = talking('PJSIP/carrier', ANN).hangUp('2', '1').channel('2', ANN, { state: 6 })
  pbx.tell({ type: 'unheld', uniqueid: '2' }).tell({ type: 'bridgeLeft', bridge: 'b', uniqueid: '2' }).hangUp('2')
  expect([pbx.calls().length, pbx.tables.channels.size, pbx.tables.bridges.size]).toEqual([0, 0, 0])
})

test('a channel that takes over another name belongs to that phone', () => {
  const pbx = talking('PJSIP/carrier', ANN).tell({ type: 'channelRenamed', uniqueid: '2', name: 'PJSIP/102-00000009' })
  expect(pbx.call().to?.channel).toBe('PJSIP/102-00000009')
  expect([...pbx.tables.channelsByEndpoint.of('pjsip/102')]).toEqual(['2'])
})

test('a bridge that is destroyed holds nobody', () => {
  const pbx = talking('PJSIP/carrier', ANN).tell({ type: 'bridgeDestroyed', bridge: 'b' })
  expect([pbx.tables.bridges.size, pbx.tables.channels.get('1')?.bridge]).toEqual([0, null])
})
