import type { Freshness, LiveCache } from '@/lib/client/types'

const SECOND_MS = 1000
/** Timers fire late, never early: a little slack keeps a tick from falling just before its second. */
const SLACK_MS = 5

/** Tells a moment (ms since 1970, by the server's clock) as text. */
export type Telling = (now: number) => string

type Timer = { node: Text; tell: Telling; clock: 'picture' | 'screen' }

/**
 * One interval for every timer of the page. It writes text nodes itself, so a passing second costs React nothing.
 *
 * Timers on the `picture` clock stand still at the moment the picture was last true while it is not live; those on the
 * `screen` clock (the clock itself, "not live for …") always run.
 */
export class Ticker {
  private readonly timers = new Set<Timer>()
  private readonly listeners = new Set<() => void>()
  private timeout: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly cache: LiveCache) {}

  /** Starts ticking; returns the stop. */
  start(): () => void {
    const stopWatching = this.cache.subscribeStatus(() => this.tellStatus())
    document.addEventListener('visibilitychange', this.tick)
    this.tick()
    return () => {
      stopWatching()
      document.removeEventListener('visibilitychange', this.tick)
      clearTimeout(this.timeout)
    }
  }

  /** The moment that figures of the picture stand for. */
  pictureNow(): number {
    const { freshness, trueAt } = this.cache.status()
    const now = this.cache.now()
    return isSolid(freshness) || trueAt === null ? now : Math.min(now, trueAt)
  }

  screenNow(): number {
    return this.cache.now()
  }

  /** Keeps `node` telling the time; returns the undo. */
  add(node: Text, tell: Telling, clock: Timer['clock']): () => void {
    const timer = { node, tell, clock }
    this.timers.add(timer)
    write(timer, clock === 'screen' ? this.screenNow() : this.pictureNow())
    return () => this.timers.delete(timer)
  }

  /** Calls once a second, before the texts are written; returns the undo. */
  onTick(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** A change of freshness stops or starts the timers, and a heartbeat makes the data young again: both show at once. */
  private tellStatus(): void {
    this.writeAll()
  }

  /** Writes what is due and sets the next tick; on its own once a second. */
  readonly tick = (): void => {
    clearTimeout(this.timeout)
    this.timeout = setTimeout(this.tick, SECOND_MS - (this.cache.now() % SECOND_MS) + SLACK_MS)
    for (const listener of this.listeners) listener()
    this.writeAll()
  }

  private writeAll(): void {
    const screen = this.screenNow()
    const picture = this.pictureNow()
    for (const timer of this.timers) write(timer, timer.clock === 'screen' ? screen : picture)
  }
}

/** Solid figures are live; in every other state they are drawn hollow and stand still. */
export function isSolid(freshness: Freshness): boolean {
  return freshness === 'live' || freshness === 'late'
}

/** How many signs it has is left to the style sheets: a longer text may need smaller ones. */
function write({ node, tell }: Timer, now: number): void {
  const text = tell(now)
  if (node.data === text) return
  if (node.length !== text.length) node.parentElement?.setAttribute('data-signs', String(text.length))
  node.data = text
}
