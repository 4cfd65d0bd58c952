// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { aQueue, byId, NOW } from '@/lib/domain/testing/records'
import type { Figure } from '@/lib/kpi/figures'
import { HistoryPage } from './history-page'
import { anExplanation, aReport } from './testing/answers'

let asked: ReturnType<typeof stubApi>

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}
  vi.stubGlobal('ResizeObserver', undefined)
  asked = stubApi(({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://x')
    if (pathname === '/api/v1/reports') return { body: { answer: aReport() } }
    const figure = searchParams.get('figure') as Figure
    if (pathname === '/api/v1/explain') return { body: { answer: anExplanation({ figure }) } }
    return { status: 404 }
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (search: string) =>
  act(async () => {
    window.history.replaceState(null, '', `/history?${search}`)
    render(
      <DeskAround cache={new FixtureCache({ queues: byId([aQueue('support')]) }, NOW)}>
        <HistoryPage search={search} dayStartMs={0} />
      </DeskAround>,
    )
  })
const explained = (name: string) => within(screen.getByRole('region', { name: `What ${name} is made of` }))

test('what a chart tells of a bar besides the opened figure opens in its place', async () => {
  await show('span=yesterday&figure=offered&of=2026-11-20T09:00/2026-11-20T09:30&tab=agents')
  expect(asked.map(({ path }) => path).find((path) => path.includes('figure=offered'))).toContain('from=')
  const choice = explained('Offered').getByRole('combobox', { name: 'Another figure of the same' })
  expect(choice.textContent).toBe('Offered')
  await act(async () => fireEvent.keyDown(choice, { key: 'Enter' }))
  await act(async () => fireEvent.keyDown(screen.getByRole('option', { name: 'Service level' }), { key: 'Enter' }))
  expect(explained('Service level').getByRole('heading', { name: 'Service level' })).toBeTruthy()
  await waitFor(() => expect(window.location.search).toContain('figure=serviceLevel'))
})

test('a figure of a queue has its others beside it, and offers none', async () => {
  await show('span=yesterday&figure=offered&of=queue:support&tab=agents')
  expect(explained('Offered').queryByRole('combobox')).toBeNull()
})
