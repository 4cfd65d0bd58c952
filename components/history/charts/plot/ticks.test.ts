import { expect, test } from 'vitest'
import { Zone } from '@/lib/domain/zone'
import { countStep, DAY, durationStep, isMidnight, middlesOf, ticksOf } from './ticks'
import { moved, withInSight, zoomed, zoomedByKey } from './zoom'

const HOUR = 3_600_000
const berlin = new Zone('Europe/Berlin')

function shown(from: string, to: string, most: number, zone = berlin, dayStartMs = 0): string[] {
  return ticksOf(Date.parse(from), Date.parse(to), most, zone, dayStartMs).at.map((at) => zone.shown(at).slice(5))
}

test('ticks are at round times of the clock there, through both changes of the clock', () => {
  expect(shown('2026-11-20T07:00Z', '2026-11-20T19:00Z', 7)).toEqual([
    ...['11-20T08:00', '11-20T10:00', '11-20T12:00', '11-20T14:00', '11-20T16:00', '11-20T18:00', '11-20T20:00'],
  ])
  expect(shown('2026-03-28T23:00Z', '2026-03-29T22:00Z', 5)).toEqual([
    ...['03-29T00:00', '03-29T06:00', '03-29T12:00', '03-29T18:00', '03-30T00:00'],
  ])
  expect(shown('2026-10-24T22:00Z', '2026-10-25T23:00Z', 5)).toEqual([
    ...['10-25T00:00', '10-25T06:00', '10-25T12:00', '10-25T18:00', '10-26T00:00'],
  ])
})

test('weeks begin on Mondays, and days at midnight', () => {
  expect(shown('2026-10-31T23:00Z', '2026-11-28T23:00Z', 6)).toEqual([
    ...['11-02T00:00', '11-09T00:00', '11-16T00:00', '11-23T00:00'],
  ])
  expect(isMidnight(Date.parse('2026-11-20T23:00Z'), berlin)).toBe(true)
  expect(isMidnight(Date.parse('2026-11-21T00:00Z'), berlin)).toBe(false)
})

test('ticks of days stand where the board’s days begin, through a change of the clock; those of hours where the clock is round', () => {
  const six = 6 * HOUR
  expect(shown('2026-10-24T04:00Z', '2026-10-27T05:00Z', 4, berlin, six)).toEqual([
    ...['10-24T06:00', '10-25T06:00', '10-26T06:00', '10-27T06:00'],
  ])
  expect(shown('2026-10-31T05:00Z', '2026-11-28T05:00Z', 6, berlin, six)).toEqual([
    ...['11-02T06:00', '11-09T06:00', '11-16T06:00', '11-23T06:00'],
  ])
  expect(shown('2026-11-20T05:00Z', '2026-11-21T05:00Z', 5, berlin, six)).toEqual([
    ...['11-20T06:00', '11-20T12:00', '11-20T18:00', '11-21T00:00', '11-21T06:00'],
  ])
})

test('in zones of half hours the ticks are whole hours there', () => {
  const kolkata = new Zone('Asia/Kolkata')
  expect(shown('2026-11-20T00:00Z', '2026-11-20T04:00Z', 5, kolkata)).toEqual([
    ...['11-20T06:00', '11-20T07:00', '11-20T08:00', '11-20T09:00'],
  ])
})

test('counts are told in whole calls, durations in steps of the clock', () => {
  expect([countStep(70, 4), countStep(3, 4), countStep(1, 4), countStep(4000, 4)]).toEqual([20, 1, 1, 1000])
  expect([durationStep(300_000, 6), durationStep(55_000, 6)]).toEqual([60_000, 10_000])
})

test('one comes closer around a moment, no closer than bars allow, and never sees more than there is', () => {
  const whole = { from: 0, to: 24 * HOUR }
  expect(zoomed(whole, whole, 0.5, 12 * HOUR, HOUR)).toEqual({ from: 6 * HOUR, to: 18 * HOUR })
  expect(zoomedByKey(whole, whole, '+', 0, HOUR)).toEqual({ from: 0, to: 12 * HOUR })
  expect(zoomed(whole, { from: 0, to: HOUR }, 0.5, 0, HOUR)).toEqual({ from: 0, to: HOUR })
  expect(zoomedByKey(whole, { from: 0, to: 13 * HOUR }, '-', HOUR, HOUR)).toBeNull()
  expect(zoomedByKey(whole, { from: 0, to: HOUR }, '0', 0, HOUR)).toBeNull()
})

test('what is close moves within the whole, as far as a moment needs to be seen', () => {
  const whole = { from: 0, to: 24 * HOUR }
  const view = { from: 4 * HOUR, to: 8 * HOUR }
  expect(moved(whole, view, -10 * HOUR)).toEqual({ from: 0, to: 4 * HOUR })
  expect(withInSight(whole, view, 9 * HOUR)).toEqual({ from: 5 * HOUR, to: 9 * HOUR })
  expect(withInSight(whole, view, 5 * HOUR)).toBe(view)
})

test('a day is named below its middle, and the one that begins where the chart ends is not named', () => {
  const [from, to] = [0, 2.5 * DAY]
  expect(middlesOf([from, from + DAY, from + 2 * DAY], to)).toEqual([0.5 * DAY, 1.5 * DAY, 2.25 * DAY])
  expect(middlesOf([from, from + DAY], DAY)).toEqual([0.5 * DAY])
})
