import { sql } from 'kysely'
import type { KpiRules, Tally } from '@/lib/domain/kpi'
import { type EndingCounts, UNANSWERED } from '@/lib/kpi/endings'
import type { Database } from '@/server/db/types'
import { kindBy, TALK, WAIT } from './expressions'
import { inPieces } from './pieces'
import type { Span } from './span'
import type { Watch } from './watch'

/** Sums of one queue's visits, of those that ended waiting in one step of time, or that one agent answered. */
export type Sum = {
  queue: string
  /** When the step began, ms since 1970; 0 where time is not told apart. */
  at: number
  /** The agent's interface; `null`: nobody answered, or agents are not told apart. */
  agent: string | null
  agentName: string | null
  tally: Tally
  endings: EndingCounts
}

/** What is told apart besides queues: steps of so many ms (`null`: none), agents. */
export type Apart = { stepMs: number | null; agents: boolean }

/**
 * Sums visits in the database itself, each queue by its own rules: the same as `lib/kpi/tally.ts` over every visit, and a
 * test holds one against the other. The same key may come several times; sums add up.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function* sumsIn(
  database: Database,
  { from, to, queues, agent }: Span & { queues: readonly string[]; agent: string | null },
  rulesOf: (queue: string) => KpiRules,
  apart: Apart,
  { signal, tell }: Watch = {},
): AsyncGenerator<Sum> {
  for (const [index, queue] of queues.entries()) {
    const read = (piece: Span) => {
      tell?.((index + (piece.from - from) / (to - from)) / queues.length)
      return rowsOf(database, queue, { ...piece, agent }, rulesOf(queue), apart)
    }
    const visitsIn = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.visits, 0)
    for await (const rows of inPieces(database, queue, { from, to }, read, visitsIn, signal)) {
      for (const row of rows) if (row.visits > 0) yield sumOf(queue, row)
    }
  }
}

type Counted = { [E in keyof EndingCounts as `${E}Count`]: number }
type Row = Tally & Counted & { at?: number; agent?: string | null; agentName?: string | null; visits: number }

type Part = Span & { agent: string | null }

function rowsOf({ db }: Database, queue: string, span: Part, rules: KpiRules, apart: Apart): Promise<Row[]> {
  const { stepMs, agents } = apart
  let query = db
    .selectFrom(
      db
        .selectFrom('visits')
        .select([
          ...['ending' as const, 'answered_at' as const, 'held_ms' as const, 'ended_by' as const],
          ...['agent' as const, 'agent_name' as const],
          sql<number>`left_at - left_at % ${sql.lit(stepMs ?? 1)}`.as('at'),
          kindBy(rules).as('kind'),
          WAIT.as('wait'),
          TALK.as('talk'),
        ])
        .where('queue', '=', queue)
        .where('left_at', '>=', span.from)
        .where('left_at', '<', span.to)
        .where('ending', 'is not', null)
        .$if(span.agent !== null, (visits) => visits.where('agent', '=', span.agent))
        .as('visit'),
    )
    .select(TALKS)
    .select(ENDED)
    .select(waits(rules))
  if (stepMs !== null) query = query.select('at').groupBy('at')
  if (agents) query = query.select(['agent', sql<string | null>`max(agent_name)`.as('agentName')]).groupBy('agent')
  return query.execute()
}

const count = (what: ReturnType<typeof sql>) => sql<number>`count(case when ${what} then 1 end)`
const total = (what: ReturnType<typeof sql>, of: ReturnType<typeof sql>) =>
  sql<number>`coalesce(sum(case when ${what} then ${of} end), 0)`

function waits({ thresholdMs }: KpiRules) {
  const known = sql`kind <> 'unknown'`
  const inTime = (kind: string) => count(sql`kind = ${sql.lit(kind)} and wait <= ${sql.lit(thresholdMs)}`)
  const kinds = (['answered', 'lost', 'short', 'other', 'unknown'] as const).map((kind) =>
    count(sql`kind = ${sql.lit(kind)}`).as(kind),
  )
  return [
    ...kinds,
    inTime('answered').as('answeredInTime'),
    inTime('lost').as('lostInTime'),
    count(sql`kind = 'lost' and ending = 'hungUp'`).as('hungUp'),
    count(known).as('waits'),
    total(known, sql`wait`).as('waitMs'),
    total(sql`kind = 'answered'`, sql`wait`).as('answeredWaitMs'),
    sql<number>`coalesce(max(case when ${known} then wait end), 0)`.as('longestWaitMs'),
  ] as const
}

const TALKED = sql`talk is not null`
const TALKS = [
  sql<number>`count(*)`.as('visits'),
  count(TALKED).as('talks'),
  total(TALKED, sql`talk`).as('talkMs'),
  total(TALKED, sql`held_ms`).as('heldMs'),
  count(sql`${TALKED} and ended_by = 'transfer'`).as('transfers'),
] as const

/** `hungUp` alone would be that of the tally, without the short ones. */
const ENDED = UNANSWERED.map((ending) => count(sql`ending = ${sql.lit(ending)}`).as(`${ending}Count` as const))

function sumOf(queue: string, row: Row): Sum {
  const { at = 0, agent = null, agentName = null, visits: _, ...counted } = row
  const { hungUpCount, timedOutCount, noAgentsCount, lostCount, keyCount, withdrawnCount, movedCount, ...tally } =
    counted
  const endings = {
    ...{ hungUp: hungUpCount, timedOut: timedOutCount, noAgents: noAgentsCount, lost: lostCount },
    ...{ key: keyCount, withdrawn: withdrawnCount, moved: movedCount },
  }
  return { queue, at, agent, agentName, tally, endings }
}
