import * as z from 'zod'
import type { AgentKpi } from '@/lib/domain/agent-kpi'
import type { AgentId, MemberId, PbxName, QueueId } from '@/lib/domain/ids'
import { type AgentTime, SPAN_STATES } from '@/lib/domain/time-line'
import { id, moment } from './fields'

const ms = z.number()

const agentTimeSchema = z.object({
  states: z
    .object({ ready: ms, ringing: ms, onCall: ms, onHold: ms, otherCall: ms, wrapUp: ms, paused: ms, unavailable: ms })
    .readonly(),
  pauses: z.array(z.object({ reason: z.string().nullable(), ms })).readonly(),
}) satisfies z.ZodType<AgentTime>

export const agentKpiSchema = z.object({
  id: id<MemberId | AgentId>(),
  pbx: id<PbxName>(),
  queue: id<QueueId>().nullable(),
  interface: z.string(),
  name: z.string(),
  since: moment,
  time: agentTimeSchema,
  state: z.enum(SPAN_STATES).nullable(),
  reason: z.string().nullable(),
  stateSince: moment.nullable(),
  answered: z.number(),
  missed: z.number(),
  talks: z.number(),
  talkMs: ms,
  heldMs: ms,
}) satisfies z.ZodType<AgentKpi>
