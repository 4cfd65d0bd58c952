import { sql } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Database } from '@/server/db/types'
import { type Counted, type Sum, sumsOf } from './counted'
import { TALK, WAIT } from './expressions'
import { inPieces, type PieceLength } from './pieces'
import type { Span } from './span'
import type { Watch } from './watch'
import { conditionsOf, type Within } from './within'

/** What is told apart besides queues: steps of so many ms (`null`: none), agents. */
export type Apart = { stepMs: number | null; agents: boolean }

/** `within` left out: all of the span. */
export type SumsWanted = Span & { queues: readonly string[]; agent: string | null; within?: Within }

/**
 * Sums visits in the database itself, each queue by its own rules: the same as `lib/kpi/tally.ts` over every visit, and a
 * test holds one against the other. The same key may come several times; sums add up.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* sumsIn(
  database: Database,
  { from, to, queues, agent, within }: SumsWanted,
  rulesOf: (queue: string) => KpiRules,
  apart: Apart,
  { signal, tell }: Watch = {},
): AsyncGenerator<Sum> {
  for (const [index, queue] of queues.entries()) {
    const rules = rulesOf(queue)
    const told = (at: number) => tell?.((index + (at - from) / (to - from)) / queues.length)
    for await (const rows of countedIn(
      database,
      { queue, from, to, agent, rules, apart, ...(within && { within }) },
      { signal, told },
    )) {
      yield* sumsOf(queue, rows, rules)
    }
  }
}

/** Visits of one queue, and how they are counted. */
export type Counting = Span & {
  queue: string
  /** `null`: whoever answered, and whom nobody did. */
  agent: string | null
  rules: Pick<KpiRules, 'thresholdMs' | 'shortMs'>
  apart: Apart
  within?: Within
}

type CountWatch = Pick<Watch, 'signal'> & {
  /** @param at a moment up to which all is read */
  told?: (at: number) => void
  length?: PieceLength | undefined
}

/** The visits of one queue, counted piece by piece. */
export function countedIn(
  database: Database,
  counting: Counting,
  { signal, told, length }: CountWatch = {},
): AsyncGenerator<Counted[]> {
  const read = (piece: Span) => {
    told?.(piece.from)
    return rowsOf(database, { ...counting, ...piece })
  }
  return inPieces(database, counting.queue, counting, read, visitsIn, signal, length)
}

function visitsIn(rows: readonly Counted[]): number {
  return rows.reduce((sum, { visits }) => sum + visits, 0)
}

type Row = Omit<Counted, 'at' | 'agent' | 'agentName'> & Partial<Pick<Counted, 'at' | 'agent' | 'agentName'>>

/** By the way they ended first: what is counted of each is then a plain sum. */
async function rowsOf({ db }: Database, counting: Counting): Promise<Counted[]> {
  const { queue, from, to, agent, rules, apart, within = {} } = counting
  const short = sql`left_at - entered_at < ${sql.lit(rules.shortMs)}`
  const inTime = sql`${WAIT} <= ${sql.lit(rules.thresholdMs)}`
  let query = db
    .selectFrom('visits')
    .select([
      sql<Counted['ending']>`ending`.as('ending'),
      sql<number>`count(*)`.as('visits'),
      count(inTime).as('inTime'),
      count(short).as('short'),
      count(sql`${short} and ${inTime}`).as('shortInTime'),
      sql<number>`sum(${WAIT})`.as('waitMs'),
      sql<number>`max(${WAIT})`.as('longestWaitMs'),
      sql<number>`count(${TALK})`.as('talks'),
      sql<number>`coalesce(sum(${TALK}), 0)`.as('talkMs'),
      sql<number>`coalesce(sum(case when ${TALKED} then held_ms end), 0)`.as('heldMs'),
      sql<number>`count(case when ${TALKED} then wrap_up_ms end)`.as('wrapUps'),
      sql<number>`coalesce(sum(case when ${TALKED} then wrap_up_ms end), 0)`.as('wrapUpMs'),
      count(sql`${TALKED} and ended_by = 'transfer'`).as('transfers'),
    ])
    .where('queue', '=', queue)
    .where('left_at', '>=', from)
    .where('left_at', '<', to)
    .where('ending', 'is not', null)
    .groupBy('ending')
  if (agent !== null) query = query.where('agent', '=', agent)
  for (const condition of conditionsOf(within)) query = query.where(condition)
  const { stepMs, agents } = apart
  if (stepMs !== null) {
    const at = sql<number>`left_at - left_at % ${sql.lit(stepMs)}`
    query = query.select(at.as('at')).groupBy(at)
  }
  if (agents) query = query.select(['agent', sql<string | null>`max(agent_name)`.as('agentName')]).groupBy('agent')
  const rows: Row[] = await query.execute()
  return rows.map((row) => ({ at: 0, agent: null, agentName: null, ...row }))
}

const TALKED = sql`answered_at is not null and talk_ended_at is not null`
const count = (what: ReturnType<typeof sql>) => sql<number>`count(case when ${what} then 1 end)`
