import { expect, test } from 'vitest'
import { Scenario } from './testing/scenario'

const MINUTE = 60_000

function trendOf(pbx: Scenario) {
  const trend = pbx.tables.trends.get(pbx.tables.ids.queue('q'))
  return trend && { ...trend, waiting: [...trend.waiting] }
}

/** Begins at the start of a minute. */
function scenario(): Scenario {
  const pbx = new Scenario()
  pbx.now = 10 * MINUTE
  return pbx.queue('q')
}

test('a minute keeps the most that waited at once', () => {
  const pbx = scenario().join('q', '1', 1).join('q', '2', 2).after(10).leave('q', '1').leave('q', '2')
  pbx.after(10).join('q', '3', 1)
  expect(trendOf(pbx)).toEqual({ id: pbx.tables.ids.queue('q'), minute: 10 * MINUTE, waiting: [2] })
})

test('a new minute begins with whoever waits still', () => {
  const pbx = scenario().join('q', '1', 1).after(60).tell({ type: 'tick' }).after(5).leave('q', '1')
  pbx.after(55).tell({ type: 'tick' })
  expect(trendOf(pbx)).toMatchObject({ minute: 12 * MINUTE, waiting: [1, 1, 0] })
})

test('an event may open the minute before the tick does', () => {
  const pbx = scenario().join('q', '1', 1).after(61).leave('q', '1').tell({ type: 'tick' })
  expect(trendOf(pbx)).toMatchObject({ minute: 11 * MINUTE, waiting: [1, 1] })
})

test('minutes that nobody watched are a gap, not a zero', () => {
  const pbx = scenario().join('q', '1', 1).after(180).tell({ type: 'tick' })
  expect(trendOf(pbx)).toMatchObject({ minute: 13 * MINUTE, waiting: [1, null, null, 1] })
})

test('an hour is kept, and a gap longer than that leaves nothing', () => {
  const pbx = scenario()
  for (let minute = 0; minute < 70; minute++) pbx.after(60).tell({ type: 'tick' })
  expect(trendOf(pbx)?.waiting).toEqual(Array.from({ length: 60 }, () => 0))
  pbx.after(24 * 3600).tell({ type: 'tick' })
  expect(trendOf(pbx)?.waiting).toEqual([...Array.from({ length: 59 }, () => null), 0])
})

test('an event that comes a little late counts in the minute that runs', () => {
  const pbx = scenario().after(60).tell({ type: 'tick' })
  pbx.now -= 1
  expect(trendOf(pbx.join('q', '1', 1))).toMatchObject({ minute: 11 * MINUTE, waiting: [0, 1] })
})
