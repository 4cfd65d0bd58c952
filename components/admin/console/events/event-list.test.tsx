// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeskAround } from '@/components/desk/testing/desk-around'
import { stubResizeObserver } from '@/components/testing/sizes'
import type { ConsoleEvent } from '@/lib/protocol/admin/console'
import { EventDetail } from './event-detail'
import { EventList } from './event-list'

const event = (seq: number, ...headers: [string, string][]): ConsoleEvent => ({
  ...{ seq, at: Date.UTC(2026, 10, 23, 9, 42, seq % 60), name: `Event${seq}`, cut: 0 },
  headers: [['Event', `Event${seq}`], ...headers],
})

beforeEach(() => {
  // A box of twenty rows, in a document that has no sizes.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  stubResizeObserver()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function show(events: readonly ConsoleEvent[], chosen: number | null = null) {
  const [onChoose, onScrollAway] = [vi.fn(), vi.fn()]
  await act(async () => {
    render(
      <DeskAround>
        <EventList events={events} chosen={chosen} onChoose={onChoose} onScrollAway={onScrollAway} />
      </DeskAround>,
    )
  })
  return { onChoose, onScrollAway, list: screen.getByRole('list', { name: 'Events, the newest first' }) }
}

test('of thousands only those in sight are in the document', async () => {
  await show(Array.from({ length: 5_000 }, (_, index) => event(5_000 - index)))
  expect(screen.getByText('Event5000')).toBeTruthy()
  expect(document.querySelectorAll('[data-seq]').length).toBeLessThan(60)
})

test('each tells what tells it apart, as text, whatever is in it', async () => {
  await show([event(1, ['Channel', 'PJSIP/101-1'], ['Queue', '<b>support</b>'], ['Uniqueid', '1.1'])])
  expect(screen.getByText('Channel: PJSIP/101-1 Queue: <b>support</b>')).toBeTruthy()
  expect(document.querySelector('[data-seq] b b')).toBeNull()
})

test('arrows walk, and scrolling away from the newest says so', async () => {
  const { list, onChoose, onScrollAway } = await show([event(3), event(2), event(1)], 2)
  fireEvent.keyDown(list, { key: 'ArrowDown' })
  expect(onChoose).toHaveBeenLastCalledWith(1)
  fireEvent.keyDown(list, { key: 'ArrowUp' })
  expect(onChoose).toHaveBeenLastCalledWith(3)
  list.scrollTop = 10
  fireEvent.scroll(list)
  expect(onScrollAway).not.toHaveBeenCalled()
  list.scrollTop = 500
  fireEvent.scroll(list)
  expect(onScrollAway).toHaveBeenCalled()
})

test('all of one event is shown, headers that stand twice included, and that it was cut', async () => {
  const whole = { ...event(1, ['ChanVariable', 'a'], ['ChanVariable', 'b']), cut: 12 }
  await act(async () => {
    render(
      <DeskAround>
        <EventDetail event={whole} />
      </DeskAround>,
    )
  })
  expect(screen.getAllByText('ChanVariable')).toHaveLength(2)
  expect(screen.getByText('Cut: 12 characters are left out')).toBeTruthy()
})
