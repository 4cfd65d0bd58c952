import { expect, test } from 'vitest'
import { carryOver } from './carry-over'
import { Scenario } from './testing/scenario'

/** A caller (1) of queue q talked with 101 and was parked. */
function parked(): Scenario {
  const pbx = new Scenario().queue('q').join('q', '1', 1).after(5).leave('q', '1')
  pbx.channel('2', 'PJSIP/101', { linkedid: '1', state: 6 }).bridge('b', ['1', '2'])
  pbx.after(10).unbridge('b', '1', '2').bridge('lot', ['1'], 'parking').park('1', '701').hangUp('2')
  return pbx
}

const slots = (pbx: Scenario) => [...pbx.tables.parkedCalls.values()]

test('who is parked is told with their call and the queue through which they came', () => {
  const pbx = parked()
  expect(slots(pbx)).toMatchObject([
    {
      ...{ lot: 'default', slot: '701', uniqueid: '1', number: 'carrier', parkedBy: 'PJSIP/101' },
      ...{ parkedAt: 1_015_000, timesOutAt: 1_060_000, call: pbx.call().id, queue: pbx.call().queue },
    },
  ])
})

test.each([
  ['fetched', (pbx: Scenario) => pbx.tell({ type: 'unparked', uniqueid: '1' })],
  ['gone', (pbx: Scenario) => pbx.hangUp('1')],
  ['talking again, which old versions tell by the bridge alone', (pbx: Scenario) => pbx.bridge('c', ['1'])],
])('who is %s is parked no more', (_how, happens) => {
  const pbx = parked()
  happens(pbx)
  expect(slots(pbx)).toEqual([])
  expect(pbx.tables.guests.size).toBe(0)
})

test('a slot holds one: whoever takes its place stands there alone', () => {
  const pbx = parked().channel('3', 'PJSIP/103', { state: 6 }).park('3', '701')
  expect(slots(pbx).map(({ uniqueid }) => uniqueid)).toEqual(['3'])
  expect(pbx.calls().map(({ parkingSlot }) => parkingSlot)).toEqual([null, '701'])
})

test('a call that joins another one takes who is parked along', () => {
  const pbx = parked().channel('4', 'PJSIP/104', { state: 4 }).dial('4', '1')
  expect(slots(pbx)[0]?.call).toBe(pbx.call().id)
})

test('a resync keeps the exact moments, and who is parked no more is no ghost', () => {
  const before = parked()
  const shadow = new Scenario().queue('q')
  shadow.now = before.now + 20_400
  shadow.tell({ type: 'channelListed', channel: before.snapshotOf('1'), bridge: 'lot', seconds: 35, queue: 'q' })
  shadow.tell({ type: 'bridgeListed', bridge: 'lot', kind: 'parking' })
  const where = { slot: '701', lot: 'default', parkedBy: 'PJSIP/101', channel: before.snapshotOf('1') }
  shadow.tell({ type: 'parked', ...where, since: shadow.now - 20_000, timesOutAt: shadow.now + 25_000 })
  carryOver(before.tables, shadow.tables)
  expect(slots(shadow)).toEqual(slots(before))

  const empty = new Scenario().queue('q')
  carryOver(before.tables, empty.tables)
  expect(slots(empty)).toEqual([])
})

test('where the list of parked calls is refused, whoever stays where they were stays parked', () => {
  const before = parked()
  before.tell({ type: 'parkingLotPut', name: 'default', first: 701, last: 720, timeoutSeconds: 45 })
  const shadow = new Scenario().queue('q')
  shadow.tell({ type: 'channelListed', channel: before.snapshotOf('1'), bridge: 'lot', seconds: 35, queue: 'q' })
  carryOver(before.tables, shadow.tables)
  expect(slots(shadow)).toEqual(slots(before))
  expect([...shadow.tables.parkingLots.values()]).toEqual([...before.tables.parkingLots.values()])
})
