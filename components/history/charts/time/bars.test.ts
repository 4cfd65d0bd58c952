import { expect, test } from 'vitest'
import type { Tally } from '@/lib/domain/kpi'
import { emptyTally, offeredOf } from '@/lib/kpi/tally'
import { type Bar, barsOf, barsPerLevel, heightOf, lonelyLevels, SEGMENTS, seriesOf, visibleBars } from './bars'
import { bestStep, isTooFine } from './step'
import { drawnTargets, targetsOf } from './targets'

const HOUR = 3_600_000

function aBar(at: number, tally: Partial<Tally>, level = { numerator: 0, denominator: 0 }): Bar {
  const span = { from: at * HOUR, to: (at + 1) * HOUR }
  return {
    ...{ key: String(at), label: String(at) },
    ...span,
    tally: { ...emptyTally(), ...tally },
    level,
    turnedAway: 0,
    unseenMs: 0,
  }
}

test('the parts of a bar together are what was offered, the short losses among the lost', () => {
  const bar = aBar(0, { answered: 40, lost: 8, short: 2, other: 3, unknown: 1 })
  expect(SEGMENTS.map((segment) => heightOf(bar, segment))).toEqual([40, 10, 3, 1])
  expect(offeredOf(bar.tally)).toBe(54)
})

test('a bar without calls has no level, which is no 0 %', () => {
  const [x, offered, level] = seriesOf([aBar(0, {}), aBar(1, { answered: 2 }, { numerator: 1, denominator: 2 })])
  expect([x, offered, level]).toEqual([
    [HOUR / 2, 1.5 * HOUR],
    [0, 2],
    [null, 50],
  ])
})

test('where bars are finer than a line can be, some share one level, reckoned over all of them', () => {
  const half = { numerator: 1, denominator: 2 }
  const bars = Array.from({ length: 1_100 }, (_, at) =>
    aBar(at, {}, at === 4 ? { numerator: 0, denominator: 3 } : half),
  )
  const whole = { from: 0, to: 1_100 * HOUR }
  expect([barsPerLevel(bars, whole), barsPerLevel(bars, { from: 0, to: 400 * HOUR })]).toEqual([3, 1])
  const [, , levels] = seriesOf(bars, 3)
  expect(levels.slice(0, 6)).toEqual([undefined, 50, undefined, undefined, (2 / 7) * 100, undefined])
  expect(levels.at(-1)).toBe(50)
  expect(seriesOf([aBar(0, {}), aBar(1, {})], 2)[2]).toEqual([undefined, null])
})

test('a level alone among bars without calls is a point', () => {
  expect(lonelyLevels([50, null, 70, null, 80, 90])).toEqual([0, 2])
  expect(lonelyLevels([undefined, 50, undefined, undefined, 60, undefined])).toEqual([])
})

test('rows that are of no time have no bar', () => {
  expect(barsOf([{ ...aBar(0, {}), from: null, to: null }])).toEqual([])
})

test('where many bars share a pixel the highest is seen, and none is lost beside it', () => {
  const bars = [1, 9, 3, 4, 2].map((answered, at) => aBar(at, { answered }))
  const heights = visibleBars(bars, (moment) => moment / HOUR / 2).map(({ tally }) => tally.answered)
  expect(heights).toEqual([9, 4, 2])
  expect(visibleBars(bars, (moment) => moment / HOUR)).toEqual(bars)
})

test('a day is best seen by the half-hour, a week by the hour, a month by the day', () => {
  expect([24, 25, 7 * 24 + 1, 28 * 24].map((hours) => bestStep(hours * HOUR))).toEqual([
    ...['halfHour', 'halfHour', 'hour', 'day'],
  ])
  expect([isTooFine('halfHour', 900 * 24 * HOUR), isTooFine('day', 900 * 24 * HOUR)]).toEqual([true, false])
})

test('the target is that of the queues told of; more than three are not drawn', () => {
  const queue = (name: string, levelWarning: number | null) =>
    ({ name, limits: { levelWarning } }) as Parameters<typeof targetsOf>[0] extends Iterable<infer Q> ? Q : never
  const queues = [queue('support', 80), queue('sales', 90), queue('night', null), queue('other', 50)]
  expect(targetsOf(queues, ['support', 'sales', 'night'])).toEqual([90, 80])
  expect(targetsOf(queues, ['night'])).toEqual([])
  expect([drawnTargets([90, 80]), drawnTargets([4, 3, 2, 1])]).toEqual([[90, 80], []])
})
