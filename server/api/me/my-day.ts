import type { AgentKpi } from '@/lib/domain/agent-kpi'
import { samePhone } from '@/lib/domain/endpoint'
import { loggedInMs, timeUntil } from '@/lib/kpi/agent-time'
import type { MyCallFigure, MyDay } from '@/lib/protocol/history'
import type { Phone } from '@/lib/protocol/viewer'
import type { StoredCall } from '@/server/history/history'

/** What one's own calls of a day add up to. `since`: from when on they were seen. */
export function myDay(calls: readonly StoredCall[], now: number, since: number, own: AgentKpi | null): MyDay {
  const count = (figure: MyCallFigure) => callsBehind(calls, figure).length
  return {
    now,
    since,
    answered: count('answered'),
    notTaken: count('notTaken'),
    dialled: count('dialled'),
    averageTalkMs: figureOf(calls, 'averageTalk'),
    talkMs: talkOf(calls),
    time: own && myTime(own, now),
  }
}

/** The calls that a figure of one's day counts. */
export function callsBehind(calls: readonly StoredCall[], figure: MyCallFigure): StoredCall[] {
  return calls.filter((call) => COUNTS[figure](call))
}

const isIncoming = ({ direction }: StoredCall) => direction === 'in'
const isTaken = ({ outcome }: StoredCall) => outcome === 'answered'
const wasTalkedIn = ({ talk_ms: talk }: StoredCall) => talk !== null
const COUNTS: Readonly<Record<MyCallFigure, (call: StoredCall) => boolean>> = {
  answered: (call) => isIncoming(call) && isTaken(call),
  notTaken: (call) => isIncoming(call) && !isTaken(call),
  dialled: (call) => !isIncoming(call),
  ...{ averageTalk: wasTalkedIn, talk: wasTalkedIn },
}

/** What the figure is: how many calls, or how long, ms; `null`: there is nothing to divide by. */
export function figureOf(calls: readonly StoredCall[], figure: MyCallFigure): number | null {
  const behind = callsBehind(calls, figure)
  if (figure === 'talk') return talkOf(behind)
  if (figure !== 'averageTalk') return behind.length
  return behind.length === 0 ? null : Math.round(talkOf(behind) / behind.length)
}

export function talkOf(calls: readonly StoredCall[]): number {
  return calls.reduce((sum, { talk_ms: talk }) => sum + (talk ?? 0), 0)
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
