import { endpointOfInterface } from '@/lib/domain/endpoint'
import { callId, type PbxName } from '@/lib/domain/ids'
import { type AgentSpan, joined, type SpanState } from '@/lib/domain/time-line'
import type { TurnedAway, Visit } from '@/lib/domain/visit'
import { LONGEST_SPAN_MS } from '@/server/history/agents/agent-follower'
import { rowOf as rowOfSpan, type SpanRow } from '@/server/history/agents/span-rows'
import { numberKey } from '@/server/history/number-key'
import type { RecentRow } from '@/server/history/recent-rows'
import type { PastAgent, PastCallBack, PastSpan, PastTurnedAway, PastVisit } from '@/server/simulator/past/records'

/** What the simulator tells of its past, as the product keeps it. Its moments are no whole ms. */
export function visitOfPast(pbx: PbxName, past: PastVisit): Visit {
  const { agent, ending, priority, position, queue, uniqueid, transferredTo, endedBy } = past
  return {
    ...{ id: visitId(pbx, past), pbx, queue, uniqueid, ...partyOf(past.caller) },
    ...{ enteredAt: Math.round(past.enteredAt), position, priority, leftAt: Math.round(past.leftAt), ending },
    rings: past.rings.map((ring) => ({ ...ring, at: Math.round(ring.at), rangMs: Math.round(ring.rangMs) })),
    ...{ agent: agent?.interface ?? null, agentName: agent?.name ?? null, agentChannel: null },
    ...{ answeredAt: rounded(past.answeredAt), talkEndedAt: rounded(past.talkEndedAt) },
    ...{ heldMs: Math.round(past.heldMs), wrapUpMs: rounded(past.wrapUpMs) },
    ...{ endedBy, transferredTo, isPartlyUnseen: false },
    previous: past.previous && visitId(pbx, past.previous),
  }
}

function visitId(pbx: PbxName, { uniqueid, enteredAt }: PastVisit): string {
  return `${pbx}|${uniqueid}|${Math.round(enteredAt)}`
}

export function turnedAwayOfPast(pbx: PbxName, { queue, uniqueid, caller, at, why }: PastTurnedAway): TurnedAway {
  const moment = Math.round(at)
  return { id: `${pbx}|${uniqueid}|${moment}`, pbx, queue, uniqueid, ...partyOf(caller), at: moment, why }
}

/** Somebody of ours called back. */
export function callBackOfPast(pbx: PbxName, { agent, uniqueid, caller, at, answeredAt, to }: PastCallBack): RecentRow {
  return {
    ...callOf(pbx, { uniqueid, ...partyOf(caller) }, Math.round(at), Math.round(to)),
    ...{ direction: 'out', queue: null, agent: endpointOfInterface(agent.interface), wait_ms: null },
    ...{ talk_ms: Math.round(to) - Math.round(answeredAt), outcome: 'answered' },
  }
}

/** The call of a visit, as it is remembered at each phone that rang, and once where nobody took it. */
export function callsOfVisit(visit: Visit): RecentRow[] {
  const { pbx, queue, enteredAt, leftAt, answeredAt, talkEndedAt, agent, ending, rings } = visit
  if (leftAt === null || ending === 'unknown') return []
  const call = {
    ...callOf(pbx, visit, enteredAt, talkEndedAt ?? leftAt),
    ...{ direction: 'in', queue, wait_ms: leftAt - enteredAt },
  }
  const missed = new Set(rings.flatMap((ring) => (ring.outcome === 'answered' ? [] : ring.interface)))
  if (agent !== null) missed.delete(agent)
  const rows = Array.from(missed, (iface) => ({
    ...call,
    ...{ agent: endpointOfInterface(iface), talk_ms: null, outcome: 'noAnswer' },
  }))
  if (agent === null)
    return [...rows, { ...call, agent, talk_ms: null, outcome: ending === 'key' ? 'left' : 'abandoned' }]
  const talkMs = answeredAt === null || talkEndedAt === null ? null : talkEndedAt - answeredAt
  return [...rows, { ...call, agent: endpointOfInterface(agent), talk_ms: talkMs, outcome: 'answered' }]
}

type Caller = Pick<Visit, 'uniqueid' | 'number' | 'name'>

function callOf(pbx: PbxName, { uniqueid, number, name }: Caller, startedAt: number, endedAt: number) {
  const times = { started_at: startedAt, ended_at: endedAt }
  return { pbx, uniqueid: callId(pbx, uniqueid), ...times, number, number_key: numberKey(number), name }
}

/** Each agent's lines: one over all queues, and one in each. */
export function spansOfPast(pbx: PbxName, spans: readonly PastSpan[]): SpanRow[] {
  const byAgent = new Map<PastAgent, PastSpan[]>()
  for (const span of spans) {
    const line = byAgent.get(span.agent)
    if (line) line.push(span)
    else byAgent.set(span.agent, [span])
  }
  return [...byAgent].flatMap(([agent, own]) =>
    ['', ...agent.queues].flatMap((queue) =>
      joined(own.map((span) => seenFrom(queue, span)))
        .flatMap(cut)
        .map((span) => rowOfSpan({ pbx, interface: agent.interface, name: agent.name, queue, ...span })),
    ),
  )
}

function seenFrom(queue: string, { state, reason, from, to, queue: of }: PastSpan): AgentSpan {
  const isOwn = queue === '' || of === null || of === queue
  return { state: isOwn ? state : elsewhere(state), reason, from: Math.round(from), to: Math.round(to) }
}

/** What a call of one queue is in another one of the same phone. */
function elsewhere(state: SpanState): SpanState {
  if (state === 'onCall' || state === 'onHold') return 'otherCall'
  return state === 'wrapUp' ? 'ready' : state
}

function cut(span: AgentSpan): AgentSpan[] {
  const parts: AgentSpan[] = []
  for (let from = span.from; from < span.to; from += LONGEST_SPAN_MS) {
    parts.push({ ...span, from, to: Math.min(from + LONGEST_SPAN_MS, span.to) })
  }
  return parts
}

function partyOf({ number, name }: PastVisit['caller']) {
  return { number: number || null, name: name || null }
}

function rounded(moment: number | null): number | null {
  return moment === null ? null : Math.round(moment)
}
