import { sql } from 'kysely'
import { dayStart } from '@/lib/domain/day-start'
import { pbxName } from '@/lib/domain/ids'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Ending, Visit } from '@/lib/domain/visit'
import { DEFAULT_LOST } from '@/lib/kpi/config'
import type { Database } from '@/server/db/types'
import { rowOf } from '@/server/history/visits/visit-rows'
import { emptySourceTables } from '@/server/store/source-tables'

export const DAY_MS = 86_400_000
export const LAST_DAY = Date.UTC(2026, 10, 23)
const QUEUES = 50
const AGENTS = 500
/** Each agent works in four queues. */
const AGENTS_OF_QUEUE = 40
const ROWS_AT_ONCE = 500
export const PBX = pbxName('main')
/** Of ten callers. */
const ENDINGS: readonly Ending[] = [
  ...(['answered', 'answered', 'answered', 'answered', 'answered', 'answered', 'answered'] as const),
  ...(['hungUp', 'timedOut', 'hungUp'] as const),
]

/** Stores visits of the last day, spread over it and over 50 queues. */
export async function storeLastDay(database: Database, visits: number): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    for (let begin = 0; begin < visits; begin += ROWS_AT_ONCE) {
      const rows = Array.from({ length: ROWS_AT_ONCE }, (_, index) => rowOf(visitAt(begin + index, visits)))
      await tx.insertInto('visits').values(rows).execute()
    }
  })
}

/** Stores the last day once more for so many days before it; `stored`: how many there are already. */
export async function storeDaysBefore({ db }: Database, days: number, stored = 1): Promise<void> {
  const moved: readonly string[] = ['entered_at', 'left_at', 'answered_at', 'talk_ended_at']
  for (let day = stored; day < stored + days; day++) {
    const columns = Object.keys(rowOf(visitAt(0, 1))).map((column) => {
      if (column === 'id') return sql`id || ${sql.lit(`-${day}`)}`
      return moved.includes(column) ? sql`${sql.ref(column)} - ${sql.lit(day * DAY_MS)}` : sql.ref(column)
    })
    const names = Object.keys(rowOf(visitAt(0, 1))).map((column) => sql.ref(column))
    await sql`insert into visits (${sql.join(names)}) select ${sql.join(columns)} from visits
      where left_at >= ${sql.lit(LAST_DAY)}`.execute(db)
  }
}

/** A visit of the last day, one of `perDay` that are spread over it. */
export function visitAt(index: number, perDay: number): Visit {
  const leftAt = LAST_DAY + Math.floor((index * DAY_MS) / perDay)
  const enteredAt = leftAt - ((index * 7919) % 120_000)
  const ending = ENDINGS[Math.floor(index / QUEUES) % ENDINGS.length] ?? 'answered'
  const answeredAt = ending === 'answered' ? leftAt : null
  const nth = Math.floor(index / (QUEUES * ENDINGS.length)) % AGENTS_OF_QUEUE
  const agentNumber = ((index % QUEUES) * (AGENTS / QUEUES) + nth) % AGENTS
  const agent = `PJSIP/${100 + agentNumber}`
  const uniqueid = `${Math.floor(enteredAt / 1000)}.${index}`
  const outcome = answeredAt === null ? null : isInVain(index, leftAt) ? 'noAnswer' : 'answered'
  const rings = [{ interface: agent, at: enteredAt, rangMs: 4_000, outcome }] as const
  return {
    ...{
      id: `${PBX}|${uniqueid}|${enteredAt}`,
      pbx: PBX,
      queue: `queue-${index % QUEUES}`,
      uniqueid,
      enteredAt,
      leftAt,
      ending,
    },
    ...{ number: `+49 30 ${1_000_000 + (index % 90_000)}`, name: null, position: 1, priority: 0, rings },
    ...{ agent: answeredAt && agent, agentName: answeredAt && `Agent ${agentNumber}`, agentChannel: null },
    ...{
      answeredAt,
      talkEndedAt: answeredAt && answeredAt + 180_000,
      heldMs: 0,
      wrapUpMs: answeredAt && 20_000,
      endedBy: 'caller',
      transferredTo: null,
    },
    ...{ isPartlyUnseen: false, previous: null },
  } as Visit
}

/** Some hundreds a day, as a busy floor has them. */
const IN_VAIN_OF = 4
const IN_VAIN_HOUR = 10

/** Is its ring stored as one in vain? */
function isInVain(index: number, leftAt: number): boolean {
  return index % IN_VAIN_OF === 0 && new Date(leftAt).getUTCHours() === IN_VAIN_HOUR
}

const RULES: KpiRules = { thresholdMs: 20_000, shortMs: 5_000, formula: 'SL4', lost: DEFAULT_LOST }
const ZONE = 'Europe/Berlin'

/** What a report is made of besides what is wanted. */
export function reportDeps(database: Database) {
  const calendar = { timeZone: ZONE, dayStart: (now: number) => dayStart(now, ZONE, 0) }
  return { database, tables: emptySourceTables(), rulesOf: () => RULES, calendar }
}
