import { problemOf } from '@/components/api/api-problem'
import { tellSignedOut } from '@/components/api/signed-out'
import { type ConsoleBatch, type ConsoleEvent, consoleBatchSchema } from '@/lib/protocol/admin/console'
import { TypeCounts } from './type-counts'

/** Events kept in the page, and characters of all of them together. */
export const MOST_EVENTS = 5_000
const MOST_CHARS = 8_000_000
const RETRY_MS = [1_000, 2_000, 5_000, 10_000]

export type TailFilter = { types: readonly string[]; channel: string; queue: string; text: string }
export type TailState = ConsoleBatch['state'] | 'noServer' | 'notPermitted'

/** What the page shows of the stream. */
export type TailView = {
  state: TailState
  why: string | null
  /** The newest first. */
  events: readonly ConsoleEvent[]
  isPaused: boolean
  /** Came while it was paused, and is shown when it goes on. */
  missed: number
  /** Left out by the server, and no longer kept here. */
  lost: number
  dropped: number
}

/** Follows the stream of events, again and again when it breaks; keeps a bounded number of them. */
export class EventTail {
  private view: TailView = {
    ...{ state: 'connecting', why: null, events: [], isPaused: false },
    ...{ missed: 0, lost: 0, dropped: 0 },
  }
  readonly counts = new TypeCounts()
  private waiting: ConsoleEvent[] = []
  private chars = 0
  private abort = new AbortController()
  private tries = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = new Set<() => void>()

  constructor(
    private filter: TailFilter,
    private readonly path = '/api/v1/admin/console/events',
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get = (): TailView => this.view

  open(): void {
    this.abort = new AbortController()
    void this.follow(this.abort.signal)
  }

  close(): void {
    clearTimeout(this.timer)
    this.abort.abort()
  }

  /** What fits another filter begins with an empty list; counts are of all types and go on. */
  setFilter(filter: TailFilter): void {
    this.filter = filter
    this.close()
    this.clear()
    this.open()
  }

  clear(): void {
    this.waiting = []
    this.chars = 0
    this.set({ events: [], missed: 0, lost: 0, dropped: 0 })
  }

  pause(): void {
    this.set({ isPaused: true })
  }

  resume(): void {
    const waiting = this.waiting
    this.waiting = []
    this.set({ isPaused: false, missed: 0 })
    this.add(waiting)
  }

  private async follow(signal: AbortSignal): Promise<void> {
    try {
      const response = await fetch(`${this.path}?${queryOf(this.filter)}`, { signal, cache: 'no-store' })
      if (!response.ok || response.body === null) return await this.refused(response, signal)
      for await (const line of linesOf(response.body)) {
        this.tries = 0
        const batch = consoleBatchSchema.parse(JSON.parse(line))
        this.take(batch)
        if (batch.end === 'signedOut') tellSignedOut()
        if (batch.end === 'notPermitted') this.set({ state: 'notPermitted' })
        if (batch.end === 'signedOut' || batch.end === 'notPermitted') return
      }
    } catch {
      // Broken off, by us or by the network.
    }
    this.retry(signal)
  }

  private async refused(response: Response, signal: AbortSignal): Promise<void> {
    const problem = problemOf(response.status, await response.json().catch(() => null), null)
    if (response.status === 401) tellSignedOut()
    if (response.status === 401 || response.status === 403) this.set({ state: 'notPermitted', why: problem.message })
    else this.retry(signal, problem.message)
  }

  private retry(signal: AbortSignal, why: string | null = null): void {
    if (signal.aborted) return
    this.set({ state: 'noServer', why })
    const wait = RETRY_MS[Math.min(this.tries++, RETRY_MS.length - 1)]
    this.timer = setTimeout(() => void this.follow(signal), wait)
  }

  private take({ state, why, events, counts, lost }: ConsoleBatch): void {
    this.counts.add(counts, Date.now())
    const { isPaused } = this.view
    this.set({ state, why, lost: this.view.lost + lost })
    if (!isPaused) this.add(events)
    else {
      this.waiting.push(...events)
      if (this.waiting.length > MOST_EVENTS) this.waiting = this.waiting.slice(-MOST_EVENTS)
      this.set({ missed: this.view.missed + events.length })
    }
  }

  private add(events: readonly ConsoleEvent[]): void {
    if (events.length === 0) return
    const all = [...events].reverse().concat(this.view.events)
    this.chars += events.reduce((sum, event) => sum + charsOf(event), 0)
    let kept = all.length
    while (kept > 1 && (kept > MOST_EVENTS || this.chars > MOST_CHARS))
      this.chars -= charsOf(all[--kept] as ConsoleEvent)
    this.set({ events: all.slice(0, kept), dropped: this.view.dropped + all.length - kept })
  }

  private set(change: Partial<TailView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener()
  }
}

function charsOf({ headers }: ConsoleEvent): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
}

function queryOf({ types, channel, queue, text }: TailFilter): string {
  const query = new URLSearchParams()
  if (types.length > 0) query.set('types', types.join(','))
  for (const [name, value] of Object.entries({ channel, queue, text })) if (value.trim() !== '') query.set(name, value)
  return query.toString()
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
