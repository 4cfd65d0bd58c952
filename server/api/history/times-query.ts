import { z } from '@hono/zod-openapi'
import { AGENT_TIME_FIGURES } from '@/lib/kpi/agent-time-figures'
import { TIME_SORTS } from '@/lib/protocol/agent-times'
import type { TimesAsked, TimesOrder } from '@/server/history/agents/explain-times'
import { typed } from './asked'
import { formatQuery } from './export'
import { orderOf, sortQuery } from './sort-query'

/** What every question about the spans behind an agent's time may say. */
export const timesQuery = {
  figure: z.enum(AGENT_TIME_FIGURES),
  reason: typed(500).optional().describe('Of `paused`: only pauses for this; empty: only those without any'),
  sort: sortQuery(TIME_SORTS).default('time'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0).describe('So many of them are left out at first'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  format: formatQuery,
}

/** For `refine` of what has `timesQuery`. */
export const aReasonOfPauses = [
  ({ figure, reason }: { figure: TimesAsked['figure']; reason?: string | undefined }) =>
    reason === undefined || figure === 'paused',
  'a reason goes with the figure paused',
] as const

/** What was asked, by both. */
export type TimesQuery = z.infer<z.ZodObject<typeof timesQuery>>

/** Which spans are asked for, and in which order. */
export function timesAsked({ figure, reason, sort }: TimesQuery): TimesAsked & { order: TimesOrder } {
  return { figure, order: orderOf(sort), ...(reason !== undefined && { reason: reason === '' ? null : reason }) }
}
