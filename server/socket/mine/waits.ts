import type { Change } from '@/lib/diff/types'
import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'

type Wait = { joinedAt: number; leftAt: number | null }

/** How long callers waited in a queue, remembered for as long as their call lasts: who left the queue left its records, too. */
export class Waits {
  private readonly byUniqueid = new Map<string, Wait>()

  constructor(callers: Iterable<Caller>) {
    for (const { uniqueid, joinedAt } of callers) this.byUniqueid.set(uniqueid, { joinedAt, leftAt: null })
  }

  /** `now`: ms since 1970. */
  flush(callers: Iterable<Change<Caller>>, calls: Iterable<Change<Call>>, now: number): void {
    for (const { before, after } of callers) {
      if (after) this.byUniqueid.set(after.uniqueid, { joinedAt: after.joinedAt, leftAt: null })
      else if (before) this.byUniqueid.set(before.uniqueid, { joinedAt: before.joinedAt, leftAt: now })
    }
    for (const { before, after } of calls) {
      if (before && !after) for (const uniqueid of before.channels) this.byUniqueid.delete(uniqueid)
    }
  }

  /** Whole seconds, up to `now` for who still waits; `null`: came through no queue, or left it before we looked. */
  secondsOf(call: Call, now: number): number | null {
    for (const uniqueid of call.channels) {
      const wait = this.byUniqueid.get(uniqueid)
      if (wait) return Math.max(0, Math.round(((wait.leftAt ?? now) - wait.joinedAt) / 1000))
    }
    return null
  }
}
