// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { NOW } from '@/lib/domain/testing/records'
import type { Figure } from '@/lib/kpi/figures'
import { emptyTally } from '@/lib/kpi/tally'
import { anExplanation } from '../testing/answers'
import { FractionLines } from './fraction-lines'

afterEach(cleanup)

const MINUTE = 60_000
const TALLY = { ...emptyTally(), answered: 2, talks: 2, talkMs: 4 * MINUTE, heldMs: MINUTE, wrapUps: 1 }

function show(figure: Figure, locale: 'en' | 'ru' = 'en') {
  const tally = { ...TALLY, wrapUpMs: 30_000 }
  const told = anExplanation({ figure, unit: 'ms', tally, numerator: 330_000, denominator: 2 })
  render(
    <DeskAround cache={new FixtureCache({}, NOW)} locale={locale}>
      <FractionLines told={told} />
    </DeskAround>,
  )
}
const parts = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)

test('handling tells how much of it is talk, hold and wrap-up', () => {
  show('averageHandling')
  expect(parts()).toEqual(['talk without hold 4:00', 'on hold 1:00', 'wrap-up, as far as it is known 0:30'])
})

test('in Russian, too', () => {
  show('averageHandling', 'ru')
  expect(parts()).toEqual([
    'разговоры без удержания 4:00',
    'удержание 1:00',
    'дообработка, насколько она известна 0:30',
  ])
})

test('talk alone has no such parts', () => {
  show('averageTalk')
  expect(parts()).toEqual([])
})
