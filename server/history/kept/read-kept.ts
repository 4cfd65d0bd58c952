import { sql } from 'kysely'
import { ENDINGS } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import type { Counted } from '../reports/counted'
import type { Span } from '../reports/span'
import type { Cut } from './kept-cut'
import type { Kept } from './kept-days'

type Wanted = Span & { cut: Cut; agent: string | null }

type Counts = Omit<Counted, 'at' | 'agent' | 'agentName' | 'ending'>
type Row = Counts &
  Partial<Pick<Counted, 'agentName'>> & {
    covered: number | null
    ending: string | null
    at?: number | null
    agent?: string | null
  }

const sum = (column: string) => sql<number>`sum(${sql.ref(column)})`
const COUNTS = [
  ...[sum('visits').as('visits'), sum('in_time').as('inTime')],
  ...[sum('short').as('short'), sum('short_in_time').as('shortInTime')],
  ...[sum('wait_ms').as('waitMs'), sql<number>`max(longest_wait_ms)`.as('longestWaitMs')],
  ...[sum('talks').as('talks'), sum('talk_ms').as('talkMs')],
  ...[sum('held_ms').as('heldMs'), sum('transfers').as('transfers')],
] as const

/**
 * The kept sums of a span of whole days; `null`: not all of it is kept (any more). Both are asked at once, so that no
 * day can go between: days never overlap, and as long as the span together they leave nothing of it out.
 */
export async function readKept(
  { db }: Database,
  { queue, apart, rules }: Kept,
  { from, to, cut, agent }: Wanted,
): Promise<Counted[] | null> {
  const days = db
    .selectFrom('kept_days')
    .where('queue', '=', queue)
    .where('apart', '=', apart)
    .where('rules', '=', rules)
    .where('is_kept', '=', 1)
    .where('from_at', '>=', from)
    .where('to_at', '<=', to)
  const covered = days.select(sql<number>`sum(to_at - from_at)`.as('covered'))
  const isInTime = cut.stepMs !== null || cut.byDay === true
  let query = db
    .selectFrom(days.select('id').as('day'))
    // Of an agent who did nothing there must be a row, too, that tells of the days.
    .leftJoin('kept_sums', (join) => {
      const ofDay = join.onRef('day_id', '=', 'day.id')
      return agent === null ? ofDay : ofDay.on('agent', '=', agent)
    })
    .select('ending')
    .select(COUNTS)
    .select(covered.as('covered'))
    .groupBy('ending')
  if (isInTime) query = query.select('at').groupBy('at')
  if (cut.agents) {
    query = query.select(['agent', sql<string | null>`max(agent_name)`.as('agentName')]).groupBy('agent')
  }
  const rows: Row[] = await query.execute()
  if (rows[0]?.covered !== to - from) return null
  return rows.flatMap(({ covered: _, ending, at, agent, agentName, ...counts }) => {
    const known = ENDINGS.find((one) => one === ending)
    if (known === undefined) return []
    return { at: at ?? 0, agent: agent || null, agentName: agentName ?? null, ending: known, ...counts }
  })
}
