import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { samePhone } from '@/lib/domain/endpoint'
import { loggedInMs, timeUntil } from '@/lib/kpi/agent-time'
import type { MyDay } from '@/lib/protocol/history'
import type { Phone } from '@/lib/protocol/viewer'
import type { StoredCall } from '@/server/history/history'

/** What one's own calls of a day add up to. `since`: from when on they were seen. */
export function myDay(calls: readonly StoredCall[], now: number, since: number, own: AgentKpi | null): MyDay {
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
    time: own && myTime(own, now),
  }
}

function myTime(own: AgentKpi, now: number): MyDay['time'] {
  const time = timeUntil(own, now)
  const { ready: readyMs, paused: pausedMs, wrapUp: wrapUpMs } = time.states
  return { readyMs, pausedMs, wrapUpMs, loggedInMs: loggedInMs(time) }
}

/** What was done today over all queues at the first of these phones that did anything. */
export function myKpi(phones: readonly Phone[], kpis: Iterable<AgentKpi>): AgentKpi | null {
  const overall = [...kpis].filter(({ queue }) => queue === null)
  for (const phone of phones) {
    const own = overall.find((kpi) => samePhone(phone, kpi))
    if (own) return own
  }
  return null
}
