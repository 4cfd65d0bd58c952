// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Asked as Request, stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { stubSizes } from '@/components/testing/sizes'
import type { Locale } from '@/lib/i18n/locale'
import type { Viewer } from '@/lib/protocol/viewer'
import type { VisitView } from '@/lib/protocol/visits'
import type { Asked } from '../asked'
import { aStory, aVisitView } from './testing/visit-views'
import { VisitsTable } from './visits-table'

const TODAY: Asked = { span: { window: 'today' }, queues: [], agent: null }
const MANY = Array.from({ length: 100 }, (_, index) => aVisitView({ name: `Caller ${index}` }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  // A box of some rows, in a document that has no sizes.
  stubSizes({ width: 800, height: 200 })
  Element.prototype.scrollIntoView = () => {}
  Element.prototype.scrollTo = () => {}
  window.history.replaceState(null, '', '/history')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

type Shown = {
  items?: readonly VisitView[]
  total?: number
  next?: string | null
  status?: number
  search?: string
  viewer?: Viewer
  locale?: Locale
  asked?: Asked
}

async function show(shown: Shown = {}) {
  const { items = MANY, total = items.length, next = null, status = 200, search = '', asked = TODAY } = shown
  let isGood = status === 200
  const requests = stubApi(({ path }: Request) => {
    if (path.startsWith('/api/v1/visits/')) {
      const id = decodeURIComponent(path.slice('/api/v1/visits/'.length))
      const visit = items.find((one) => one.id === id)
      return visit ? { body: aStory(visit) } : { status: 404, body: { title: 'Not Found', status: 404 } }
    }
    if (!path.startsWith('/api/v1/visits')) return { status: 404 }
    if (!isGood) return { status: 500, body: { title: 'Internal Server Error', status: 500 } }
    const isFirst = !new URL(path, 'http://x').searchParams.has('after')
    const body = {
      now: 0,
      items: isFirst ? items : items.map((one) => ({ ...one, id: `${one.id}+` })),
      total,
      next,
      gaps: [],
    }
    return { body: path.includes('progress=1') ? { answer: body } : body }
  })
  await act(async () => {
    render(
      <DeskAround viewer={shown.viewer ?? aViewer('supervisor')} locale={shown.locale ?? 'en'}>
        <VisitsTable asked={asked} search={search} />
      </DeskAround>,
    )
  })
  await settle()
  const lists = () =>
    requests.map(({ path }) => new URL(path, 'http://x')).filter(({ pathname }) => pathname === '/api/v1/visits')
  return { lists, last: () => Object.fromEntries(lists().at(-1)?.searchParams ?? []), mend: () => (isGood = true) }
}

/** What is typed settles, and what is asked for is there. */
async function settle(): Promise<void> {
  await act(async () => vi.advanceTimersByTimeAsync(400))
  while (document.querySelector('[aria-busy="true"], [role="dialog"] [role="status"]')) {
    await act(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      await vi.advanceTimersByTimeAsync(1)
    })
  }
}
const press = async (name: string, key: string) => {
  fireEvent.keyDown(screen.getByRole(name), { key })
  await settle()
}
const grid = () => screen.getByRole('grid', { name: 'Visits' })
const atRow = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.textContent

describe('the table of visits', () => {
  test('has only the rows in sight in the document, and says how many there are', async () => {
    await show({ total: 12_345 })
    expect(grid().getAttribute('aria-rowcount')).toBe('12346')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('heading', { name: 'Visits 12,345' })).toBeTruthy()
  })

  test('is walked by arrows, and Enter opens the story of the row; Escape leads back', async () => {
    await show()
    await act(async () => grid().focus())
    await press('grid', 'ArrowDown')
    await press('grid', 'ArrowDown')
    expect(atRow()).toContain('Caller 2')
    await press('grid', 'Enter')
    const story = screen.getByRole('dialog', { name: 'One visit' })
    expect(within(story).getByText('Caller 2')).toBeTruthy()
    expect(new URLSearchParams(window.location.search).get('visit')).toBe(MANY[2]?.id)
    fireEvent.keyDown(story, { key: 'Escape' })
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(window.location.search).toBe('')
    expect(document.activeElement).toBe(grid())
  })

  test('stays with its visit while newer ones come above it', async () => {
    const items = [...MANY]
    const { last } = await show({ items })
    await act(async () => grid().focus())
    await press('grid', 'ArrowDown')
    expect(atRow()).toContain('Caller 1')
    items.unshift(aVisitView({ name: 'Newest' }))
    await act(async () => vi.advanceTimersByTimeAsync(10_000))
    await settle()
    expect(last().after).toBeUndefined()
    expect(screen.getByText('Newest')).toBeTruthy()
    expect(atRow()).toContain('Caller 1')
  })

  test('sorts by the column pressed, and turns round when it is pressed again', async () => {
    const { last } = await show()
    expect(last()).toMatchObject({ window: 'today', sort: '-time', limit: '100' })
    fireEvent.click(screen.getByRole('button', { name: 'Wait' }))
    await settle()
    expect(last().sort).toBe('-wait')
    fireEvent.click(screen.getByRole('button', { name: 'Wait' }))
    await settle()
    expect(last().sort).toBe('wait')
    expect(screen.getByRole('columnheader', { name: 'Wait' }).getAttribute('aria-sort')).toBe('ascending')
  })

  test('asks once for what is typed, and the address says it', async () => {
    const { lists, last } = await show()
    const field = screen.getByRole('searchbox', { name: 'Find by number, name, agent' })
    for (const text of ['0', '03', '030 55']) fireEvent.change(field, { target: { value: text } })
    await settle()
    expect([lists().length, last().text]).toEqual([2, '030 55'])
    expect(window.location.search).toBe('?find=030+55')
  })

  test('loads the next page when the last rows come near, by what the server gave for it', async () => {
    const few = MANY.slice(0, 10)
    const { lists } = await show({ items: few, total: 30, next: 'abc' })
    expect(
      lists()
        .slice(0, 2)
        .map(({ searchParams }) => searchParams.get('after')),
    ).toEqual([null, 'abc'])
  })

  test('downloads exactly what is filtered', async () => {
    await show({ search: 'ending=hungUp&minWait=60000&sort=wait' })
    const links = ['CSV', 'JSON'].map((format) =>
      screen.getByRole('link', { name: `Download these visits as ${format}` }).getAttribute('href'),
    )
    const asked = '/api/v1/visits?window=today&ending=hungUp&minWait=60000&sort=wait'
    expect(links).toEqual([`${asked}&format=csv`, `${asked}&format=json`])
  })

  test('says when nothing is found, and shows all again', async () => {
    const { last } = await show({ items: [], search: 'only=repeat' })
    expect(screen.getByText('No visit is like that')).toBeTruthy()
    expect(last().repeat).toBe('1')
    fireEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] as HTMLElement)
    await settle()
    expect(last().repeat).toBeUndefined()
    expect(screen.getByText('Nobody has ended waiting in this time.')).toBeTruthy()
  })

  test('says when it could not be loaded, and tries again', async () => {
    const { mend } = await show({ status: 500 })
    expect(screen.getByRole('alert')).toBeTruthy()
    mend()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await settle()
    expect(grid()).toBeTruthy()
  })

  test('tells how a visit ended in words, what was not seen, and calls a number', async () => {
    await show({
      items: [
        aVisitView({ ending: 'timedOut', isPartlyUnseen: true }),
        aVisitView({ endedBy: 'transfer', talks: 60 }),
        aVisitView({ number: null, name: null, ending: 'hungUp' }),
      ],
    })
    const [, first, second, third] = screen.getAllByRole('row').map((row) => row.textContent)
    expect(first).toContain('timed outpartly unseen')
    expect(second).toContain('transferred')
    expect(second).toContain('1:00')
    expect(third).toContain('withheld')
    expect(screen.getAllByRole('link', { name: '+49 30 5550117' })[0]?.getAttribute('href')).toBe('tel:+49305550117')
  })

  test('a masked number is text, and the field says what can be found', async () => {
    await show({ items: [aVisitView({ number: '··17' })], viewer: aViewer('supervisor', { numbers: 'none' }) })
    expect(screen.queryByRole('link', { name: '··17' })).toBeNull()
    expect(screen.getByRole('searchbox', { name: 'Find by agent, or the last two digits' })).toBeTruthy()
  })

  test('a link to a visit opens it, and says when there is none such', async () => {
    await show({ search: 'visit=gone' })
    expect(screen.getByRole('dialog', { name: 'One visit' })).toBeTruthy()
    expect(within(screen.getByRole('dialog')).getByRole('alert')).toBeTruthy()
  })

  test('speaks Russian', async () => {
    await show({ locale: 'ru', items: [aVisitView({ ending: 'noAgents' })] })
    expect(screen.getByText('нет операторов')).toBeTruthy()
    expect(screen.getByRole('columnheader', { name: 'Ожидание' })).toBeTruthy()
  })
})
