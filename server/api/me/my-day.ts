import type { MyDay } from '@/lib/protocol/history'
import type { StoredCall } from '@/server/history/history'

/** What one's own calls of a day add up to. `since`: from when on they were seen. */
export function myDay(calls: readonly StoredCall[], now: number, since: number): MyDay {
  const incoming = calls.filter(({ direction }) => direction === 'in')
  const answered = incoming.filter(({ outcome }) => outcome === 'answered')
  const talks = calls.flatMap(({ talk_ms: talk }) => talk ?? [])
  const talkMs = talks.reduce((sum, talk) => sum + talk, 0)
  return {
    now,
    since,
    answered: answered.length,
    notTaken: incoming.length - answered.length,
    dialled: calls.length - incoming.length,
    averageTalkMs: talks.length === 0 ? null : Math.round(talkMs / talks.length),
    talkMs,
  }
}
