import { sameFields } from '@/components/wall/board/queue-view'
import type { Agent } from '@/lib/domain/agent'
import type { Call } from '@/lib/domain/call'
import type { Queue } from '@/lib/domain/queue'
import { type Findable, findable } from './findable'
import { otherSide, partyName, partyOf, type Side } from './parties'

/** One line of the live calls. */
export type CallRow = {
  id: string
  call: Call
  queueLabel: string | null
  /** Asterisk's name of the call's own queue, by which rights are given. */
  queueName: string | null
  /** The side that is shown first: the agent's, else the one who called. */
  first: Side
  /** That side is an agent whom we know. */
  hasAgent: boolean
  agentId: string | null
  firstName: string | null
  secondName: string | null
  found: Findable
}

/** The agent of the call, and on which side. */
export type AgentOfCall = { id: string; agent: Agent; side: Side }

export function callRowOf(
  call: Call,
  queue: Queue | undefined,
  agent: AgentOfCall | undefined,
  before?: CallRow,
): CallRow {
  const first = agent?.side ?? 'from'
  const firstName = agent?.agent.name ?? partyName(partyOf(call, first))
  const secondName = partyName(partyOf(call, otherSide(first)))
  const fresh: CallRow = {
    id: call.id,
    call,
    queueLabel: queue?.label ?? null,
    queueName: call.queue === null ? null : (queue?.name ?? null),
    first,
    hasAgent: agent !== undefined,
    agentId: agent?.id ?? null,
    firstName,
    secondName,
    found: before?.found ?? { text: '', digits: '' },
  }
  if (before?.call !== call || before.firstName !== firstName || before.queueLabel !== fresh.queueLabel) {
    fresh.found = findable(
      [firstName, secondName, call.from.name, call.to?.name ?? null, fresh.queueLabel],
      [call.from.number, call.to?.number ?? null],
    )
  }
  return sameFields(fresh, before)
}
