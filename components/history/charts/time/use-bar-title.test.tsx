// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { useBarTitle } from './use-bar-title'

const HOUR_MS = 3_600_000
const BEGIN = Date.parse('2026-10-25T00:00+02:00')
const DAY = { from: BEGIN, to: BEGIN + 25 * HOUR_MS }

/** How bars of an hour are titled, the n-th of the day on which Berlin's clocks go back. */
function titles(...labels: readonly [hour: number, label: string][]) {
  const { result } = renderHook(() => useBarTitle('Europe/Berlin', DAY, 'hour'), { wrapper: DeskAround })
  return labels.map(([hour, label]) =>
    result.current({ from: BEGIN + hour * HOUR_MS, to: BEGIN + (hour + 1) * HOUR_MS, label }),
  )
}

test('the hour that the clock shows twice says which one it is', () => {
  const twice = titles([2, '2026-10-25 02:00 +02:00'], [3, '2026-10-25 02:00 +01:00'])
  expect(twice).toEqual(['02:00–02:00 +02:00', '02:00–03:00 +01:00'])
  expect(titles([4, '2026-10-25 03:00'])).toEqual(['03:00–04:00'])
})
