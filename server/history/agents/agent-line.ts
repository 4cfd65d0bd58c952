import type { AgentSpan, Doing } from '@/lib/domain/time-line'

/** A phone is seen in use moments before and after Asterisk says for which queue: no other call is as short, ms. */
const FLICKER_MS = 2_000
/** Between an agent's phone being picked up and AgentConnect the agent hears an announcement, ms. */
const ANNOUNCED_MS = 60_000

/** A span as it is kept: `to` is `null` while it goes on. */
export type OpenSpan = Omit<AgentSpan, 'to'> & { to: number | null }

/**
 * What one agent does in one queue, or over all, one span after the other without a hole. `told` gets each word on a span:
 * the same `from` again replaces it, and one that ends where it began never was.
 */
export class AgentLine {
  open: Doing | null = null
  /** What ended where the present span began. */
  private before: AgentSpan['state'] | null = null

  constructor(private readonly told: (span: OpenSpan) => void) {}

  /** Something else goes on since a moment, or, by `null`, nothing at all. Returns the moment that it took; `null`: nothing changed. */
  change(next: Omit<Doing, 'from'> | null, moment: number): number | null {
    const { open } = this
    if (open === null) {
      if (next === null) return null
      this.begin(next, moment, null)
      return moment
    }
    // Moments of events of one and the same time may come in any order; a line goes forward only.
    const at = Math.max(moment, open.from)
    const settled = this.settled(open, next, at)
    if (next !== null && settled.state === next.state && settled.reason === next.reason) {
      if (settled === open) return null
      this.keep(settled)
      return at
    }
    const isNothing = at === open.from
    if (!isNothing || next === null) this.told({ ...settled, to: at })
    if (next === null) this.open = null
    else this.begin(next, at, isNothing ? this.before : settled.state)
    return at
  }

  /** Ends the span and goes on with the same, so that none is longer than readers look back. */
  cut(at: number): void {
    const { open } = this
    if (open === null || at <= open.from) return
    this.told({ ...open, to: at })
    this.keep({ ...open, from: at })
  }

  /** What was taken for another call, and is the queue's, now that one sees what came before and after. */
  private settled(open: Doing, next: Omit<Doing, 'from'> | null, at: number): Doing {
    if (open.state !== 'otherCall') return open
    const age = at - open.from
    const isAnswered = next?.state === 'onCall' || next?.state === 'onHold'
    if (isAnswered && (age < FLICKER_MS || (this.before === 'ringing' && age < ANNOUNCED_MS))) {
      return { ...open, state: next.state }
    }
    const wasCall = this.before === 'onCall' || this.before === 'onHold'
    return wasCall && age < FLICKER_MS ? { ...open, state: 'onCall' } : open
  }

  private begin(doing: Omit<Doing, 'from'>, from: number, before: AgentSpan['state'] | null): void {
    this.before = before
    this.keep({ ...doing, from })
  }

  private keep(open: Doing): void {
    this.open = open
    this.told({ ...open, to: null })
  }
}
