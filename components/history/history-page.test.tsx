// @vitest-environment jsdom
import { onlineManager } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Asked, stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aQueue, byId } from '@/lib/domain/testing/records'
import { emptyTally } from '@/lib/kpi/tally'
import { HistoryPage } from './history-page'
import { anExplanation, aReport } from './testing/answers'

vi.mock('./charts/charts-panel', () => ({ ChartsPanel: () => null }))
vi.mock('@/components/lost/lost-panel', () => ({ LostPanel: () => null }))
vi.mock('./visits/visits-table', () => ({
  VisitsTable: ({ part, figure }: { part: string | null; figure: string | null }) => (
    <p>{`visits ${figure} ${part}`}</p>
  ),
}))

/** A Saturday morning in Warsaw. */
const NOW = Date.UTC(2026, 10, 21, 8)
const limits = { ...aQueue('support').limits, levelWarning: 80 }
const queues = byId([aQueue('support', { label: 'Support', limits }), aQueue('sales', { label: 'Sales', limits })])

let asked: Asked[]
const AWAY = { pbx: 'main', queue: 'support', number: null, name: null, at: NOW - 86_400_000 }
let answers: { report: object; explain: object; away: object[] }
beforeEach(() => {
  localStorage.clear()
  answers = { report: aReport(), explain: anExplanation(), away: [] }
  asked = stubApi(({ path }) => {
    if (path.startsWith('/api/v1/reports')) return { body: { answer: answers.report } }
    if (path.startsWith('/api/v1/explain')) return { body: { answer: answers.explain } }
    if (path.startsWith('/api/v1/turnedAway')) {
      const { away: items } = answers
      return { body: { now: NOW, from: NOW - 1, to: NOW, items, total: items.length, gaps: [] } }
    }
    if (path.startsWith('/api/v1/missedRings')) {
      const agent = { interface: 'PJSIP/101', name: 'Ana' }
      return { body: { now: NOW, from: NOW - 1, to: NOW, agent, items: [], total: 0, gaps: [] } }
    }
    return { status: 404 }
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (search = 'span=yesterday', locale: 'en' | 'ru' = 'en') =>
  act(async () => {
    window.history.replaceState(null, '', `/history?${search}`)
    render(
      <DeskAround cache={new FixtureCache({ queues }, NOW)} locale={locale}>
        <HistoryPage search={search} dayStartMs={0} />
      </DeskAround>,
    )
  })
const paths = () => asked.map(({ path }) => path).filter((path) => path.includes('/reports'))
const figures = () => screen.findByRole('region', { name: 'Figures' })
const press = (key: string, target: Element = document.body) => act(async () => fireEvent.keyDown(target, { key }))

test('the figures of any span stand large, the level with its target, and say so where it is missed', async () => {
  await show()
  const head = within(await figures())
  expect(head.getByRole('button', { name: /^offered/i }).textContent).toContain('363')
  expect(head.getByRole('button', { name: /level, in 20 s/ }).textContent).toContain(
    'below the target of 80%71.2% target 80%',
  )
  expect(screen.getByRole('button', { name: /^Fri,? 20 Nov 2026$/ })).toBeTruthy()
  const yesterday = { from: Date.UTC(2026, 10, 19, 23), to: Date.UTC(2026, 10, 20, 23) }
  expect(paths()[0]).toBe(`/api/v1/reports?from=${yesterday.from}&to=${yesterday.to}&by=queue&progress=1`)
})

test('transfers lead to the visits that ended with one, of the same time', async () => {
  const report = aReport()
  answers.report = aReport({ total: { ...report.total, transfers: 4 } })
  await show('span=yesterday&queues=support')
  const link = within(await figures()).getByRole('link', { name: /^Transfers ?4$/ })
  expect(link.getAttribute('href')).toBe('/history?span=yesterday&queues=support&tab=visits&only=transferred')
})

test('who was turned away is opened as a list that can be put in order, saved, and found by its address', async () => {
  answers.report = aReport({ turnedAway: 2 })
  answers.away = [
    { ...AWAY, id: '1', queueLabel: 'Support', why: 'FULL' },
    { ...AWAY, id: '2', queueLabel: null, why: 'OTHER' },
  ]
  await show('span=yesterday&queues=support')
  fireEvent.click(within(await figures()).getByRole('button', { name: /^Turned away ?2$/ }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Turned away: Support, Fri,? 20 Nov 2026$/ }))
  expect((await dialog.findByText('the queue was full')).closest('tr')?.textContent).toContain('Support')
  expect(dialog.getByText('not known').closest('tr')?.textContent).toContain('OTHER')
  await waitFor(() => expect(window.location.search).toBe('?span=yesterday&queues=support&list=turnedAway'))
  fireEvent.click(dialog.getByRole('button', { name: 'Queue' }))
  await waitFor(() => expect(asked.at(-1)?.path).toMatch(/^\/api\/v1\/turnedAway\?.*queues=support&sort=queue$/))
  expect(dialog.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toMatch(/sort=queue&format=csv$/)
  await press('Escape', await screen.findByRole('dialog'))
  await waitFor(() => expect(window.location.search).toBe('?span=yesterday&queues=support'))
})

test('a list of all queues says so in the middle of its title', async () => {
  await show('span=yesterday&list=turnedAway')
  expect(await screen.findByRole('dialog', { name: /^Turned away: all queues, Fri,? 20 Nov 2026$/ })).toBeTruthy()
})

test('an agent’s rings in vain are found by their address, of the same time and queues', async () => {
  await show('span=yesterday&queues=support&list=missed&of=agent%3APJSIP%2F101&tab=agents')
  expect(await screen.findByRole('dialog', { name: /^Missed: Ana, Support, Fri,? 20 Nov 2026$/ })).toBeTruthy()
  const missed = asked.map(({ path }) => path).filter((path) => path.includes('/missedRings'))
  expect(missed[0]).toMatch(/^\/api\/v1\/missedRings\?from=\d+&to=\d+&queues=support&agent=PJSIP%2F101&sort=-time$/)
  await press('Escape', await screen.findByRole('dialog'))
  await waitFor(() => expect(window.location.search).toBe('?span=yesterday&queues=support&tab=agents'))
})

test('arrows lead to the span before and after, and not into what is not over', async () => {
  await show()
  await press('ArrowLeft')
  expect(await screen.findByRole('button', { name: /^Thu,? 19 Nov 2026$/ })).toBeTruthy()
  await press('ArrowRight')
  await press('ArrowRight')
  expect(await screen.findByRole('button', { name: /^Sat,? 21 Nov 2026$/ })).toBeTruthy()
  await press('ArrowRight')
  expect(screen.getByRole('button', { name: /^Sat,? 21 Nov 2026$/ })).toBeTruthy()
  const choice = screen.getByRole('radio', { name: 'Overview' })
  await press('ArrowLeft', choice)
  expect(screen.getByRole('button', { name: /^Sat,? 21 Nov 2026$/ })).toBeTruthy()
})

test('the browser’s own way back takes a step back, and the address says each', async () => {
  await show('span=days7')
  await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Visits' })))
  await waitFor(() => expect(window.location.search).toBe('?span=days7&tab=visits'))
  await act(async () => window.history.back())
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Overview' }).getAttribute('aria-checked')).toBe('true'))
  expect(window.location.search).toBe('?span=days7')
})

test('what this browser showed last stands in the address, too', async () => {
  localStorage.setItem('callboard.history', 'span=days28&by=hour')
  await show('')
  expect(window.location.search).toBe('?span=days28&by=hour')
})

test('the span before stands beside each figure, with how far it is and which way', async () => {
  await show('span=yesterday&compare=1')
  await figures()
  const thursday = Date.UTC(2026, 10, 18, 23)
  expect(paths().some((path) => path.includes(`from=${thursday}&`))).toBe(true)
  expect(screen.getByText(/^Compared with Thu,? 19 Nov 2026$/)).toBeTruthy()
  expect((await screen.findAllByText(/the same, before 363/)).length).toBe(1)
})

test('each cell of a queue opens what it is made of, in words and visits, and Escape closes it', async () => {
  await show()
  const table = within(await screen.findByRole('region', { name: 'Sums' }))
  await act(async () => fireEvent.click(table.getByRole('button', { name: 'Support, Service level: 71.2%' })))
  const explained = within(await screen.findByRole('region', { name: 'What Service level is made of' }))
  expect(await explained.findByText('answered in 20 s or less')).toBeTruthy()
  expect(explained.getByText('312 answered + 42 lost after 20 s')).toBeTruthy()
  expect(explained.getByText(/3 who hung up in the first 5 s, 6 who left otherwise/)).toBeTruthy()
  expect(explained.getByText(/Asterisk itself says 80.6%/)).toBeTruthy()
  const formulas = within(explained.getByRole('list', { name: 'By each formula' })).getAllByRole('listitem')
  expect(formulas.map((one) => one.hasAttribute('data-used'))).toEqual([false, false, false, true, false])
  expect(asked.some(({ path }) => path.includes('queues=support') && path.includes('figure=serviceLevel'))).toBe(true)
  await act(async () => fireEvent.click(explained.getByRole('button', { name: '252 met' })))
  expect(screen.getByText('visits serviceLevel numerator')).toBeTruthy()
  await act(async () => fireEvent.click(explained.getByRole('button', { name: '102 misses' })))
  expect(screen.getByText('visits serviceLevel misses')).toBeTruthy()
  expect(screen.getByText('What it is made of').closest('details')?.open).toBe(false)
  await press('Escape')
  expect(screen.queryByRole('region', { name: 'What Service level is made of' })).toBeNull()
})

test('a cell that counts a part of what it opens is named after its column', async () => {
  await show()
  const table = within(await screen.findByRole('region', { name: 'Sums' }))
  const names = table.getAllByRole('button', { name: /^Support, / }).map((one) => one.getAttribute('aria-label'))
  expect(names.slice(0, 4)).toEqual([
    ...['Support, Offered: 363', 'Support, Answered: 312', 'Support, In time: 252', 'Support, Hung up: 38'],
  ])
})

test('rows go by any column, up and down', async () => {
  await show()
  const table = within(await screen.findByRole('region', { name: 'Sums' }))
  const names = () => table.getAllByRole('rowheader').map((one) => one.textContent)
  expect(names()).toEqual(['Support', 'Sales', 'All'])
  const name = table.getByRole('button', { name: 'Queue' })
  await act(async () => fireEvent.click(name))
  expect(names()).toEqual(['Sales', 'Support', 'All'])
  expect(name.closest('th')?.getAttribute('aria-sort')).toBe('ascending')
})

test('a span without visits says so, and names what nobody saw of it', async () => {
  const { from } = aReport()
  const gap = { pbx: 'main', from: from + 3_600_000, to: from + 3_660_000, filled: [], calls: [] }
  answers.report = aReport({ total: emptyTally(), rows: [], gaps: [gap] })
  await show()
  expect(await screen.findByText('No visits in this span')).toBeTruthy()
  expect(screen.getAllByText('01:00:00–01:01:00').length).toBeGreaterThan(0)
})

test('figures of a span that reaches back before anything was recorded say since when there are any', async () => {
  const { from } = aReport()
  answers.report = aReport({ gaps: [{ pbx: 'main', from: 0, to: from + 3_600_000, filled: [], calls: [] }] })
  await show()
  const head = within(await figures())
  expect(head.getByText(/^Not recorded before 20 Nov 2026, 01:00$/)).toBeTruthy()
})

test('a span of which nothing was recorded is not said to have had no visits', async () => {
  const { to } = aReport()
  const gaps = [{ pbx: 'main', from: 0, to: to + 3_600_000, filled: [], calls: [] }]
  answers.report = aReport({ total: emptyTally(), rows: [], gaps })
  await show()
  expect(await screen.findByRole('heading', { name: 'Not recorded before 21 Nov 2026, 01:00' })).toBeTruthy()
  expect(screen.queryByText('No visits in this span')).toBeNull()
})

test('where the browser has no network the server is asked all the same, and its silence is told as that', async () => {
  onlineManager.setOnline(false)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await show()
  expect((await screen.findAllByText('The server does not answer'))[0]).toBeTruthy()
  expect(screen.queryByText('Stopped before it was done')).toBeNull()
  onlineManager.setOnline(true)
})

test('what is not live says since when', async () => {
  const cache = new FixtureCache({ queues }, NOW, { freshness: 'stale', trueAt: NOW - 60_000 })
  await act(async () => {
    render(
      <DeskAround cache={cache} locale="ru">
        <HistoryPage search="" dayStartMs={0} />
      </DeskAround>,
    )
  })
  expect(screen.getByText(/08:59:00/)).toBeTruthy()
})

test('what takes long is cancelled, ends the request, and can be begun again', async () => {
  const signals: AbortSignal[] = []
  vi.stubGlobal('fetch', (path: string, { signal }: RequestInit) => {
    if (!path.includes('/reports') || !signal) return Promise.resolve(new Response('{}'))
    signals.push(signal)
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  await show('span=days28')
  const [cancel] = await screen.findAllByRole('button', { name: 'Cancel' })
  await act(async () => fireEvent.click(cancel as HTMLElement))
  expect(signals[0]?.aborted).toBe(true)
  expect((await screen.findAllByText('Stopped before it was done')).length).toBeGreaterThan(0)
  const before = signals.length
  await act(async () => fireEvent.click(screen.getAllByRole('button', { name: 'Begin again' })[0] as HTMLElement))
  expect(signals.length).toBeGreaterThan(before)
})
