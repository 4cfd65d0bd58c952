import type { ReplayCache } from './replay-cache'
import type { ReplayLine, ReplaySource } from './replay-source'
import { Tape } from './tape'

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const
export type Speed = (typeof SPEEDS)[number]

/** What lies ahead is fetched so far, in ms of the past: at the highest speed, for 10 s. */
const AHEAD_MS = 10 * 60_000
/** Less than so much ahead, and more is fetched. */
const SOON_MS = 5 * 60_000
/** What could not be fetched is asked for again after so long, ms. */
const ASK_AGAIN_MS = 3_000
/** Playing goes on in steps of so many ms. */
export const STEP_MS = 100

/**
 * `loading`: the picture is on its way; `showing`; `gap`: nothing was seen of this moment; `nothing`: nothing is kept of
 * it; `failed`: the server does not answer.
 */
export type PlayerState = 'loading' | 'showing' | 'gap' | 'nothing' | 'failed'

export type PlayerView = {
  at: number
  playing: boolean
  speed: Speed
  state: PlayerState
  /** Playing waits for what comes next. */
  waiting: boolean
  /** Up to here it can go on without asking. */
  bufferedTo: number
  /** That is all that is recorded. */
  ended: boolean
  /** Another one whenever time went back: what follows the clock begins anew. */
  take: number
}

export type Span = { from: number; to: number }

type PlayerOptions = {
  cache: ReplayCache
  source: ReplaySource
  /** A steady count of ms that nobody sets. */
  steadyNow: () => number
  at: number
  speed: Speed
}

/** Plays the past into a cache. Each step is to be told by `step`; who follows is told by `subscribe`. */
export class Player {
  view: PlayerView
  private readonly listeners = new Set<() => void>()
  private tape: Tape | null = null
  private gaps: readonly Span[] = []
  private steppedAt: number
  private loading: AbortController | null = null
  private isFetching = false
  private askAgainAt = 0
  /** Nothing more is recorded after this; `null`: not known yet. */
  private endsAt: number | null = null

  constructor(private readonly options: PlayerOptions) {
    const { at, speed, steadyNow } = options
    this.steppedAt = steadyNow()
    this.view = {
      ...{ at, speed, playing: false, state: 'loading', waiting: false, bufferedTo: at, ended: false, take: 0 },
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Where nothing was seen: the wall does not show what was before. */
  know(gaps: readonly Span[]): void {
    this.gaps = [...this.gaps.filter(({ from, to }) => !gaps.some((gap) => gap.from < to && gap.to > from)), ...gaps]
    const { state, at } = this.view
    if (this.isGap(at) && state !== 'gap') this.change({ state: 'gap' })
    else if (state === 'nothing' || (state === 'gap' && !this.isGap(at))) void this.seek(at)
  }

  play(): void {
    this.steppedAt = this.options.steadyNow()
    // More may have been recorded meanwhile.
    if (this.view.ended) this.endsAt = null
    this.change({ playing: true, ended: false })
  }

  pause(): void {
    this.change({ playing: false, waiting: false })
  }

  setSpeed(speed: Speed): void {
    this.change({ speed })
  }

  close(): void {
    this.loading?.abort()
  }

  /** Goes to a moment; without asking, where it is here already. */
  async seek(at: number): Promise<void> {
    const take = at < this.view.at ? this.view.take + 1 : this.view.take
    this.options.cache.moveTo(at)
    this.waitForNothing()
    if (this.isGap(at)) return this.change({ at, take, state: 'gap', waiting: false, ended: false })
    if (this.tape?.has(at)) {
      this.options.cache.show(this.tape.stateAt(at))
      this.change({ at, take, state: 'showing', waiting: false, ended: false })
      void this.fetchAhead()
      return
    }
    this.change({ at, take, state: 'loading', waiting: true, ended: false })
    await this.load(at)
  }

  /** A picture that is on its way is of another moment by now. */
  private waitForNothing(): void {
    if (this.view.state !== 'loading') return
    this.loading?.abort()
    this.loading = new AbortController()
    this.isFetching = false
  }

  /** Time has passed. */
  step(): void {
    const now = this.options.steadyNow()
    const passed = now - this.steppedAt
    this.steppedAt = now
    const { playing, at, speed, state } = this.view
    if (!playing) return
    if (state === 'gap') this.passGap(at + passed * speed)
    else if (state === 'showing' && this.tape) this.playTo(at + passed * speed, this.tape)
  }

  private passGap(at: number): void {
    const gap = this.gapAt(this.view.at)
    if (gap && at < gap.to) {
      this.options.cache.moveTo(at)
      this.change({ at })
    } else void this.seek(gap?.to ?? at)
  }

  private playTo(wanted: number, tape: Tape): void {
    const { at: before } = this.view
    const gap = this.gaps.find(({ from }) => from > before && from <= wanted)
    const at = Math.min(wanted, tape.to, gap?.from ?? wanted)
    this.options.cache.moveTo(at)
    if (!this.options.cache.follow(tape.between(before, at))) {
      this.change({ at, state: 'loading', waiting: true })
      void this.load(at)
      return
    }
    const isEnd = this.endsAt !== null && at >= this.endsAt
    const isGap = this.isGap(at)
    this.change({
      ...{ at, waiting: !isEnd && !isGap && at < wanted },
      ...(isEnd && { playing: false, ended: true }),
      ...(isGap && { state: 'gap' as const }),
    })
    void this.fetchAhead()
  }

  /** The picture at a moment, and what follows upon it. */
  private async load(at: number): Promise<void> {
    this.loading?.abort()
    const loading = new AbortController()
    this.loading = loading
    this.isFetching = false
    this.endsAt = null
    try {
      const state = await this.options.source.at(at, loading.signal)
      if (loading.signal.aborted) return
      if (state === null) return this.change({ state: this.isGap(at) ? 'gap' : 'nothing', waiting: false })
      this.tape = new Tape(at, state)
      this.options.cache.show(state)
      this.steppedAt = this.options.steadyNow()
      this.change({ state: this.isGap(this.view.at) ? 'gap' : 'showing', waiting: false, bufferedTo: at })
      await this.fetchAhead()
    } catch {
      if (!loading.signal.aborted) this.change({ state: 'failed', playing: false, waiting: false })
    }
  }

  private async fetchAhead(): Promise<void> {
    const { tape, loading, isFetching } = this
    if (!tape || !loading || isFetching || this.endsAt !== null || tape.to - this.view.at > SOON_MS) return
    if (this.options.steadyNow() < this.askAgainAt) return
    this.isFetching = true
    tape.trim(this.view.at)
    const span = { from: tape.to, to: Math.max(tape.to, this.view.at) + AHEAD_MS }
    try {
      await this.options.source.diffs(span, (line) => this.take(line, tape, span.to), loading.signal)
    } catch {
      if (loading.signal.aborted) return
      // What is here can be seen; what follows is asked for again when it is needed.
      this.askAgainAt = this.options.steadyNow() + ASK_AGAIN_MS
      if (tape.to <= this.view.at) this.change({ state: 'failed', playing: false, waiting: false })
    } finally {
      if (!loading.signal.aborted) this.isFetching = false
    }
  }

  private take(line: ReplayLine, tape: Tape, to: number): void {
    if (tape !== this.tape) return
    if ('end' in line) {
      tape.completeTo(line.end)
      if (line.end < to) this.endsAt = line.end
    } else if ('until' in line) this.gaps = [...this.gaps, { from: line.at, to: line.until }]
    else tape.add(line)
    if ('end' in line) this.change({ bufferedTo: tape.to })
  }

  private isGap(at: number): boolean {
    return this.gapAt(at) !== undefined
  }

  private gapAt(at: number): Span | undefined {
    return this.gaps.find(({ from, to }) => from <= at && at < to)
  }

  private change(fields: Partial<PlayerView>): void {
    this.view = { ...this.view, ...fields }
    for (const listener of this.listeners) listener()
  }
}
