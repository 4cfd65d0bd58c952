import { sql } from 'kysely'
import type { Database } from '@/server/db/types'
import { rowOf } from '@/server/history/visits/visit-rows'
import { DAY_MS, LAST_DAY, PBX, visitAt } from './stored-visits'

/** A year, and the day that goes on. */
export const ALL_DAYS = 366
export const FIRST_DAY = LAST_DAY - (ALL_DAYS - 1) * DAY_MS
const ROWS_AT_ONCE = 500
/** Of callers, one in so many finds the queue full. */
const TURNED_AWAY_OF = 101
const COLUMNS = Object.keys(rowOf(visitAt(0, 1)))
const MOMENTS: readonly string[] = ['entered_at', 'left_at', 'answered_at', 'talk_ended_at']

/** How many days are stored, from `FIRST_DAY` on. */
export async function daysStored({ db }: Database): Promise<number> {
  const { last } = await db
    .selectFrom('visits')
    .select(({ fn }) => fn.max('left_at').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Math.floor((last - FIRST_DAY) / DAY_MS) + 1
}

/** Callers come at random: with this index there, each day would touch all of it. */
const AT_RANDOM = 'visits_number'

/**
 * Stores one day after the other, as they come in life: so the file grows at its ends. The same day each time, written by the
 * database itself out of a table of its own.
 */
export async function storeDays(
  database: Database,
  { from, to, perDay }: { from: number; to: number; perDay: number },
  report: (line: string) => void,
): Promise<void> {
  const { db } = database
  if (from < to) {
    await sql`drop index if exists ${sql.ref(AT_RANDOM)}`.execute(db)
    await makeDay(database, perDay)
  }
  for (let day = from; day < to; day++) {
    await storeDay(database, FIRST_DAY + day * DAY_MS - LAST_DAY)
    if ((day + 1) % 30 === 0) report(`${day + 1} days are stored`)
  }
  await sql`drop table if exists one_day`.execute(db)
  await db.schema.createIndex(AT_RANDOM).ifNotExists().on('visits').columns(['number_key', 'left_at']).execute()
}

/** `nth`: which of the day's; `tail`: its Uniqueid without the moment. */
async function makeDay({ db }: Database, perDay: number): Promise<void> {
  await sql`drop table if exists one_day`.execute(db)
  await sql`create table one_day as select visits.*, 0 as nth, '' as tail from visits limit 0`.execute(db)
  const names = [...COLUMNS, 'nth', 'tail'].map((column) => sql.ref(column))
  for (let begin = 0; begin < perDay; begin += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, perDay - begin) }, (_, index) => {
      const nth = begin + index
      const row = rowOf(visitAt(nth, perDay))
      return sql`(${sql.join([...Object.values(row), nth + 1, row.uniqueid.slice(row.uniqueid.indexOf('.'))])})`
    })
    await sql`insert into one_day (${sql.join(names)}) values ${sql.join(rows)}`.execute(db)
  }
}

async function storeDay({ db }: Database, shiftMs: number): Promise<void> {
  const moved = (column: string) => sql`(${sql.ref(column)} + ${sql.lit(shiftMs)})`
  const uniqueid = sql`((${moved('entered_at')} / 1000) || tail)`
  const id = sql`${sql.lit(`${PBX}|`)} || ${uniqueid} || '|' || ${moved('entered_at')}`
  const values = COLUMNS.map((column) => {
    if (column === 'id') return id
    if (column === 'uniqueid') return uniqueid
    return MOMENTS.includes(column) ? moved(column) : sql.ref(column)
  })
  const names = sql.join(COLUMNS.map((column) => sql.ref(column)))
  await sql`insert into visits (${names}) select ${sql.join(values)} from one_day order by nth`.execute(db)
  await sql`insert into turned_away (id, pbx, queue, uniqueid, number, number_key, name, at, why)
    select ${id}, pbx, queue, ${uniqueid}, number, number_key, name, ${moved('left_at')}, 'FULL'
    from one_day where nth % ${sql.lit(TURNED_AWAY_OF)} = 0 order by nth`.execute(db)
}
