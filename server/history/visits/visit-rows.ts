import * as z from 'zod'
import type { PbxName } from '@/lib/domain/ids'
import { ENDINGS, type Visit } from '@/lib/domain/visit'
import type { Tables } from '@/server/db/tables'
import { numberKey } from '../number-key'

export type VisitRow = Tables['visits']

const ringSchema = z.object({
  interface: z.string(),
  at: z.number(),
  rangMs: z.number().nullable(),
  outcome: z.enum(['answered', 'noAnswer', 'elsewhere', 'withdrawn']).nullable(),
})
const endingSchema = z.enum(ENDINGS).nullable()
const endedBySchema = z.enum(['agent', 'caller', 'transfer']).nullable()

/** One literal: it is made for each word on each visit. */
export function rowOf(visit: Visit): VisitRow {
  const { ending, talkEndedAt } = visit
  const isOpen = ending === null || (ending === 'answered' && talkEndedAt === null)
  return {
    id: visit.id,
    pbx: visit.pbx,
    queue: visit.queue,
    uniqueid: visit.uniqueid,
    number: visit.number,
    number_key: numberKey(visit.number),
    name: visit.name,
    entered_at: visit.enteredAt,
    position: visit.position,
    priority: visit.priority,
    rings: JSON.stringify(visit.rings),
    left_at: visit.leftAt,
    ending,
    agent: visit.agent,
    agent_name: visit.agentName,
    agent_channel: visit.agentChannel,
    answered_at: visit.answeredAt,
    talk_ended_at: talkEndedAt,
    held_ms: visit.heldMs,
    wrap_up_ms: visit.wrapUpMs,
    ended_by: visit.endedBy,
    transferred_to: visit.transferredTo,
    is_partly_unseen: Number(visit.isPartlyUnseen),
    previous: visit.previous,
    is_open: Number(isOpen),
    known_from: null,
  }
}

/** Throws when the row holds what no version of ours wrote. */
export function visitOf(row: VisitRow): Visit {
  return {
    ...{ id: row.id, pbx: row.pbx as PbxName, queue: row.queue, uniqueid: row.uniqueid },
    ...{ number: row.number, name: row.name, enteredAt: row.entered_at, position: row.position },
    ...{ priority: row.priority, rings: z.array(ringSchema).parse(JSON.parse(row.rings)), leftAt: row.left_at },
    ...{ ending: endingSchema.parse(row.ending), agent: row.agent, agentName: row.agent_name },
    ...{
      agentChannel: row.agent_channel,
      answeredAt: row.answered_at,
      talkEndedAt: row.talk_ended_at,
      heldMs: row.held_ms,
      wrapUpMs: row.wrap_up_ms,
    },
    ...{ endedBy: endedBySchema.parse(row.ended_by), transferredTo: row.transferred_to },
    ...{ isPartlyUnseen: row.is_partly_unseen === 1, previous: row.previous },
  }
}
