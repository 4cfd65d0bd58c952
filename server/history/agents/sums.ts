import type { Tally } from '@/lib/domain/kpi'
import type { AgentTime } from '@/lib/domain/time-line'
import { loggedInMs, NO_TIME, occupancy } from '@/lib/kpi/agent-time'
import { shareOf } from '@/lib/kpi/service-level'
import { addTally, emptyTally } from '@/lib/kpi/tally'
import type { AgentSums } from '@/lib/protocol/agents'
import type { ReadTables } from '@/server/store/types'
import { agentsWithKept } from '../kept/agents-with-kept'
import { missedWithKept } from '../kept/missed-with-kept'
import { type SumsDeps as KeptSumsDeps, sumsWithKept } from '../kept/sums-with-kept'
import { queuesWanted } from '../reports/queues-known'
import type { Span } from '../reports/span'
import type { Watch } from '../reports/watch'
import { addTimes, type TimeOfAgent } from './agent-times'

export type SumsDeps = KeptSumsDeps & { tables: Pick<ReadTables, 'queues' | 'members'> }

export type SumsWanted = Span & {
  /** Names; `null`: all that there are or were. */
  queues: readonly string[] | null
  agent: string | null
  /** What goes on has come as far as this, ms. */
  until: number
}

type Calls = { interface: string; name: string | null; tally: Tally; missed: number }

/** Of the work so much, about, is to read what agents did; then come their calls, and the rings in vain. */
const TIMES_SHARE = 0.8
const CALLS_SHARE = 0.15

/**
 * What each agent did in a range, and what came of it. Calls are those of the visits that ended waiting in it.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function agentSumsIn(
  deps: SumsDeps,
  wanted: SumsWanted,
  { signal, tell }: Watch = {},
): Promise<AgentSums[]> {
  const times = new Map<string, TimeOfAgent>()
  for await (const some of agentsWithKept(deps, wanted, { signal, tell: (done) => tell?.(done * TIMES_SHARE) })) {
    addTimes(times, some)
  }
  const calls = await callsIn(deps, wanted, { signal, tell: (done) => tell?.(TIMES_SHARE + done * CALLS_SHARE) })
  const sums = [...times.values()].map(({ time, ...who }) => {
    const own = calls.get(who.interface.toLowerCase())
    calls.delete(who.interface.toLowerCase())
    return { ...who, ...sumsOf(time, own) }
  })
  // Of calls that were read in a log, or answered where nobody saw, no times are known.
  const others = [...calls.values()].map((own) => {
    const member = [...deps.tables.members.values()].find((one) => one.interface === own.interface)
    const who = { pbx: member?.pbx ?? null, interface: own.interface, name: own.name ?? member?.name ?? own.interface }
    return { ...who, ...sumsOf(NO_TIME, own) }
  })
  return [...sums, ...others]
}

/** By interface, without case. */
async function callsIn(deps: SumsDeps, wanted: SumsWanted, watch: Watch): Promise<Map<string, Calls>> {
  const { agent } = wanted
  const queues = await queuesWanted(deps, wanted.queues)
  const calls = new Map<string, Calls>()
  const of = (iface: string) => {
    const key = iface.toLowerCase()
    const known = calls.get(key) ?? { interface: iface, name: null, tally: emptyTally(), missed: 0 }
    calls.set(key, known)
    return known
  }
  for await (const sum of sumsWithKept(deps, { ...wanted, queues }, { stepMs: null, agents: true }, watch)) {
    if (sum.agent === null) continue
    const own = of(sum.agent)
    own.tally = addTally(own.tally, sum.tally)
    own.name ??= sum.agentName
  }
  const isWanted = (iface: string) => agent === null || iface.toLowerCase() === agent.toLowerCase()
  for await (const some of missedWithKept(deps, { ...wanted, queues }, watch.signal)) {
    for (const [iface, missed] of some) if (isWanted(iface)) of(iface).missed += missed
  }
  return calls
}

function sumsOf(time: AgentTime, calls: Calls | undefined): Omit<AgentSums, 'pbx' | 'interface' | 'name'> {
  const { states, pauses } = time
  const { answered, talks, talkMs, heldMs, wrapUpMs } = calls?.tally ?? emptyTally()
  return {
    loggedInMs: loggedInMs(time),
    ...{ readyMs: states.ready, ringingMs: states.ringing, onCallMs: states.onCall, onHoldMs: states.onHold },
    ...{ otherCallMs: states.otherCall, wrapUpMs: states.wrapUp, pausedMs: states.paused, pauses: [...pauses] },
    unavailableMs: states.unavailable,
    occupancy: shareOf(occupancy(time)),
    ...{ answered, missed: calls?.missed ?? 0, talks, talkMs, heldMs },
    // The wrap-up of these very talks, as in queues' figures, and not all in which the agent stood.
    averageHandlingMs: shareOf({ numerator: talkMs + heldMs + wrapUpMs, denominator: talks }),
  }
}
