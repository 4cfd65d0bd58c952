import { expect, test } from 'vitest'
import { soughtVisits, visitsAddress } from './sought-visits'

test.each([
  ['visits of +49 30 5550117', '+49 30 5550117'],
  ['Visits smith', 'smith'],
  ['визиты +7 495 123', '+7 495 123'],
  ['визиты от Иванова', 'Иванова'],
  ['+49 30 55', '+49 30 55'],
  ['visits of 17', '17'],
  ['101', null],
  ['visits', null],
  ['anna', null],
  ['', null],
])('%s asks for the visits of %s', (query, who) => {
  expect(soughtVisits(query, true)).toBe(who)
})

test('who sees numbers masked asks for none by them', () => {
  expect([soughtVisits('+49 30 5550117', false), soughtVisits('visits of 5550117', false)]).toEqual([null, null])
  expect(soughtVisits('visits of ana', false)).toBe('ana')
})

test('the address has the last 30 days, up to the hour', () => {
  const now = Date.UTC(2026, 10, 23, 9, 42)
  const to = Date.UTC(2026, 10, 23, 10)
  const from = Date.UTC(2026, 9, 24, 10)
  expect(visitsAddress('+49 30', now)).toBe(`/history?from=${from}&to=${to}&tab=visits&find=%2B49+30`)
})
