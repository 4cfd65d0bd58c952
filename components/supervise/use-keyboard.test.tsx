// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { stubResizeObserver } from '@/components/testing/sizes'
import { aCaller, aLink, aQueue, NOW, stateOf } from '@/lib/domain/testing/records'
import { DeskProvider } from './desk-context'
import { DEFAULT_VIEW } from './model/desk-view'
import { CallersPanel } from './panels/callers-panel'
import { useKeyboard } from './use-keyboard'

const CALLERS = 300
const FRAMES = 20

let scroll: (() => void)[] = []

beforeEach(() => {
  scroll = []
  // A box of twenty rows, in a document that has no sizes; it scrolls when the test says so.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(CALLERS * 32)
  Element.prototype.scrollTo = function (this: Element, to?: ScrollToOptions | number) {
    scroll.push(() => {
      this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0
      fireEvent.scroll(this)
    })
  }
  stubResizeObserver()
  // jsdom has none.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/["\\]/g, '\\$&') })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(Element.prototype, 'scrollTo')
})

function Desk() {
  useKeyboard(() => {})
  return (
    <>
      <CallersPanel />
      <input aria-label="note" />
    </>
  )
}

async function open(): Promise<void> {
  const callers = Array.from({ length: CALLERS }, (_, index) =>
    aCaller('support', `1.${index}`, { position: index + 1, joinedAt: NOW - 600_000 + index * 1_000 }),
  )
  const cache = new FixtureCache(stateOf({ queues: [aQueue('support')], callers }), NOW, { links: [aLink()] })
  await act(async () => {
    render(
      <DeskAround cache={cache}>
        <DeskProvider order={[]} view={DEFAULT_VIEW} setView={() => {}}>
          <Desk />
        </DeskProvider>
      </DeskAround>,
    )
  })
}

const frame = () => act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())))
const scrolls = () =>
  act(async () => {
    for (const to of scroll.splice(0)) to()
  })
const press = (key: string) => act(async () => fireEvent.keyDown(document.activeElement ?? document.body, { key }))
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const place = () => document.activeElement?.getAttribute('aria-rowindex')

async function pressEndAndWait(): Promise<void> {
  await act(async () => rows()[0]?.focus())
  await press('End')
  for (let count = 0; count < FRAMES; count++) await frame()
}

test('a row far away gets the focus as it comes into the document, however long the list takes to scroll to it', async () => {
  await open()
  expect(rows().length).toBeLessThan(60)
  await pressEndAndWait()
  expect(place()).not.toBe(String(CALLERS + 1))
  await scrolls()
  expect(place()).toBe(String(CALLERS + 1))
  await press('ArrowUp')
  expect(place()).toBe(String(CALLERS))
})

test('a row that comes late takes the focus from nobody who has begun to type elsewhere', async () => {
  await open()
  await pressEndAndWait()
  const note = screen.getByLabelText('note')
  note.focus()
  await scrolls()
  expect(rows().some((row) => row.getAttribute('aria-rowindex') === String(CALLERS + 1))).toBe(true)
  expect(document.activeElement).toBe(note)
})
