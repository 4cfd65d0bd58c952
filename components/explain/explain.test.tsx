// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { anExplanation } from '@/components/history/testing/answers'
import { LiveProvider } from '@/components/live/live-context'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { DeskProvider } from '@/components/supervise/desk-context'
import { DEFAULT_VIEW } from '@/components/supervise/model/desk-view'
import { QueuesPanel } from '@/components/supervise/panels/queues-panel'
import { TopFigures } from '@/components/supervise/top-figures'
import { useKeyboard } from '@/components/supervise/use-keyboard'
import { DEFAULT_BOARD } from '@/components/wall/board-settings'
import { ExplainContext } from '@/components/wall/explained'
import { Wall } from '@/components/wall/wall'
import type { Role } from '@/lib/domain/rights'
import { aKpi } from '@/lib/domain/testing/kpis'
import { aCaller, aLink, aMember, aQueue, byId, NO_LIMITS, NOW, stateOf } from '@/lib/domain/testing/records'
import { en } from '@/lib/i18n/messages/en'
import type { Explanation } from '@/lib/protocol/visits'
// Loaded before any test asks for it: what a page loads late is no part of its own time.
import './explain-dialog'
import { explainStore } from './explain-store'
import { Explainer } from './explainer'
import { useExplainAddress } from './use-explain-address'
import { WallExplainer, WallFigure } from './wall-explain'

const support = aQueue('support', { label: 'Support', limits: { ...NO_LIMITS, levelWarning: 80 } })
const state = () =>
  stateOf({
    queues: [support, aQueue('sales', { label: 'Sales' })],
    members: [aMember('support', 'Alice'), aMember('sales', 'Bob')],
    kpis: [aKpi('support', { answered: 10, answeredInTime: 6 }), aKpi('sales', { answered: 4, answeredInTime: 4 })],
  })

let asked: ReturnType<typeof stubApi>

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  asked = stubApi(({ path }) => {
    const { pathname, searchParams } = new URL(path, 'http://x')
    const figure = searchParams.get('figure') as Explanation['figure']
    if (pathname === '/api/v1/explain') return { body: { answer: anExplanation({ figure }) } }
    if (pathname === '/api/v1/visits')
      return { body: { answer: { now: NOW, items: [], total: 0, next: null, gaps: [] } } }
    return { status: 404 }
  })
})
afterEach(() => {
  cleanup()
  explainStore.set(null)
  window.history.replaceState(null, '', '/')
  vi.unstubAllGlobals()
})

const codeIsThere = () => act(() => vi.dynamicImportSettled())
const askedOf = (path: string) => asked.map((one) => one.path).filter((one) => one.startsWith(path))

describe('on the supervisor’s desk', () => {
  function Desk() {
    useKeyboard(() => {})
    return <QueuesPanel />
  }

  const aCache = () => new FixtureCache(state(), NOW, { links: [aLink()] })

  function show(role: Role = 'supervisor', cache = aCache()): HTMLElement {
    const { container } = render(
      <DeskAround cache={cache} viewer={aViewer(role)}>
        <DeskProvider order={[]} view={DEFAULT_VIEW} setView={() => {}}>
          <Desk />
          <Explainer />
        </DeskProvider>
      </DeskAround>,
    )
    return container.querySelector('[data-row^="queues"]') as HTMLElement
  }

  test('a figure opens to what it is made of and the visits behind it, and leads to history', async () => {
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Service level, Support, today: 60%. What it is made of' }))
    await codeIsThere()
    expect(screen.getByText('Support, today')).toBeTruthy()
    const explained = screen.getByLabelText('What Service level is made of')
    await waitFor(() => expect(explained.querySelector('header .fig')?.textContent).toBe('71.2%'))
    expect(askedOf('/api/v1/explain')[0]).toMatch('/api/v1/explain?window=today&queues=support&figure=serviceLevel')
    expect(askedOf('/api/v1/visits')[0]).toMatch(/queues=support.*figure=serviceLevel&part=numerator/)
    expect(screen.getByText('Open in history').getAttribute('href')).toBe(
      '/history?window=today&queues=support&figure=serviceLevel&part=numerator',
    )
  })

  test('E opens the row where one is; the keys of the rows then belong to the dialog', async () => {
    const row = show()
    await act(async () => row.focus())
    await act(async () => fireEvent.keyDown(row, { key: 'e', code: 'KeyE' }))
    await codeIsThere()
    const dialog = screen.getByRole('dialog')
    await act(async () => fireEvent.keyDown(dialog, { key: 'ArrowDown' }))
    expect(row.tabIndex).toBe(0)
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Average wait' })))
    expect(explainStore.get()).toMatchObject({ figure: 'averageWait', queues: ['sales'] })
    await act(async () => fireEvent.keyDown(dialog, { key: 'Escape' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(row))
  })

  test('who waits opens to the callers themselves, the longest first, and goes on with the picture', async () => {
    const [old, young] = [
      aCaller('support', 'Old', { name: 'Old', position: 1, joinedAt: NOW - 90_000 }),
      aCaller('support', 'Young', { name: 'Young', position: 2, joinedAt: NOW - 5_000 }),
    ]
    const other = aCaller('sales', 'Other', { name: 'Other', position: 1, joinedAt: NOW - 300_000 })
    const cache = new FixtureCache({ ...state(), callers: byId([young, old, other]) }, NOW, { links: [aLink()] })
    show('supervisor', cache)
    const row = screen.getByRole('row', { name: /Support/ })
    fireEvent.click(within(row).getByRole('button', { name: 'Waiting, Support: 2. What it is made of' }))
    await codeIsThere()
    const dialog = within(await screen.findByRole('dialog', { name: 'Support, now' }))
    const names = () =>
      dialog
        .getAllByRole('row')
        .slice(1)
        .map((one) => one.textContent)
    expect(names()).toEqual([
      expect.stringMatching(/^Old.*1:30Support1$/),
      expect.stringMatching(/^Young.*0:05Support2$/),
    ])
    fireEvent.click(dialog.getByRole('button', { name: 'Place' }))
    expect(names()[0]).toMatch(/^Young/)
  })

  test('members at work open with what each does and for how long, and whom nobody waits for says so', async () => {
    show()
    const row = screen.getByRole('row', { name: /Support/ })
    fireEvent.click(within(row).getByRole('button', { name: 'Ready, Support: 1. What it is made of' }))
    await codeIsThere()
    const dialog = within(await screen.findByRole('dialog', { name: 'Support, now' }))
    expect(dialog.getByRole('heading', { name: 'Ready' })).toBeTruthy()
    expect(dialog.getAllByRole('row')[1]?.textContent).toMatch(/^Alice.*readySupport$/)
    await act(async () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' }))
    fireEvent.click(within(row).getByRole('button', { name: 'Waiting, Support: 0. What it is made of' }))
    expect(await screen.findByText('Nobody at this moment')).toBeTruthy()
  })

  test('the head’s agents open to people, each once, and the address leads back to the list', async () => {
    const around = () => {
      const cache = new FixtureCache(
        stateOf({
          queues: [support, aQueue('sales', { label: 'Sales' })],
          members: [aMember('support', 'Alice'), aMember('sales', 'Alice'), aMember('sales', 'Bob', { paused: true })],
        }),
        NOW,
        { links: [aLink()] },
      )
      return render(
        <DeskAround cache={cache} viewer={aViewer('supervisor')}>
          <DeskProvider order={[]} view={DEFAULT_VIEW} setView={() => {}}>
            <Addressed />
          </DeskProvider>
        </DeskAround>,
      )
    }
    function Addressed() {
      useExplainAddress(window.location.search)
      return (
        <>
          <TopFigures />
          <Explainer />
        </>
      )
    }
    around()
    fireEvent.click(
      screen.getByRole('button', { name: 'Agents signed in, All queues shown: of 2. What it is made of' }),
    )
    await codeIsThere()
    const rows = () => screen.getAllByRole('row').map((row) => row.textContent)
    expect(rows().slice(1)).toEqual(['Alice–readySales, Support', 'Bob–pausedSales'])
    expect(window.location.search).toBe('?explain=agents.all&explain-everywhere=true')
    const file = screen.getByRole('link', { name: 'Download as CSV' })
    expect(file.getAttribute('href')).toBe('/api/v1/explain/live?figure=agents.all&everywhere=true&format=csv')
    expect(screen.getByText(/^as of \d\d:\d\d:00$/)).toBeTruthy()
    cleanup()
    window.history.replaceState(null, '', '/supervise?explain=agents.paused&explain-of=sales')
    around()
    expect(await screen.findByRole('dialog', { name: 'Sales, now' })).toBeTruthy()
    expect(rows().slice(1)).toEqual(['Bob–pausedSales'])
    await act(async () => fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' }))
    expect(window.location.search).toBe('')
  })

  test('where a filter leaves no queue, the head counts nobody and opens to nobody', () => {
    render(
      <DeskAround cache={aCache()} viewer={aViewer('supervisor')}>
        <DeskProvider order={[]} view={{ ...DEFAULT_VIEW, group: 'gone' }} setView={() => {}}>
          <TopFigures />
        </DeskProvider>
      </DeskAround>,
    )
    expect(screen.getByText(/^Ready/).textContent).toBe('Ready 0 of 0')
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('whoever may not see visits sees figures alone', async () => {
    const row = show('agent')
    expect(screen.queryByRole('button', { name: /made of/ })).toBeNull()
    await act(async () => row.focus())
    await act(async () => fireEvent.keyDown(row, { key: 'e', code: 'KeyE' }))
    expect(explainStore.get()).toBeNull()
  })
})

describe('on a wall', () => {
  function show(role: Role) {
    const cache = new FixtureCache(state(), () => NOW, { links: [aLink()] })
    cache.setPersonal({ viewer: aViewer(role) })
    render(
      <IntlProvider locale="en" messages={en} timeZone="UTC">
        <LiveProvider cache={cache}>
          <ExplainContext value={WallFigure}>
            <Wall settings={DEFAULT_BOARD} names={null} title={null} />
            <WallExplainer viewer={aViewer(role)} messages={en} />
          </ExplainContext>
        </LiveProvider>
      </IntlProvider>,
    )
  }

  test('a figure opens, and the sum above the tiles does for all queues shown', async () => {
    show('supervisor')
    fireEvent.click(
      screen.getByRole('button', { name: 'Service level, All queues shown, today: 71%. What it is made of' }),
    )
    await codeIsThere()
    expect(await screen.findByRole('dialog', { name: 'All queues shown, today' })).toBeTruthy()
    expect(askedOf('/api/v1/explain')[0]).toContain('queues=sales%2Csupport')
  })

  test('what a tile shows of this moment opens to those who are in it', async () => {
    show('supervisor')
    const tile = within(screen.getByRole('region', { name: 'Support' }))
    fireEvent.click(tile.getByRole('button', { name: 'Ready, Support: 1. What it is made of' }))
    await codeIsThere()
    const dialog = within(await screen.findByRole('dialog', { name: 'Support, now' }))
    expect(dialog.getByRole('heading', { name: 'Ready' })).toBeTruthy()
    expect(dialog.getByText('Alice')).toBeTruthy()
    expect(dialog.queryByText('Bob')).toBeNull()
  })

  test('its people open, too, and what is opened leads to the page whose address can be sent to somebody', async () => {
    show('supervisor')
    const name = 'Agents ready, All queues shown: 2. What it is made of'
    fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement)
    await codeIsThere()
    const dialog = within(await screen.findByRole('dialog', { name: 'All queues shown, now' }))
    expect([dialog.getByText('Alice'), dialog.getByText('Bob')]).toHaveLength(2)
    expect(dialog.getByRole('link', { name: 'Open in Live' }).getAttribute('href')).toBe(
      '/supervise?explain=agents.ready&explain-of=sales%2Csupport',
    )
  })

  test('a screen that may not see visits shows figures as they are, and nothing to press', () => {
    show('display')
    expect(screen.getByRole('region', { name: 'Support' }).textContent).toContain('60%')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
