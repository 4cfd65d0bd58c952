import type { AmiMessage } from '@/server/ami/types'
import type { PbxEvent } from './pbx-event'
import type { Readers } from './reader'
import { numberOf, textOf } from './values'
import { AGENT_UNIQUEID, anyOf, INTERFACE } from './versions'

type Subject = { queue: string; interface: string; callerUniqueid: string | null; agentUniqueid: string | null }

/** Whom an event about an agent concerns. Redirect and Park leave AgentComplete without one channel, or both. */
function subjectOf(message: AmiMessage, memberInterface = anyOf(message, INTERFACE)): Subject | null {
  const queue = message.get('Queue')
  if (!queue || !memberInterface) return null
  return {
    queue,
    interface: memberInterface,
    callerUniqueid: textOf(message, 'Uniqueid'),
    agentUniqueid: anyOf(message, AGENT_UNIQUEID) || null,
  }
}

function called(message: AmiMessage, at: number): PbxEvent | null {
  // Up to 11 the interface stood in a header named like the event.
  const subject = subjectOf(message, anyOf(message, INTERFACE) ?? message.get('AgentCalled'))
  return subject && { type: 'agentCalled', at, ...subject }
}

function connected(message: AmiMessage, at: number): PbxEvent | null {
  const subject = subjectOf(message)
  if (!subject) return null
  const holdSeconds = numberOf(message, 'HoldTime') ?? 0
  return { type: 'agentConnected', at, ...subject, holdSeconds, ringSeconds: numberOf(message, 'RingTime') ?? 0 }
}

function completed(message: AmiMessage, at: number): PbxEvent | null {
  const subject = subjectOf(message)
  if (!subject) return null
  const holdSeconds = numberOf(message, 'HoldTime') ?? 0
  const talkSeconds = numberOf(message, 'TalkTime') ?? 0
  return { type: 'agentCompleted', at, ...subject, holdSeconds, talkSeconds, reason: message.get('Reason') ?? '' }
}

/** Here, and only here, `RingTime` is in milliseconds. */
function ringNoAnswer(message: AmiMessage, at: number): PbxEvent | null {
  const subject = subjectOf(message)
  if (!subject) return null
  const { queue, callerUniqueid } = subject
  const ringMs = numberOf(message, 'RingTime') ?? 0
  return { type: 'agentRingNoAnswer', at, queue, interface: subject.interface, callerUniqueid, ringMs }
}

/** Answered, and hung up while hearing who it will be: the caller goes on waiting. */
function dumped(message: AmiMessage, at: number): PbxEvent | null {
  const subject = subjectOf(message)
  if (!subject) return null
  const { queue, callerUniqueid } = subject
  return { type: 'agentRingNoAnswer', at, queue, interface: subject.interface, callerUniqueid, ringMs: null }
}

export const agentReaders: Readers = {
  AgentCalled: called,
  AgentConnect: connected,
  AgentComplete: completed,
  AgentRingNoAnswer: ringNoAnswer,
  AgentDump: dumped,
}
