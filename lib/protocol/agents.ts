import * as z from 'zod'
import { SPAN_STATES } from '@/lib/domain/time-line'
import { moment } from './fields'
import { gapSchema } from './visits'

/** One state of an agent, clipped to the range asked for. Spans of one line never overlap; between them nobody was logged in, or nobody saw. */
const agentSpanSchema = z.object({
  state: z.enum(SPAN_STATES),
  /** Of a pause, as it was given. */
  reason: z.string().nullable(),
  from: moment,
  to: moment,
})

/**
 * `GET /api/v1/agents/timeline?window=|from=&to=&queues=&agent=&perQueue=1`: what each agent did. `spans` are over all the queues
 * asked for and seen; `queues` is empty unless `perQueue=1`. A span that goes on ends at `now`.
 */
export const agentTimelineSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  agents: z.array(
    z.object({
      pbx: z.string(),
      interface: z.string(),
      name: z.string(),
      spans: z.array(agentSpanSchema),
      queues: z.array(z.object({ queue: z.string(), label: z.string(), spans: z.array(agentSpanSchema) })),
    }),
  ),
  gaps: z.array(gapSchema),
})
export type AgentTimeline = z.infer<typeof agentTimelineSchema>
export type AgentOfTimeline = AgentTimeline['agents'][number]

const ms = z.number()

/** Sums of one agent's time and calls, over all the queues asked for and seen. */
export const agentSumsSchema = z.object({
  /** `null`: nothing is known of this agent but calls. */
  pbx: z.string().nullable(),
  interface: z.string(),
  name: z.string(),
  /** Time seen in any queue at all, whatever the state: the sum of the others. */
  loggedInMs: ms,
  readyMs: ms,
  ringingMs: ms,
  onCallMs: ms,
  onHoldMs: ms,
  otherCallMs: ms,
  wrapUpMs: ms,
  pausedMs: ms,
  /** The same by reason, the longest first; `null`: none was given. */
  pauses: z.array(z.object({ reason: z.string().nullable(), ms })),
  unavailableMs: ms,
  /** Rung, talked, held or wrapped up ÷ logged in, not paused and with a phone that can ring; `null`: nothing to divide by. */
  occupancy: z.number().nullable(),
  answered: z.number().int(),
  /** Rang, and nobody answered. */
  missed: z.number().int(),
  /** Talks that ended, and what they took. */
  talks: z.number().int(),
  talkMs: ms,
  heldMs: ms,
  /** Mean of talk, hold and wrap-up of a talk that ended, as far as that is known; `null`: none did. */
  averageHandlingMs: ms.nullable(),
})
export type AgentSums = z.infer<typeof agentSumsSchema>

/** `GET /api/v1/agents/sums?window=|from=&to=&queues=&agent=`: also as a file, by `format=csv|json`. */
export const agentSumsListSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  items: z.array(agentSumsSchema),
  gaps: z.array(gapSchema),
})
