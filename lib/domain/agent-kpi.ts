import type { AgentId, MemberId, PbxName, QueueId } from './ids'
import type { AgentTime, SpanState } from './time-line'

/** What an agent did today in one queue, or over all; nothing in it ticks. */
export type AgentKpi = {
  id: MemberId | AgentId
  pbx: PbxName
  /** `null`: over all queues. */
  queue: QueueId | null
  interface: string
  name: string
  /** When today began, ms since 1970. */
  since: number
  /** Of today, without what goes on. */
  time: AgentTime
  /** What goes on; `null`: no member now, or nobody sees. */
  state: SpanState | null
  /** Of a pause. */
  reason: string | null
  /** Since when it counts for today, ms since 1970. */
  stateSince: number | null
  /** Calls whose waiting ended today. */
  answered: number
  /** How often the phone rang for one of those, and nobody answered. */
  missed: number
  /** Talks that ended, and what they took, ms. */
  talks: number
  talkMs: number
  heldMs: number
}
