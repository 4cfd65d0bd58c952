// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { stubSizes } from '@/components/testing/sizes'
import type { Asked } from '../asked'
import { aVisitView } from './testing/visit-views'
import { VisitsTable } from './visits-table'

const YEAR: Asked = { span: { from: 0, to: 365 * 86_400_000 }, queues: [], agent: null }

beforeEach(() => {
  stubSizes({ width: 800, height: 200 })
  Element.prototype.scrollIntoView = () => {}
  Element.prototype.scrollTo = () => {}
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A long answer of which the test gives one line after the other. */
type Slow = { path: string; say: (line: object) => void; isGone: () => boolean }

async function press(name: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }))
}

/** Shows the visits of a year with "Ana" in them; gives what was asked for, as it comes. */
function show(): Slow[] {
  const all: Slow[] = []
  vi.stubGlobal('fetch', async (path: string, { signal }: RequestInit) => {
    if (!path.startsWith('/api/v1/visits')) return new Response('{}', { status: 404 })
    const encoder = new TextEncoder()
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason))
        const say = (line: object) => {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
          if ('answer' in line) controller.close()
        }
        all.push({ path, say, isGone: () => signal?.aborted === true })
      },
    })
    return new Response(stream)
  })
  render(
    <DeskAround viewer={aViewer('supervisor')}>
      <VisitsTable asked={YEAR} search="find=Ana" />
    </DeskAround>,
  )
  return all
}
const ana = (name: string) => aVisitView({ name })
const pageOf = (items: object[], next: string | null, total: number | null = null) => {
  return { answer: { now: 0, items, total, next, gaps: [] } }
}
const heading = () => screen.getByRole('heading', { level: 2 }).textContent
const isHeaded = (text: string) => waitFor(() => expect(heading()).toBe(text))

/** Which of them asked for this, as many as there are to be. */
function asks(all: readonly Slow[], path: string, many = 1): Promise<Slow> {
  return waitFor(() => {
    const found = all.filter((one) => one.path.startsWith(`/api/v1/visits${path}`))
    expect(found).toHaveLength(many)
    return found.at(-1) as Slow
  })
}

test('what is found stands there at once, with how far the search is and how many there are at least', async () => {
  const page = await asks(show(), '?')
  page.say({ done: 0.1 })
  page.say({ some: { items: [ana('Ana One')] } })
  page.say({ some: { items: [ana('Ana Two')] } })
  await isHeaded('Visits 2+')
  expect(screen.getByText('Ana One')).toBeTruthy()
  expect(screen.getByText('Ana Two')).toBeTruthy()
  expect(document.querySelector('[data-old]')).toBeNull()
  expect(screen.getByRole('progressbar', { name: 'Looked through: 10%' })).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('-1')
})

test('a search that is cancelled ends at the server, too; what it found stays, and it goes on when asked', async () => {
  const slow = show()
  const first = await asks(slow, '?')
  first.say({ some: { items: [ana('Ana One')] } })
  await isHeaded('Visits 1+')
  await press('Cancel')
  await waitFor(() => expect(first.isGone()).toBe(true))
  expect((await screen.findByRole('status')).textContent).toContain('Stopped: there may be more.')
  expect([heading(), screen.queryByText('Ana One') !== null]).toEqual(['Visits 1+', true])
  await press('Go on')
  const again = await asks(slow, '?', 2)
  again.say(pageOf([ana('Ana One'), ana('Ana Two')], null, 2))
  await isHeaded('Visits 2')
  expect(screen.queryByRole('status')).toBeNull()
})

test('a search that is cancelled before it found anything says so, and not that there is nothing', async () => {
  await asks(show(), '?')
  await press('Cancel')
  expect((await screen.findByRole('status')).textContent).toContain('Stopped')
  expect(screen.queryByText('No visit is like that')).toBeNull()
})

test('of a page that has all none are counted apart', async () => {
  const slow = show()
  const page = await asks(slow, '?')
  page.say(pageOf([ana('Ana One')], null, null))
  await isHeaded('Visits 1')
  expect(slow).toHaveLength(1)
})

test('of more than a page all are counted apart; that can be cancelled, and asked for again', async () => {
  const slow = show()
  const page = await asks(slow, '?')
  const many = Array.from({ length: 100 }, (_, index) => ana(`Ana ${index}`))
  page.say(pageOf(many, 'next'))
  const count = await asks(slow, '/count')
  expect(count.path).toContain('text=Ana')
  count.say({ done: 0.25 })
  expect(await screen.findByRole('progressbar', { name: 'Counting them: 25%' })).toBeTruthy()
  expect(heading()).toBe('Visits 100+')
  await press('Cancel')
  await waitFor(() => expect(count.isGone()).toBe(true))
  expect(heading()).toBe('Visits 100+')
  await press('Count them')
  const again = await asks(slow, '/count', 2)
  again.say({ answer: { total: 7_300 } })
  await isHeaded('Visits 7,300')
})
