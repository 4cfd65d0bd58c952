import * as z from 'zod'
import { SPAN_STATES } from '@/lib/domain/time-line'
import { AGENT_TIME_FIGURES } from '@/lib/kpi/agent-time-figures'
import { moment } from './fields'
import { gapSchema } from './visits'

const ms = z.number().describe('ms')
const count = z.number().int()
const reason = z.string().nullable().describe('Of a pause, as it was given; `null`: none was')

/** By what spans can be ordered; `-` before it turns the order round. */
export const TIME_SORTS = ['time', 'duration', 'agent', 'state'] as const
export type TimeSort = (typeof TIME_SORTS)[number]

/** Why a span begins where it does: that was seen, or it had begun before the range, or before anything was seen of it. */
export const BEGINS = ['seen', 'range', 'gap'] as const
/** Why it ends where it does: that was seen, or it went on after the range, or unseen, or goes on still. */
export const ENDS = ['seen', 'range', 'gap', 'open'] as const

/** One state of one agent, as much of it as lies within the range. */
export const timeSpanSchema = z.object({
  pbx: z.string(),
  interface: z.string(),
  name: z.string(),
  state: z.enum(SPAN_STATES),
  reason,
  from: moment,
  to: moment,
  ms: ms.describe('From `from` to `to`: what it adds to the figure'),
  part: z.enum(['numerator', 'denominator']).describe('Above the line, and so below it, or below it only'),
  begins: z.enum(BEGINS),
  ends: z.enum(ENDS),
})
export type TimeSpanView = z.infer<typeof timeSpanSchema>

/** A span, and in which queues it was spent. */
export type TimeSpanOfQueues = TimesExplanation['items'][number]

/** What Asterisk says of the agent in one queue at this moment. */
const memberSaysSchema = z.object({
  queue: z.string(),
  label: z.string(),
  loggedInAt: moment.nullable(),
  lastCallAt: moment.nullable(),
  lastPauseAt: moment.nullable(),
  callsTaken: count,
})

/**
 * `GET /api/v1/explain/agents?figure=&agent=&reason=&queues=&window=|from=&to=&sort=&offset=&limit=`: what an agent's time is
 * made of, down to the spans, whose `ms` add up to `numerator` and `denominator`; all of them as a file by `format=csv|json`.
 */
export const timesExplanationSchema = z.object({
  now: moment,
  from: moment,
  to: moment,
  figure: z.enum(AGENT_TIME_FIGURES),
  /** Of whom; `null`: of all agents together. */
  agent: z.object({ interface: z.string(), name: z.string() }).nullable(),
  /** How many agents have any part in it. */
  agents: count,
  /** Asterisk's names of those asked for and seen, of each of which spans are put together; `null`: over all there are. */
  queues: z.array(z.object({ queue: z.string(), label: z.string() })).nullable(),
  /** ms; of `occupancy` a share. `null`: there is nothing to divide by. */
  value: z.number().nullable(),
  numerator: ms,
  denominator: ms.nullable().describe('ms; `null`: the figure is no share'),
  /** What it is the sum of, the longest first. */
  parts: z.array(z.object({ state: z.enum(SPAN_STATES), reason, ms, spans: count, part: timeSpanSchema.shape.part })),
  /** From `offset` on, in the order asked for. */
  items: z.array(
    timeSpanSchema.extend({
      queues: z
        .array(z.string())
        .nullable()
        .describe(
          'Labels of the queues in which it was so, of calls and wrap-up put together over several queues; `null`: it belongs to no one queue, or is not told',
        ),
    }),
  ),
  /** How many spans there are; the file has all of them. */
  total: count,
  /** Asterisk adds up no agent's time; this is what it knows of the one agent. Empty: of several, or of one who is in no queue. */
  asterisk: z.array(memberSaysSchema),
  /** When nothing was seen of the agents: no log tells their time, so none is `filled`. */
  gaps: z.array(gapSchema),
})
export type TimesExplanation = z.infer<typeof timesExplanationSchema>
