import { z } from '@hono/zod-openapi'
import { KPI_WINDOWS, type KpiWindow } from '@/lib/domain/kpi'
import { withoutGroups } from '@/lib/domain/queue-group'
import type { AccountRights } from '@/lib/domain/rights'
import { splitNames } from '@/lib/protocol/name-list'
import { moment } from '@/server/api/moment'
import { type Span, spanOf } from '@/server/history/reports/span'
import { queuesFor } from './asked-queues'
import type { HistoryDeps } from './deps'

/** What people type or paste, but for the one sign that PostgreSQL keeps in no text. */
export const typed = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'), 'expected no NUL')

/** Words separated by commas. */
export const words = typed(16_000)
  .min(1)
  .transform((text) => text.split(','))

export const whenQuery = {
  window: z.enum(KPI_WINDOWS).optional().describe('Instead of `from` and `to`; without any of them: today'),
  from: moment.optional().describe('ms since 1970, or ISO 8601 with a zone'),
  to: moment.optional().describe('Not included; without it: now'),
}
/** Names of queues, as `joinNames` writes them. */
export const queueNames = typed(16_000).min(1).transform(splitNames)
export const queuesQuery = queueNames
  .optional()
  .describe(
    'Queues by name or label, or groups of them as `@group`, separated by commas; a comma within a name is written `\\,`',
  )

type When = { window?: KpiWindow | undefined; from?: number | undefined; to?: number | undefined }

/** For `refine` of what has `whenQuery`: a range runs forwards and is no window besides. */
export const aTime = [
  ({ window, from, to }: When) => {
    if (from === undefined) return to === undefined
    return window === undefined && (to === undefined || from < to)
  },
  'a window, or a range: from, which lies before to',
] as const

/** What every question about history may say: of what time, of which queues, of which agent. */
export const historyQuery = z
  .strictObject({
    ...whenQuery,
    queues: queuesQuery,
    agent: typed(200).optional().describe('Interface of the agent who answered, in capitals or not'),
  })
  .refine(...aTime)
type HistoryQuery = z.infer<typeof historyQuery>

/** What is asked for of history. `queues`: Asterisk's names, `null`: all there are or were. `agent`: `null`: whoever. */
export type Asked = Span & { queues: readonly string[] | null; agent: string | null }

/** As far as whoever asks may see it. */
export function askedFor(query: HistoryQuery, { queues }: Pick<AccountRights, 'queues'>, deps: HistoryDeps): Asked {
  return {
    ...spanFor(query, deps),
    queues: queuesFor(queues, query.queues && withoutGroups(query.queues, deps.queueGroups()), deps.tables),
    agent: agentFor(query.agent, deps.tables),
  }
}

/** As Asterisk spells the interface: it compares them without case (app_queue.c, `interface_exists`), our database does not. */
function agentFor(asked: string | undefined, { members }: Pick<HistoryDeps['tables'], 'members'>): string | null {
  if (asked === undefined) return null
  const spellings = [...members.values()].map((member) => member.interface)
  if (spellings.includes(asked)) return asked
  return spellings.find((spelling) => spelling.toLowerCase() === asked.toLowerCase()) ?? asked
}

/** Without anything said: today. A range needs not say its end, which is now. */
export function spanFor(
  { window, from, to }: When,
  { clock, dayStart }: Pick<HistoryDeps, 'clock' | 'dayStart'>,
): Span {
  const now = clock.now()
  if (from === undefined) return spanOf(window ?? 'today', now, dayStart)
  return { from, to: to ?? Math.max(from, now + 1) }
}

/** Which window was asked for; `null`: a range. */
export function windowOf({ window, from }: When): KpiWindow | null {
  return from === undefined ? (window ?? 'today') : null
}
