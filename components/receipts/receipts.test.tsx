// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stubApi } from '@/components/api/testing/stub-api'
import { aViewer, DeskAround } from '@/components/desk/testing/desk-around'
import { FixtureCache } from '@/components/live/testing/fixture-cache'
import { NOW } from '@/lib/domain/testing/records'
import type { Receipt, Step } from '@/lib/protocol/receipts'
import { ReceiptBook } from './receipt-book'
import { FADE_MS } from './receipt-card'
import { Receipts } from './receipts'
import { useCommand } from './use-command'

const ID = '6f1b0c1e-1111-4111-8111-000000000001'
const step = (what: Step['what'], at: number, detail: string | null = null): Step => ({ what, at, detail })

function aReceipt(change: Partial<Receipt> = {}): Receipt {
  return {
    id: ID,
    type: 'dial',
    subject: { who: '+49301234567', queue: null, value: null },
    startedAt: NOW,
    state: 'underway',
    steps: [step('sent', NOW)],
    reason: null,
    detail: null,
    cancellable: true,
    undo: null,
    ...change,
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function show(status: ConstructorParameters<typeof FixtureCache>[2] = {}) {
  const book = new ReceiptBook()
  const cache = new FixtureCache({}, Date.now, status)
  render(
    <DeskAround book={book} cache={cache} viewer={aViewer('agent')}>
      <Receipts />
    </DeskAround>,
  )
  return { book, cache }
}

const card = () => screen.getByRole('article')
const words = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('a receipt', () => {
  test('tells its way, and the time that the call lasts ticks', () => {
    const { cache } = show()
    const steps = [step('phoneRings', NOW - 20_000), step('connected', NOW - 12_000)]
    act(() => cache.setPersonal({ receipts: [aReceipt({ steps })] }))
    expect(within(card()).getByRole('heading').textContent).toBe('Call +49301234567')
    expect(words(card().querySelector('p')?.textContent ?? '')).toBe('your phone rangconnected 0:12')
    act(() => vi.advanceTimersByTime(3010))
    expect(card().textContent).toContain('connected 0:15')
  })

  test('tells what goes on, though the PBX says only then that it accepted', () => {
    const { cache } = show()
    const steps = [step('sent', NOW - 3000), step('phoneRings', NOW - 2000), step('accepted', NOW - 1000)]
    act(() => cache.setPersonal({ receipts: [aReceipt({ steps })] }))
    expect(words(card().querySelector('p')?.textContent ?? '')).toBe('your phone rings 0:02')
  })

  test('says why not, and stays until it is closed', () => {
    const { cache } = show()
    act(() => cache.setPersonal({ receipts: [aReceipt()] }))
    const failed = aReceipt({ state: 'failed', reason: 'busy', detail: 'cause 17', cancellable: false })
    act(() => cache.setPersonal({ receipts: [failed] }))
    act(() => vi.advanceTimersByTime(FADE_MS * 10))
    expect(card().textContent).toContain('busy')
    expect(card().textContent).toContain('cause 17')
    fireEvent.click(within(card()).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('names the rule that does not permit a number', () => {
    const { cache } = show()
    act(() => cache.setPersonal({ receipts: [aReceipt()] }))
    const failed = aReceipt({ state: 'failed', reason: 'notPermitted', detail: 'premium', cancellable: false })
    act(() => cache.setPersonal({ receipts: [failed] }))
    expect(words(card().querySelector('p')?.textContent ?? '')).toBe('not permittedpremium number')
  })

  test('of an end that worked does not show beside the one that it ended', () => {
    const { cache } = show()
    act(() => cache.setPersonal({ receipts: [aReceipt({ type: 'cancel' })] }))
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('of what is done fades, unless somebody points at it', () => {
    const { cache } = show()
    act(() => cache.setPersonal({ receipts: [aReceipt()] }))
    act(() => cache.setPersonal({ receipts: [aReceipt({ state: 'done', cancellable: false })] }))
    fireEvent.pointerEnter(card())
    act(() => vi.advanceTimersByTime(FADE_MS * 2))
    expect(card()).toBeTruthy()
    fireEvent.pointerLeave(card())
    act(() => vi.advanceTimersByTime(FADE_MS))
    expect(screen.queryByRole('article')).toBeNull()
  })

  test('of what was done before this page was there does not show', () => {
    const { cache, book } = show()
    act(() => cache.setPersonal({ receipts: [aReceipt({ state: 'done' })] }))
    expect(screen.queryByRole('article')).toBeNull()
    expect(book.entries()).toHaveLength(1)
  })

  test('shows hostile names as text', () => {
    const { cache } = show()
    const who = '<img src=x onerror=alert(1)>'
    act(() => cache.setPersonal({ receipts: [aReceipt({ subject: { who, queue: null, value: null } })] }))
    expect(card().textContent).toContain(who)
    expect(card().querySelector('img')).toBeNull()
  })

  test('cannot be ended while the picture is not live, and says why', () => {
    const { cache } = show({ freshness: 'stale' })
    act(() => cache.setPersonal({ receipts: [aReceipt()] }))
    const end = within(card()).getByRole('button', { name: 'End' })
    expect(end.getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a command', () => {
  function Asker() {
    const { run } = useCommand()
    return (
      <button type="button" onClick={() => void run({ type: 'dial', to: '201' })}>
        ask
      </button>
    )
  }

  function open() {
    render(
      <DeskAround viewer={aViewer('agent')}>
        <Asker />
        <Receipts />
      </DeskAround>,
    )
    return async (times = 1) => {
      await act(async () => {
        for (let time = 0; time < times; time++) fireEvent.click(screen.getByText('ask'))
        await vi.advanceTimersByTimeAsync(10)
      })
    }
  }

  test('is asked once when it is clicked twice', async () => {
    const asked = stubApi(() => ({ status: 202, body: aReceipt() }))
    await open()(2)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ path: '/api/v1/commands', body: { command: { type: 'dial', to: '201' } } })
  })

  test('that no server hears becomes a receipt that says so, and can be asked again', async () => {
    stubApi(() => null)
    const click = open()
    await click()
    expect(card().textContent).toContain('The server does not answer, so nothing was sent.')
    const asked = stubApi(() => ({ status: 202, body: aReceipt() }))
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1000)
      fireEvent.click(within(card()).getByRole('button', { name: 'Again' }))
      await vi.advanceTimersByTimeAsync(10)
    })
    expect(asked).toHaveLength(1)
    expect(within(card()).getByRole('button', { name: 'End' })).toBeTruthy()
  })

  test('that is refused shows the server’s words', async () => {
    stubApi(() => ({ status: 422, body: { title: 'Unprocessable', errors: [{ path: 'to', message: 'too long' }] } }))
    await open()()
    expect(card().textContent).toContain('too long')
  })
})
