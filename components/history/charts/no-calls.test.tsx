// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { aReport } from '../testing/answers'
import { NoCalls } from './no-calls'

afterEach(cleanup)

test.each([
  ['recorded', 3_600_000, 'No calls'],
  ['not recorded', -3_600_000, /^Not recorded before /],
])('a span of which the end was %s', (_, before, said) => {
  const report = aReport()
  const gaps = [{ pbx: 'main', from: 0, to: report.to - before, filled: [], calls: [] }]
  render(
    <DeskAround>
      <NoCalls report={{ ...report, gaps }} />
    </DeskAround>,
  )
  expect(screen.getByRole('heading', { name: said })).toBeTruthy()
})
