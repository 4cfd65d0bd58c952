import { expect, test } from 'vitest'
import { moment } from './moment'

const NINE = Date.UTC(2026, 10, 27, 8)

test.each([
  ['ms since 1970', String(NINE)],
  ['a time in its zone', '2026-11-27T09:00:00+01:00'],
  ['a time whose plus sign went through an address as a space', '2026-11-27T09:00:00 01:00'],
  ['a time west of Greenwich, without seconds', '2026-11-27T03:30-04:30'],
  ['a time of UTC, with parts of a second', '2026-11-27T08:00:00.000Z'],
])('%s is a moment', (_what, text) => {
  expect(moment.parse(text)).toBe(NINE)
})

test.each([
  '',
  ' ',
  'yesterday',
  '2026-11-27',
  '2026-11-27T09:00:00',
  '2026-02-30T09:00:00Z',
  '-1',
  '1e3',
  '8640000000000001',
  '1969-12-31T23:59:59Z',
])('“%s” is none, and what would be is said', (text) => {
  expect(moment.safeParse(text).error?.issues).toMatchObject([{ message: expect.stringContaining('ISO 8601') }])
})
