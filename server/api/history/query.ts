import { z } from '@hono/zod-openapi'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { type Span, spanOf } from '@/server/history/reports/span'
import { gapsIn } from '@/server/history/visits/gaps'
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

/** Gaps that touch a span, the one included that goes on. */
export async function gapsFor(span: Span, { database, blind, clock }: HistoryDeps) {
  const gaps = await gapsIn(database, span)
  const now = blind()
  if (now === null || now.since >= span.to || clock.now() <= span.from) return gaps
  return [...gaps, { pbx: now.pbx, from: now.since, to: clock.now() }]
}
