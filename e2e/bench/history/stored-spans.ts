import { sql } from 'kysely'
import type { SpanState } from '@/lib/domain/time-line'
import type { Database } from '@/server/db/types'
import { DAY_MS, PBX } from './stored-visits'
import { FIRST_DAY } from './stored-year'

const AGENTS = 500
const SHIFTS = 3
const SHIFT_MS = DAY_MS / SHIFTS
/** So many calls make what one day of a large centre is: 38,000 in three shifts. */
const CALLS_OF_AGENT = 76
const CALL_MS = Math.floor(SHIFT_MS / CALLS_OF_AGENT)
const RINGING_MS = 4_000
const TALK_MS = 180_000
const WRAP_UP_MS = 30_000
/** Instead of waiting for the next call. */
const PAUSED_AT = 19
const REASONS = ['Lunch', 'Coffee', null]
/** Each agent works in four queues; of so many the lines are stored, besides those of all at once. */
const QUEUES = ['queue-0', 'queue-1']
const AGENTS_OF_QUEUE = 40
const NEXT_QUEUE = 10
const ROWS_AT_ONCE = 500

type Doing = { state: SpanState; reason: string | null; ms: number }
type Row = { queue: string; from: number; agent: number; to: number } & Omit<Doing, 'ms'>

/** How many days of agents' times are stored, from `FIRST_DAY` on. */
export async function spanDaysStored({ db }: Database): Promise<number> {
  const { last } = await db
    .selectFrom('agent_spans')
    .select(({ fn }) => fn.max<number | null>('from_at').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Math.floor((last - FIRST_DAY) / DAY_MS) + 1
}

/** Stores what 500 agents did on each of some days, over all queues and in two of them. The same day each time. */
export async function storeSpans(
  { db }: Database,
  { from, to }: { from: number; to: number },
  report: (line: string) => void,
): Promise<void> {
  if (from >= to) return
  await sql`drop table if exists spans_of_day`.execute(db)
  await sql`create table spans_of_day as select * from agent_spans limit 0`.execute(db)
  const rows = rowsOfDay()
  for (let begin = 0; begin < rows.length; begin += ROWS_AT_ONCE) {
    const values = rows.slice(begin, begin + ROWS_AT_ONCE).map(({ queue, from: at, agent, state, reason, to: end }) => {
      return sql`(${queue}, ${at}, ${`PJSIP/${100 + agent}`}, ${PBX}, ${`Agent ${agent}`}, ${state}, ${reason}, ${end})`
    })
    await sql`insert into spans_of_day values ${sql.join(values)}`.execute(db)
  }
  for (let day = from; day < to; day++) {
    const shift = sql.lit(FIRST_DAY + day * DAY_MS)
    await sql`insert into agent_spans
      select queue, from_at + ${shift}, interface, pbx, name, state, reason, to_at + ${shift} from spans_of_day
      order by queue, from_at, interface`.execute(db)
    if ((day + 1) % 30 === 0) report(`agents' times of ${day + 1} days are stored`)
  }
  await sql`drop table spans_of_day`.execute(db)
}

/** One day's, by queue and time. */
function rowsOfDay(): Row[] {
  const rows: Row[] = []
  for (let agent = 0; agent < AGENTS; agent++) {
    for (let call = 0; call < CALLS_OF_AGENT; call++) {
      for (const queue of ['', ...QUEUES.filter((_, index) => worksIn(agent, index))]) {
        let at = (agent % SHIFTS) * SHIFT_MS + call * CALL_MS
        for (const { ms, ...doing } of doingsOf(agent, call, queue)) {
          rows.push({ queue, agent, ...doing, from: at, to: at + ms })
          at += ms
        }
      }
    }
  }
  return rows
}

function worksIn(agent: number, queue: number): boolean {
  const first = queue * NEXT_QUEUE
  return agent >= first && agent < first + AGENTS_OF_QUEUE
}

/** What one call is to an agent: of another queue it is told less of. */
function doingsOf(agent: number, call: number, queue: string): Doing[] {
  const isPause = call % PAUSED_AT === PAUSED_AT - 1
  const callMs = RINGING_MS + TALK_MS + WRAP_UP_MS
  const before: Doing = {
    state: isPause ? 'paused' : 'ready',
    reason: isPause ? (REASONS[Math.floor(call / PAUSED_AT) % REASONS.length] ?? null) : null,
    ms: CALL_MS - callMs,
  }
  const isOwn = queue === '' || (agent + call) % 4 === QUEUES.indexOf(queue)
  if (!isOwn) return [before, { state: 'otherCall', reason: null, ms: callMs }]
  return [
    before,
    { state: 'ringing', reason: null, ms: RINGING_MS },
    { state: 'onCall', reason: null, ms: TALK_MS },
    { state: 'wrapUp', reason: null, ms: WRAP_UP_MS },
  ]
}
