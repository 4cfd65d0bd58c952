import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsoleBatch } from '@/lib/protocol/admin/console'
import { amiTextOf, ndjsonOf } from './event-files'
import { EventTail, MOST_EVENTS, type TailFilter } from './event-tail'
import { TypeCounts } from './type-counts'

const ALL: TailFilter = { types: [], channel: '', queue: '', text: '' }
const anEvent = (seq: number, name = 'Hangup', value = 'x') => ({
  ...{ seq, at: 1_000 * seq, name, cut: 0 },
  headers: [
    ['Event', name],
    ['Text', value],
  ] as [string, string][],
})
const batch = (change: Partial<ConsoleBatch> = {}): ConsoleBatch => ({
  ...{ state: 'ready', why: null, events: [], counts: {}, lost: 0, end: null },
  ...change,
})

/** A server whose streams a test writes. */
class Server {
  readonly asked: string[] = []
  private streams: ReadableStreamDefaultController<Uint8Array>[] = []
  status = 200

  readonly fetch = async (path: string, { signal }: RequestInit) => {
    this.asked.push(String(path))
    if (this.status !== 200) return new Response('{"title":"No","detail":"No more"}', { status: this.status })
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.push(controller)
        signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
      },
    })
    return new Response(body)
  }

  async tell(...lines: ConsoleBatch[]): Promise<void> {
    await settled()
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    // In two pieces, as networks do.
    for (const part of [text.slice(0, 7), text.slice(7)]) this.streams.at(-1)?.enqueue(new TextEncoder().encode(part))
    await settled()
  }

  async breakOff(): Promise<void> {
    this.streams.at(-1)?.close()
    await settled()
  }
}

/** Whatever hangs on promises has happened. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

let server: Server
let tail: EventTail
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  tail = new EventTail(ALL)
  tail.open()
})
afterEach(() => {
  tail.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const shown = () => tail.get().events.map(({ seq }) => seq)

it('has the newest first', async () => {
  await server.tell(batch({ events: [anEvent(1), anEvent(2)] }), batch({ events: [anEvent(3)], lost: 4 }))
  expect(shown()).toEqual([3, 2, 1])
  expect(tail.get()).toMatchObject({ state: 'ready', lost: 4, dropped: 0 })
})

it('stands still while paused, counts what comes, and shows it afterwards', async () => {
  await server.tell(batch({ events: [anEvent(1)] }))
  tail.pause()
  await server.tell(batch({ events: [anEvent(2), anEvent(3)] }))
  expect([shown(), tail.get().missed]).toEqual([[1], 2])
  tail.resume()
  expect([shown(), tail.get().missed]).toEqual([[3, 2, 1], 0])
})

it('keeps a bounded number, whether it goes on or stands still, and says how many it let go', async () => {
  const many = Array.from({ length: MOST_EVENTS + 10 }, (_, index) => anEvent(index + 1))
  await server.tell(batch({ events: many }))
  expect([shown().length, shown()[0], tail.get().dropped]).toEqual([MOST_EVENTS, MOST_EVENTS + 10, 10])
  tail.clear()
  tail.pause()
  await server.tell(batch({ events: many }), batch({ events: many }))
  expect(tail.get().missed).toBe(2 * MOST_EVENTS + 20)
  tail.resume()
  expect(shown().length).toBe(MOST_EVENTS)
})

it('keeps a bounded number of characters', async () => {
  const big = Array.from({ length: 1_000 }, (_, index) => anEvent(index, 'UserEvent', 'x'.repeat(16_000)))
  await server.tell(batch({ events: big }))
  expect(shown().length).toBeLessThan(510)
})

it('asks the server anew for another filter', async () => {
  await server.tell(batch({ events: [anEvent(1)] }))
  tail.setFilter({ types: ['Hangup', 'Hold'], channel: 'PJSIP/1 &', queue: '', text: '' })
  await settled()
  expect(server.asked.at(-1)).toBe('/api/v1/admin/console/events?types=Hangup%2CHold&channel=PJSIP%2F1+%26')
  expect(shown()).toEqual([])
})

it('comes back by itself when the stream breaks off', async () => {
  await server.tell(batch({ events: [anEvent(1)] }))
  await server.breakOff()
  expect(tail.get().state).toBe('noServer')
  vi.advanceTimersByTime(1_000)
  await server.tell(batch({ events: [anEvent(2)] }))
  expect(tail.get().state).toBe('ready')
  expect(shown()).toEqual([2, 1])
})

it('stays away once the permission is gone', async () => {
  await server.tell(batch({ end: 'notPermitted' }))
  expect(tail.get().state).toBe('notPermitted')
  vi.advanceTimersByTime(60_000)
  await settled()
  expect(server.asked).toHaveLength(1)
})

it('takes a refusal for an answer, and no other trouble', async () => {
  server.status = 429
  tail.setFilter(ALL)
  await settled()
  expect(tail.get()).toMatchObject({ state: 'noServer', why: 'No more' })
  server.status = 403
  vi.advanceTimersByTime(10_000)
  await settled()
  expect(tail.get().state).toBe('notPermitted')
})

describe('counts', () => {
  it('are per type, with the rate of the last ten seconds', () => {
    const counts = new TypeCounts()
    counts.add({ Newexten: 30, Hangup: 1 }, 0)
    counts.add({ Newexten: 70 }, 5_000)
    expect(counts.rows(10_000 - 1)).toMatchObject([
      { name: 'Newexten', count: 100 },
      { name: 'Hangup', count: 1 },
    ])
    expect(counts.total(9_999).rate).toBeCloseTo(10.1)
    expect(counts.total(20_000)).toEqual({ count: 101, rate: 0 })
  })

  it('of thousands of types do not fill the page', () => {
    const counts = new TypeCounts()
    for (let index = 0; index < 5_000; index++) counts.add({ [`Type${index}`]: 1 }, 0)
    expect(counts.rows(0)).toHaveLength(501)
    expect(counts.total(0).count).toBe(5_000)
  })
})

it('events are saved as text, whatever is in them, the oldest first', () => {
  const events = [anEvent(2, 'B', '=cmd "x"'), anEvent(1, 'A', '<img onerror=x>\u202E')]
  expect(
    ndjsonOf(events)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).seq),
  ).toEqual([1, 2])
  expect(amiTextOf(events)).toBe('Event: A\r\nText: <img onerror=x>\u202E\r\n\r\nEvent: B\r\nText: =cmd "x"\r\n\r\n')
})
