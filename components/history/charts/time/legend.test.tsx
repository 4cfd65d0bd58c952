// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { NOW } from '@/lib/domain/testing/records'
import { GapsKey } from './legend'

const HOUR_MS = 3_600_000
const SPAN = { from: NOW - 24 * HOUR_MS, to: NOW }
const BEGINNING = { pbx: 'main', from: 0, to: NOW - 20 * HOUR_MS, filled: [], calls: [] }

afterEach(cleanup)

test('the time before anything was recorded is told by its end, beside gaps since', () => {
  const gap = { ...BEGINNING, from: NOW - HOUR_MS, to: NOW - HOUR_MS + 60_000 }
  render(
    <DeskAround>
      <ul>
        <GapsKey gaps={[BEGINNING, gap]} span={SPAN} />
      </ul>
    </DeskAround>,
  )
  const told = screen.getAllByRole('listitem').map((one) => [one.getAttribute('data-mark'), one.textContent])
  expect(told).toEqual([
    ['gap', expect.stringMatching(/^Not recorded before 22 Nov 2026, \d\d:\d\d$/)],
    ['gap', expect.stringMatching(/^data gap \d\d:\d\d–\d\d:\d\d$/)],
  ])
})
