import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { historyApi } from '@/server/api/history/testing/history-api'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { DAY_MS, LAST_DAY, storeDaysBefore, storeLastDay } from './history/stored-visits'
import { HoldUps } from './wire/hold-ups'

const A_DAY = 54_500
/** Days that make 1, 5 and 20 million visits: the last is a year and two days. */
const DAYS = [18, 92, 367]
const ROUNDS = 3
const TARGET_MS = 200
/** A report of many days, once their sums are kept. */
const LONG_MS = 1_000
const HOLD_UP_MS = 100

/**
 * P16: what a year of a large centre costs whoever asks, and whoever does not: reports, by the clock, at 1, 5 and 20 million visits,
 * when nothing is kept of the days asked for and once it is, and how long they hold the process up. Takes half an hour and 20 GB of disk: only where it is asked for. BENCH_YEAR names a
 * database that is kept, and taken up where an earlier run left it.
 */
const bench: Bench = {
  id: 'P16',
  isLong: true,
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-year-'))
    const database = await openDatabase(process.env.BENCH_YEAR ?? join(folder, 'callboard.db'))
    const rows: BenchRow[] = []
    try {
      let stored = await daysStored(database)
      if (stored === 0) await storeLastDay(database, A_DAY)
      stored = Math.max(1, stored)
      for (const days of DAYS) {
        if (days < stored) continue
        await storeDaysBefore(database, days - stored, stored)
        stored = days
        report(`${(A_DAY * days).toLocaleString('en')} visits of ${days} days are stored`)
        rows.push(...(await timesOf(database, days, report)))
      }
      return rows
    } finally {
      await database.close()
      rmSync(folder, { recursive: true })
    }
  },
}
export default bench

async function daysStored({ db }: Database): Promise<number> {
  const { first } = await db
    .selectFrom('visits')
    .select(({ fn }) => fn.min('left_at').as('first'))
    .executeTakeFirstOrThrow()
  return first === null ? 0 : Math.round((LAST_DAY - first) / DAY_MS) + 1
}

async function timesOf(database: Database, days: number, report: (line: string) => void): Promise<BenchRow[]> {
  const api = historyApi(database)
  const millions = `${Math.round((A_DAY * days) / 1e6)} million stored`
  const span = (back: number) => `from=${LAST_DAY - back * DAY_MS}&to=${LAST_DAY}`
  const asked: readonly [what: string, query: string, limitMs: number | null][] = [
    ['a day by queue', `reports?by=queue&${span(1)}`, TARGET_MS],
    ['a day by half-hour', `reports?by=halfHour&${span(1)}`, TARGET_MS],
    ['a month by agent', `reports?by=agent&${span(Math.min(28, days - 1))}`, LONG_MS],
    ['all days by day', `reports?by=day&${span(days - 1)}`, LONG_MS],
    ['why this service level, of all days', `explain?figure=serviceLevel&${span(days - 1)}`, LONG_MS],
    ['all days by hour of the week', `reports?by=weekdayHour&${span(days - 1)}`, null],
    ['a hundred of a day’s visits', `visits?limit=100&${span(1)}`, TARGET_MS],
  ]
  const rows: BenchRow[] = []
  for (const [what, query, limitMs] of asked) {
    const times: number[] = []
    // Whoever asks first finds nothing kept.
    await database.db.deleteFrom('kept_days').execute()
    const holdUps = new HoldUps()
    for (let round = 0; round <= ROUNDS; round++) {
      const began = performance.now()
      const answer = await api.request(`/api/v1/${query}`)
      if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${await answer.text()}`)
      await answer.text()
      times.push(performance.now() - began)
    }
    holdUps.stop()
    const [first = 0, ...later] = times
    const told = `${what}: at first ${first.toFixed(0)}, then ${later.map((time) => time.toFixed(0)).join(', ')} ms`
    report(`${told}; held up ${holdUps.longestMs.toFixed(0)} ms`)
    if (limitMs === TARGET_MS) rows.push(row(`${what}, ${millions}: at first`, first, limitMs))
    if (limitMs !== null) rows.push(row(`${what}, ${millions}`, median(later), limitMs))
    rows.push(row(`${what}, ${millions}: longest hold-up (CPU)`, holdUps.mostCpuMs, HOLD_UP_MS))
  }
  return rows
}

function row(what: string, ms: number, target: number): BenchRow {
  const ratio = ms / target
  return { id: 'P16', what, ours: `${ms.toFixed(0)} ms`, peer: '–', ratio, target: `≤ ${target} ms`, met: ratio <= 1 }
}
