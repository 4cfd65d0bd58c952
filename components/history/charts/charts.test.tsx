// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { stubSizes } from '@/components/testing/sizes'
import type { Tally } from '@/lib/domain/kpi'
import { aQueue, byId } from '@/lib/domain/testing/records'
import type { Locale } from '@/lib/i18n/locale'
import { emptyTally } from '@/lib/kpi/tally'
import type { Distribution } from '@/lib/protocol/distributions'
import type { Report } from '@/lib/protocol/visits'
import { aReport } from '../testing/answers'
import { SpreadChart } from './spread/spread-chart'
import { TimeChart } from './time/time-chart'
import { WeekChart } from './week/week-chart'

// A canvas draws nothing here; what it would show is told in words.
vi.mock('./plot/plot', () => ({ Plot: () => null }))

/** Friday, 08:00 in Warsaw. */
const FROM = Date.UTC(2026, 10, 20, 7)
const HALF_HOUR = 1_800_000
const ASKED = { span: { from: FROM, to: FROM + 4 * HALF_HOUR }, queues: [], agent: null }

function aRow(
  key: string,
  tally: Partial<Tally>,
  place: { from: number | null; to: number | null },
): Report['rows'][number] {
  const [first] = aReport().rows
  if (!first) throw new Error('there is one')
  const told = { ...emptyTally(), ...tally }
  const level = { numerator: told.answeredInTime, denominator: told.answered + told.lost }
  return { ...first, key, label: '', tally: told, level, turnedAway: 0, unseenMs: 0, ...place }
}

const at = (slot: number) => ({ from: FROM + slot * HALF_HOUR, to: FROM + (slot + 1) * HALF_HOUR })
const GAP = { ...{ pbx: 'main', from: FROM + 120_000, to: FROM + 540_000 }, filled: [], calls: [] }
const REPORT = aReport({
  ...{ from: FROM, to: FROM + 4 * HALF_HOUR, timeZone: 'Europe/Warsaw', gaps: [GAP] },
  rows: [
    aRow('0', { answered: 10, answeredInTime: 9, waits: 10, longestWaitMs: 61_000 }, at(0)),
    aRow('1', { answered: 49, answeredInTime: 35, lost: 12, short: 2 }, at(1)),
  ],
})

function show(chart: React.ReactNode, answer: (path: string) => unknown, locale: Locale = 'en') {
  const asked = stubApi(({ path }) => {
    const body = answer(path)
    if (body === null) return null
    return { body: path.includes('progress=1') ? { answer: body } : body }
  })
  const queue = aQueue('support')
  const cache = new FixtureCache({ queues: byId([{ ...queue, limits: { ...queue.limits, levelWarning: 80 } }]) })
  render(
    <DeskAround cache={cache} locale={locale}>
      {chart}
    </DeskAround>,
  )
  return asked
}

beforeEach(() => {
  stubSizes({ width: 800, height: 300 })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a day comes by the half-hour, with its target and its gap named, and by other steps where one wants', async () => {
  const asked = show(<TimeChart asked={ASKED} />, () => REPORT)
  expect(await screen.findByText('Per half hour')).toBeTruthy()
  expect(screen.getByText('target 80%')).toBeTruthy()
  expect(screen.getByText('data gap 08:02–08:09')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '1 h' }))
  expect(await screen.findByText('Per hour')).toBeTruthy()
  expect(asked.at(-1)?.path).toContain('by=hour')
})

test('arrow keys go from bar to bar, and each is read out with its figures', async () => {
  show(<TimeChart asked={ASKED} />, () => REPORT)
  const cursor = await screen.findByRole('slider', { name: 'Calls over time' })
  fireEvent.focus(cursor)
  expect(cursor.getAttribute('aria-valuetext')).toMatch(
    /^08:30–09:00: Offered 63, Answered 49, Lost 14, Short losses 2/,
  )
  fireEvent.keyDown(cursor, { key: 'ArrowLeft' })
  expect(cursor.getAttribute('aria-valuetext')).toMatch(/^08:00–08:30: Offered 10, .*Longest wait 1:01/)
  fireEvent.keyDown(cursor, { key: 'ArrowLeft' })
  expect(cursor.getAttribute('aria-valuenow')).toBe('0')
  fireEvent.blur(cursor)
  expect(cursor.getAttribute('aria-valuetext')).toBe('Nothing chosen: arrow keys move')
})

test('Enter and a click open what was offered in a bar, and not what a drag ends upon', async () => {
  const onOpen = vi.fn()
  show(<TimeChart asked={ASKED} onOpen={onOpen} />, () => REPORT)
  const cursor = await screen.findByRole('slider', { name: 'Calls over time' })
  fireEvent.focus(cursor)
  fireEvent.keyDown(cursor, { key: 'Enter' })
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'offered', of: at(1) })
  fireEvent.keyDown(cursor, { key: 'ArrowLeft' })
  fireEvent.pointerDown(cursor, { clientX: 100 })
  fireEvent.click(cursor, { clientX: 103 })
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'offered', of: at(0) })
  fireEvent.pointerDown(cursor, { clientX: 100 })
  fireEvent.click(cursor, { clientX: 300 })
  expect(onOpen).toHaveBeenCalledTimes(2)
})

test('Escape goes on to the page, where it closes what was opened', async () => {
  const page = vi.fn()
  show(<TimeChart asked={ASKED} />, () => REPORT)
  const cursor = await screen.findByRole('slider', { name: 'Calls over time' })
  document.addEventListener('keydown', (event) => page(event.key, event.defaultPrevented), { once: true })
  fireEvent.keyDown(cursor, { key: 'Escape' })
  expect(page).toHaveBeenCalledWith('Escape', false)
})

test('the same stands as a table, each figure of which opens', async () => {
  const onOpen = vi.fn()
  show(<TimeChart asked={ASKED} onOpen={onOpen} />, () => REPORT)
  const details = (await screen.findByText('As a table')).closest('details')
  if (!details) throw new Error('it can be opened')
  details.open = true
  fireEvent(details, new Event('toggle'))
  const bar = (await screen.findByRole('rowheader', { name: '08:30–09:00' })).closest('tr')
  expect(bar?.textContent).toMatch(/^08:30–09:006349142/)
  fireEvent.click(screen.getByRole('button', { name: '08:30–09:00, Service level: 57.4%' }))
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'serviceLevel', of: at(1) })
})

test('whom the queues did not let in open from the table, and from a bar that has nobody else', async () => {
  const onOpen = vi.fn()
  const rows = [
    aRow('0', { answered: 2, answeredInTime: 2, waits: 2 }, at(0)),
    { ...aRow('1', {}, at(1)), turnedAway: 3 },
  ]
  show(<TimeChart asked={ASKED} onOpen={onOpen} />, () => ({ ...REPORT, rows, turnedAway: 3 }))
  const details = (await screen.findByText('As a table')).closest('details')
  if (!details) throw new Error('it can be opened')
  details.open = true
  fireEvent(details, new Event('toggle'))
  fireEvent.click(await screen.findByRole('button', { name: '08:30–09:00, Turned away: 3' }))
  expect(onOpen).toHaveBeenLastCalledWith({ list: 'turnedAway', of: at(1) })
  expect(screen.queryByRole('button', { name: '08:00–08:30, Turned away: 0' })).toBeNull()
  const cursor = screen.getByRole('slider', { name: 'Calls over time' })
  fireEvent.focus(cursor)
  fireEvent.keyDown(cursor, { key: 'Enter' })
  expect(onOpen).toHaveBeenCalledTimes(2)
  expect(onOpen).toHaveBeenLastCalledWith({ list: 'turnedAway', of: at(1) })
})

test('what could not be loaded can be asked for again; where nobody called it says so', async () => {
  let isAway = true
  show(<TimeChart asked={ASKED} />, () => (isAway ? null : { ...REPORT, total: emptyTally() }))
  const again = await screen.findByRole('button', { name: 'Try again' })
  isAway = false
  fireEvent.click(again)
  expect(await screen.findByText('No calls')).toBeTruthy()
})

const SPREAD: Distribution = {
  ...{ now: FROM, from: FROM, to: FROM + HALF_HOUR, of: 'wait', gaps: [] },
  rules: REPORT.rules,
  bins: [
    { from: 0, to: 5_000 },
    { from: 5_000, to: 10_000 },
    { from: 10_000, to: null },
  ],
  series: [
    { kind: 'answered', count: 4, meanMs: 3_000, medianMs: 2_000, p90Ms: 9_000, longestMs: 9_500, counts: [3, 1, 0] },
    { kind: 'lost', count: 1, meanMs: 65_000, medianMs: 65_000, p90Ms: 65_000, longestMs: 65_000, counts: [0, 0, 1] },
    { kind: 'other', count: 0, meanMs: null, medianMs: null, p90Ms: null, longestMs: null, counts: [0, 0, 0] },
  ],
}

test('waits are told bar by bar, with the threshold and what half and nine of ten waited at most', async () => {
  show(<SpreadChart asked={ASKED} of="wait" />, () => SPREAD)
  const cursor = await screen.findByRole('slider', { name: 'Callers by their wait' })
  expect(screen.getByText('answered in time up to T: 0:20')).toBeTruthy()
  fireEvent.keyDown(cursor, { key: 'Home' })
  expect(cursor.getAttribute('aria-valuetext')).toBe(
    '0:00–0:05, answered 3, lost 0, left otherwise 0, 75% of answered waited less',
  )
  expect(screen.getByRole('row', { name: 'lost 1 1:05 1:05 1:05 1:05' })).toBeTruthy()
})

test('a bar of waits or talks opens those who are in it; where nobody is, nothing opens', async () => {
  const onOpen = vi.fn()
  show(<SpreadChart asked={ASKED} of="wait" onOpen={onOpen} />, () => ({
    ...SPREAD,
    series: SPREAD.series.map((one) => ({ ...one, counts: one.kind === 'answered' ? [3, 0, 0] : [0, 0, 1] })),
  }))
  const cursor = await screen.findByRole('slider', { name: 'Callers by their wait' })
  fireEvent.keyDown(cursor, { key: 'Home' })
  fireEvent.keyDown(cursor, { key: 'Enter' })
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'averageWait', of: { wait: { from: 0, to: 5_000 } } })
  fireEvent.keyDown(cursor, { key: 'ArrowRight' })
  fireEvent.keyDown(cursor, { key: 'Enter' })
  expect(onOpen).toHaveBeenCalledTimes(1)
  fireEvent.keyDown(cursor, { key: 'End' })
  fireEvent.keyDown(cursor, { key: 'Enter' })
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'averageWait', of: { wait: { from: 10_000, to: null } } })
})

test('a cell of the week opens those of its hour', async () => {
  const onOpen = vi.fn()
  const hour = { from: null, to: null }
  const rows = [aRow('1|9', { answered: 7 }, hour), aRow('1|10', { answered: 3 }, hour), aRow('2|9', {}, hour)]
  show(<WeekChart asked={ASKED} onOpen={onOpen} />, () => ({ ...REPORT, rows }))
  const cell = await screen.findByRole('button', { name: 'Monday 09:00–10:00, Offered: 7' })
  expect(cell.tabIndex).toBe(0)
  cell.focus()
  fireEvent.keyDown(cell, { key: 'ArrowDown' })
  fireEvent.click(document.activeElement as HTMLElement)
  expect(onOpen).toHaveBeenLastCalledWith({ figure: 'offered', of: { weekHour: '1|10' } })
  expect(screen.queryByRole('button', { name: /^Tuesday/ })).toBeNull()
})

test('the hours of a week are a grid in which arrow keys move', async () => {
  const hour = { from: null, to: null }
  const rows = [aRow('1|9', { answered: 7 }, hour), aRow('1|10', { answered: 3 }, hour), aRow('2|9', {}, hour)]
  show(<WeekChart asked={ASKED} />, () => ({ ...REPORT, rows }))
  const cell = await screen.findByRole('cell', { name: '7' })
  expect(cell.tabIndex).toBe(0)
  cell.focus()
  // On a narrow screen hours stand below each other.
  fireEvent.keyDown(cell, { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toBe('3')
  fireEvent.click(screen.getByRole('radio', { name: 'Lost' }))
  expect(screen.queryByRole('cell', { name: '7' })).toBeNull()
})

test('charts speak Russian', async () => {
  show(<TimeChart asked={ASKED} />, () => REPORT, 'ru')
  expect(await screen.findByText('По получасам')).toBeTruthy()
  expect(screen.getByText('нет данных 08:02–08:09')).toBeTruthy()
})
