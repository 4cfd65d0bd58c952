import type { Transaction } from 'kysely'
import type { KpiRules } from '@/lib/domain/kpi'
import type { Tables } from '@/server/db/tables'
import type { Database } from '@/server/db/types'
import { addCounted, type Counted } from '../reports/counted'
import { PieceLength } from '../reports/pieces'
import type { Span } from '../reports/span'
import { type Apart, countedIn } from '../reports/sums'
import type { Cut } from './kept-cut'
import type { Kept } from './kept-days'
import { readKept } from './read-kept'
import type { Shelf } from './shelf'

/** Rows in one statement; SQLite takes 32,766 values. */
const ROWS_AT_ONCE = 200

type Wanted = {
  rules: Pick<KpiRules, 'thresholdMs' | 'shortMs'>
  /** What is told apart in what is kept. */
  apart: Apart
  /** What is told apart in what is asked for: the same, or less. */
  cut: Cut
  agent: string | null
}
type CountedWatch = { signal?: AbortSignal | undefined; told?: (at: number) => void }

/** Sums of one queue's days. */
export function countedShelf(
  database: Database,
  kept: Kept,
  { rules, apart, cut, agent }: Wanted,
  watch: CountedWatch = {},
): Shelf<Counted[]> {
  const length = new PieceLength()
  return {
    read: (run) => readKept(database, kept, { ...run, cut, agent }),
    async count(day) {
      const rows: Counted[] = []
      const counting = { ...day, queue: kept.queue, agent: null, rules, apart }
      for await (const piece of countedIn(database, counting, { ...watch, length })) rows.push(...piece)
      return united(day, rows, apart)
    },
    asked: (day, all) => asAsked(day, all, cut, agent),
    rowsOf: (all) => all.length,
    write: (tx, days) =>
      write(
        tx,
        days.flatMap(({ id, all }) => all.map((one) => rowOf(id, one))),
      ),
    ...(cut.weekOf && { continues: sameWeekIn(cut.weekOf) }),
  }
}

/** One for each step, agent and ending; a step that began before the day does so with it. */
function united(day: Span, rows: readonly Counted[], { stepMs }: Apart): Counted[] {
  const sums = new Map<string, Counted>()
  for (const row of rows) {
    const at = stepMs === null ? day.from : Math.max(day.from, row.at)
    const key = `${at}|${row.agent ?? ''}|${row.ending}`
    const known = sums.get(key)
    if (known) addCounted(known, row)
    else sums.set(key, { ...row, at })
  }
  return [...sums.values()]
}

/** What was counted for keeping, with nothing told apart that was not asked for. */
function asAsked(day: Span, rows: readonly Counted[], cut: Cut, agent: string | null): Counted[] {
  const isInTime = cut.stepMs !== null || cut.byDay === true
  return rows.flatMap((row) => {
    if (agent !== null && row.agent !== agent) return []
    const at = isInTime ? Math.max(day.from, row.at) : 0
    return cut.agents ? { ...row, at } : { ...row, at, agent: null, agentName: null }
  })
}

/** A week on, the same moment is the same hour of the week, as long as clocks are not moved. */
function sameWeekIn(weekOf: NonNullable<Cut['weekOf']>): NonNullable<Shelf<Counted[]>['continues']> {
  return (run, day) => [run.to - 1, day.from, day.to - 1].every((at) => weekOf(at) === weekOf(run.from))
}

async function write(tx: Transaction<Tables>, rows: readonly Tables['kept_sums'][]): Promise<void> {
  for (let begin = 0; begin < rows.length; begin += ROWS_AT_ONCE) {
    await tx
      .insertInto('kept_sums')
      .values(rows.slice(begin, begin + ROWS_AT_ONCE))
      .execute()
  }
}

function rowOf(id: number, row: Counted): Tables['kept_sums'] {
  return {
    ...{ day_id: id, at: row.at, agent: row.agent ?? '', ending: row.ending, agent_name: row.agentName },
    ...{ visits: row.visits, in_time: row.inTime, short: row.short, short_in_time: row.shortInTime },
    ...{ wait_ms: row.waitMs, longest_wait_ms: row.longestWaitMs, talks: row.talks, talk_ms: row.talkMs },
    ...{ held_ms: row.heldMs, wrap_ups: row.wrapUps, wrap_up_ms: row.wrapUpMs, transfers: row.transfers },
  }
}
