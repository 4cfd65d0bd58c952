import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { REPORT_CUTS } from '@/lib/protocol/visits'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'
import { makeReport, type ReportWanted } from '@/server/history/reports/report'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { DAY_MS, LAST_DAY, reportDeps, storeDaysBefore, storeLastDay } from './history/stored-visits'

const TARGET_MS = 200
const A_DAY = 100_000
const DAYS = 10
const ROUNDS = 5

/** P14: a day's report over 100,000 visits of 50 queues, among as many visits and among ten times as many. */
const bench: Bench = {
  id: 'P14',
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-reports-'))
    const database = await openDatabase(join(folder, 'callboard.db'))
    try {
      await storeLastDay(database, A_DAY)
      const alone = await allCuts(database, A_DAY, report)
      await storeDaysBefore(database, DAYS - 1)
      report('a million visits are stored')
      const among = await allCuts(database, A_DAY * DAYS, report)
      const whole = await measure(database, 'day', DAYS, report)
      report(`a report of all ${(A_DAY * DAYS).toLocaleString('en')} visits: ${whole.toFixed(0)} ms`)
      return [...alone, ...among]
    } finally {
      await database.close()
      rmSync(folder, { recursive: true })
    }
  },
}
export default bench

async function allCuts(database: Database, stored: number, report: (line: string) => void): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const by of REPORT_CUTS) {
    const ms = await measure(database, by, 1, report)
    const what = `a day of 100,000 visits by ${by}, ${stored.toLocaleString('en')} stored`
    const [ratio, target] = [ms / TARGET_MS, `≤ ${TARGET_MS} ms`]
    rows.push({ id: 'P14', what, ours: `${ms.toFixed(0)} ms`, peer: '–', ratio, target, met: ratio <= 1 })
  }
  return rows
}

type Cut = ReportWanted['by']

/** Milliseconds of processor time, SQLite's included: what else runs on the machine does not count. Median of some rounds. */
async function measure(database: Database, by: Cut, days: number, report: (line: string) => void): Promise<number> {
  const to = LAST_DAY + DAY_MS
  const wanted = { from: to - days * DAY_MS, to, by, queues: null, agent: null, compare: false, now: to, gaps: [] }
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const began = process.cpuUsage()
    const { total } = await makeReport(reportDeps(database), wanted)
    const { user, system } = process.cpuUsage(began)
    if (total.answered !== days * A_DAY * 0.7) throw new Error('visits are missing from the report')
    // The first one warms up.
    if (round > 0) times.push((user + system) / 1000)
  }
  report(`${days} d by ${by}: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`)
  return median(times)
}
