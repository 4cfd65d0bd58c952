import { z } from '@hono/zod-openapi'
import { type PbxName, queueId } from '@/lib/domain/ids'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import type { GapView } from '@/lib/protocol/visits'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { type Span, spanOf } from '@/server/history/reports/span'
import { gapCallsOf } from '@/server/history/visits/gap-calls'
import { gapId, gapsIn } from '@/server/history/visits/gaps'
import type { ReadTables } from '@/server/store/types'
import type { RulesOf } from './view'

export type HistoryDeps = {
  database: Database
  tables: Pick<ReadTables, 'queues' | 'members'>
  clock: Clock
  /** IANA: the board's. */
  timeZone: string
  dayStart(now: number): number
  rulesOf: RulesOf
  queueGroups(): Readonly<Record<string, readonly string[]>>
  /** What is not seen at this moment, and since when, ms. */
  blind(): { pbx: string; since: number } | null
  /** Writes down what is not yet in the database, so that an answer leaves nothing out. */
  written(): Promise<void>
}

export const names = z
  .string()
  .min(1)
  .transform((text) => text.split(','))
const moment = z.coerce.number().int().min(0).max(8.64e15)

export const whenQuery = {
  window: z.enum(KPI_WINDOWS).optional(),
  from: moment.optional(),
  to: moment.optional(),
}
type Range = { window?: unknown; from?: number | undefined; to?: number | undefined }

/** For `refine` of what has `whenQuery`: a range runs forwards and is no window besides. */
export const aTime = [
  ({ window, from, to }: Range) => {
    if (from === undefined) return to === undefined
    return window === undefined && (to === undefined || from < to)
  },
  'a window, or a range: from, which lies before to',
] as const

export const queuesQuery = names
  .optional()
  .describe('Queues by name or label, or groups of them as `@group`, separated by commas')

export const agentQuery = z.string().max(200).optional().describe('Interface of the agent who answered')

type When = { window?: KpiWindow | undefined; from?: number | undefined; to?: number | undefined }

/** Without anything said: today. A range needs not say its end, which is now. */
export function spanFor({ window, from, to }: When, { clock, dayStart }: HistoryDeps): Span {
  const now = clock.now()
  if (from === undefined) return spanOf(window ?? 'today', now, dayStart)
  return { from, to: to ?? now + 1 }
}

export function windowOf({ window, from }: When): KpiWindow | null {
  return from === undefined ? (window ?? 'today') : null
}

/** Names with each `@group` replaced by its queues; a group that is no more has none. */
export function withoutGroups(
  asked: readonly string[] | undefined,
  { queueGroups }: Pick<HistoryDeps, 'queueGroups'>,
): readonly string[] | undefined {
  const groups = queueGroups()
  const queuesOf = (group: string) => (Object.hasOwn(groups, group) ? (groups[group] ?? []) : [])
  return asked?.flatMap((name) => (name.startsWith('@') ? queuesOf(name.slice(1)) : [name]))
}

/**
 * Gaps that touch a span, the one included that goes on. `queues`: of which it is told what Asterisk's own counters say;
 * `null`: of all there are.
 */
export async function gapsFor(
  span: Span,
  { database, blind, clock, tables }: HistoryDeps,
  queues: readonly string[] | null = [],
): Promise<GapView[]> {
  const gaps = await gapsIn(database, span)
  const ids = gaps.map((gap) => gapId(gap.pbx, gap))
  const calls = await gapCallsOf(database, ids, queues)
  const told = gaps.map((gap) => ({
    ...{ ...gap, filled: [...gap.filled] },
    calls: (calls.get(gapId(gap.pbx, gap)) ?? []).map((one) => ({
      ...{ ...one, queueLabel: tables.queues.get(queueId(gap.pbx as PbxName, one.queue))?.label ?? one.queue },
    })),
  }))
  const now = blind()
  if (now === null || now.since >= span.to || clock.now() <= span.from) return told
  return [...told, { pbx: now.pbx, from: now.since, to: clock.now(), filled: [], calls: [] }]
}
