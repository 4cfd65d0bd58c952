import { joined } from '@/lib/domain/time-line'
import type { ToldSpan } from '../agent-follower'
import { keyOf, rowOf } from '../span-rows'

/** What a database would keep of what was told, of one agent. */
export class Lines {
  private readonly byKey = new Map<string, ToldSpan>()

  take(span: ToldSpan): void {
    this.byKey.set(keyOf(rowOf(span)), span)
  }

  /** Of one queue, in order; `''`: over all. */
  spans(queue: string): ToldSpan[] {
    const spans = [...this.byKey.values()].filter((span) => span.queue === queue && span.to !== span.from)
    return spans.sort((one, other) => one.from - other.from)
  }

  /** Like `paused (lunch) 10-20`, in seconds; what goes on has no end. */
  of(queue: string): string[] {
    const spans = this.spans(queue).map((span) => ({ ...span, to: span.to ?? Number.POSITIVE_INFINITY }))
    return joined(spans).map(({ state, reason, from, to }) => {
      const end = to === Number.POSITIVE_INFINITY ? '' : to / 1000
      return `${state}${reason ? ` (${reason})` : ''} ${from / 1000}-${end}`
    })
  }

  nameOf(queue: string): string | undefined {
    return this.spans(queue).at(-1)?.name
  }
}
