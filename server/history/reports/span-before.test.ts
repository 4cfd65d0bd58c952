import { expect, test } from 'vitest'
import { dayStart } from '@/lib/domain/day-start'
import { Zone } from '@/lib/domain/zone'
import { spanBefore } from './span-before'

const ZONE = 'Europe/Berlin'
const zone = new Zone(ZONE)
const SIX = 6 * 3_600_000

function before(from: string, to: string): string[] {
  const at = (shown: string) => zone.at(shown) ?? Number.NaN
  const span = spanBefore({ from: at(from), to: at(to) }, (now) => dayStart(now, ZONE, SIX))
  return [zone.shown(span.from), zone.shown(span.to)]
}

test('a day that is not over is compared with as much of the day before', () => {
  expect(before('2026-11-26T06:00', '2026-11-26T10:30')).toEqual(['2026-11-25T06:00', '2026-11-25T10:30'])
  expect(before('2026-11-26T06:00', '2026-11-27T05:59')).toEqual(['2026-11-25T06:00', '2026-11-26T05:59'])
})

test('whole days are compared with as many before them, through changes of the clock', () => {
  expect(before('2026-11-26T06:00', '2026-11-27T06:00')).toEqual(['2026-11-25T06:00', '2026-11-26T06:00'])
  expect(before('2026-10-25T06:00', '2026-10-26T06:00')).toEqual(['2026-10-24T06:00', '2026-10-25T06:00'])
  expect(before('2026-10-24T06:00', '2026-10-25T06:00')).toEqual(['2026-10-23T06:00', '2026-10-24T06:00'])
  expect(before('2026-03-28T06:00', '2026-03-29T06:00')).toEqual(['2026-03-27T06:00', '2026-03-28T06:00'])
  expect(before('2026-10-26T06:00', '2026-11-02T06:00')).toEqual(['2026-10-19T06:00', '2026-10-26T06:00'])
})

test('a week that is not over is compared with as much of the week of days before it', () => {
  expect(before('2026-11-23T06:00', '2026-11-26T10:30')).toEqual(['2026-11-19T06:00', '2026-11-22T10:30'])
})

test('what does not begin with a day is compared with what came right before', () => {
  expect(before('2026-11-26T09:00', '2026-11-26T10:30')).toEqual(['2026-11-26T07:30', '2026-11-26T09:00'])
})
