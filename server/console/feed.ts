import type { ConsoleBatch, ConsoleEvent, EventFilter } from '@/lib/protocol/admin/console'
import type { AmiMessage, AmiStatus } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { EventMatch } from './event-match'
import type { SecretBlot } from './hide'
import { shownEvent } from './shown'

/** What was heard is told together, so often. */
export const BATCH_MS = 250
/** Events taken between two lines: nobody reads faster, and a flood must cost next to nothing. */
export const MOST_IN_BATCH = 500
/** Characters that wait for a reader, all events together. */
const MOST_WAITING_CHARS = 1_000_000
/** A line without news, so that both ends notice a dead link. */
export const IDLE_MS = 5_000

type FeedOptions = { filter: EventFilter; blot: SecretBlot; clock: Clock; status: AmiStatus; closed(): void }
type End = NonNullable<ConsoleBatch['end']>

/** What one administrator's stream of events has yet to be told. Bounded: what does not fit is counted as lost. */
export class EventFeed {
  private readonly match: EventMatch
  private events: ConsoleEvent[] = []
  private chars = 0
  private counts = new Map<string, number>()
  private lost = 0
  private looked = 0
  private status: AmiStatus
  private statusTold = false
  private ending: End | null = null
  private isOver = false
  private wake: (() => void) | null = null
  private lastAt = 0

  constructor(private readonly options: FeedOptions) {
    this.match = new EventMatch(options.filter)
    this.status = options.status
  }

  /** Costs a count and a look at the name, unless the event is to be shown. */
  offer(event: AmiMessage, seq: number, at: number): void {
    this.counts.set(event.name, (this.counts.get(event.name) ?? 0) + 1)
    if (!this.match.byName(event.name)) return
    if (++this.looked > MOST_IN_BATCH) this.lost++
    else if (this.match.byContent(event)) this.keep(event, seq, at)
  }

  tell(status: AmiStatus): void {
    this.status = status
    this.statusTold = false
    this.wake?.()
  }

  /** The next line, when it is time for one; `null`: there was the last. */
  async next(): Promise<ConsoleBatch | null> {
    if (this.isOver) return null
    if (this.statusTold && this.ending === null) await this.sleep()
    return this.take()
  }

  /** Tells why and is over. */
  end(why: End): void {
    this.ending ??= why
    this.wake?.()
  }

  /** Nobody reads any more. */
  close(): void {
    if (this.isOver) return
    this.isOver = true
    this.wake?.()
    this.options.closed()
  }

  private keep(event: AmiMessage, seq: number, at: number): void {
    const shown = shownEvent(event, seq, at, this.options.blot)
    const chars = shown.headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    if (this.events.length >= MOST_IN_BATCH || this.chars + chars > MOST_WAITING_CHARS) {
      this.lost++
      return
    }
    this.events.push(shown)
    this.chars += chars
  }

  /** Until there is something to tell and a line's time has passed, or for long enough without news. */
  private async sleep(): Promise<void> {
    await this.pause(BATCH_MS)
    while (this.counts.size === 0 && this.statusTold && this.ending === null && !this.isOver) {
      if (this.options.clock.now() - this.lastAt >= IDLE_MS) return
      await this.pause(BATCH_MS)
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.options.clock.after(ms, () => this.wake?.())
      this.wake = () => {
        cancel()
        this.wake = null
        resolve()
      }
    })
  }

  private take(): ConsoleBatch | null {
    if (this.isOver) return null
    const { status, events, lost, ending } = this
    const counts = Object.fromEntries(this.counts)
    const why = 'error' in status ? this.options.blot.text(status.error) : null
    this.events = []
    this.counts = new Map()
    this.chars = this.lost = this.looked = 0
    this.statusTold = true
    this.lastAt = this.options.clock.now()
    if (ending !== null) this.close()
    return { state: status.state, why, events, counts, lost, end: ending }
  }
}
