// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
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
type Slow = { path: string; say: (line: object) => Promise<void>; isGone: () => boolean }

/** After as many turns a line has come through its stream, and whoever waits for it was told. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve))
}

async function press(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }))
    await turns()
  })
}

/** Shows the visits of a year with "Ana" in them; gives what was asked for, as it comes. */
async function show(): Promise<Slow[]> {
  const all: Slow[] = []
  vi.stubGlobal('fetch', async (path: string, { signal }: RequestInit) => {
    if (!path.startsWith('/api/v1/visits')) return new Response('{}', { status: 404 })
    const encoder = new TextEncoder()
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        signal?.addEventListener('abort', () => controller.error(signal.reason))
        const say = async (line: object) => {
          await act(async () => {
            controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
            if ('answer' in line) controller.close()
            await turns()
          })
        }
        all.push({ path, say, isGone: () => signal?.aborted === true })
      },
    })
    return new Response(stream)
  })
  await act(async () => {
    render(
      <DeskAround viewer={aViewer('supervisor')}>
        <VisitsTable asked={YEAR} search="find=Ana" />
      </DeskAround>,
    )
    await turns()
  })
  return all
}
const ana = (name: string) => aVisitView({ name })
const pageOf = (items: object[], next: string | null, total: number | null = null) => {
  return { answer: { now: 0, items, total, next, gaps: [] } }
}
const heading = () => screen.getByRole('heading', { level: 2 }).textContent
const isOf = (path: string) => (one: Slow) => one.path.startsWith(`/api/v1/visits${path}`)

test('what is found stands there at once, with how far the search is and how many there are at least', async () => {
  const [page] = await show()
  await page?.say({ done: 0.1 })
  await page?.say({ some: { items: [ana('Ana One')] } })
  await page?.say({ some: { items: [ana('Ana Two')] } })
  expect(screen.getByText('Ana One')).toBeTruthy()
  expect(screen.getByText('Ana Two')).toBeTruthy()
  expect(heading()).toBe('Visits 2+')
  expect(document.querySelector('[data-old]')).toBeNull()
  expect(screen.getByRole('progressbar', { name: 'Looked through: 10%' })).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('-1')
})

test('a search that is cancelled ends at the server, too; what it found stays, and it goes on when asked', async () => {
  const slow = await show()
  await slow[0]?.say({ some: { items: [ana('Ana One')] } })
  await press('Cancel')
  expect(slow[0]?.isGone()).toBe(true)
  expect(screen.getByRole('status').textContent).toContain('Stopped: there may be more.')
  expect([heading(), screen.queryByText('Ana One') !== null]).toEqual(['Visits 1+', true])
  await press('Go on')
  const again = slow[1]
  await again?.say(pageOf([ana('Ana One'), ana('Ana Two')], null, 2))
  expect([heading(), screen.queryByRole('status')]).toEqual(['Visits 2', null])
})

test('a search that is cancelled before it found anything says so, and not that there is nothing', async () => {
  await show()
  await press('Cancel')
  expect(screen.getByRole('status').textContent).toContain('Stopped')
  expect(screen.queryByText('No visit is like that')).toBeNull()
})

test('of more than a page all are counted apart; that can be cancelled, and asked for again', async () => {
  const slow = await show()
  await slow.find(isOf('?'))?.say(pageOf([ana('Ana One')], null, null))
  expect(heading()).toBe('Visits 1')
  cleanup()
  const more = await show()
  const many = Array.from({ length: 100 }, (_, index) => ana(`Ana ${index}`))
  await more.find(isOf('?'))?.say(pageOf(many, 'next'))
  const count = more.find(isOf('/count'))
  expect(count?.path).toContain('text=Ana')
  await count?.say({ done: 0.25 })
  expect(heading()).toBe('Visits 100+')
  expect(screen.getByRole('progressbar', { name: 'Counting them: 25%' })).toBeTruthy()
  await press('Cancel')
  expect([count?.isGone(), heading()]).toEqual([true, 'Visits 100+'])
  await press('Count them')
  await more
    .filter(isOf('/count'))
    .at(-1)
    ?.say({ answer: { total: 7_300 } })
  expect(heading()).toBe('Visits 7,300')
})
