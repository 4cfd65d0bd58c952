import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'
import type { Bench, BenchRow } from './bench'
import { asksOf, type Took, timesOf } from './history/asks'
import { DAY_MS } from './history/stored-visits'
import { daysStored, FIRST_DAY, storeDays } from './history/stored-year'

const A_DAY = 54_500
const A_BUSY_DAY = 100_000
/** Days that make 1, 5 and 20 million visits: the last is a year and a day. Each time the last day is the busy one. */
const DAYS = [19, 92, 366]

/**
 * P16: what a year of a large centre costs whoever asks, and whoever does not: reports, by the clock, at 1, 5 and 20 million
 * visits, when nothing is kept of the days asked for and once it is, and how long they hold the process up. Takes half an
 * hour and 15 GB of disk: only where it is asked for. BENCH_YEAR names a database that is kept, and taken up where an
 * earlier run left it; BENCH_ASKS names what alone is asked, by a part of its words.
 */
const bench: Bench = {
  id: 'P16',
  isLong: true,
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-year-'))
    const database = await openDatabase(process.env.BENCH_YEAR ?? join(folder, 'callboard.db'))
    const rows: BenchRow[] = []
    try {
      for (const days of DAYS) {
        const stored = await daysStored(database)
        if (stored > days) continue
        await storeDays(database, { from: stored, to: days - 1, perDay: A_DAY }, report)
        await storeDays(database, { from: Math.max(stored, days - 1), to: days, perDay: A_BUSY_DAY }, report)
        rows.push(...(await measured(database, days, report)))
      }
      return rows
    } finally {
      await database.close()
      rmSync(folder, { recursive: true })
    }
  },
}
export default bench

async function measured(database: Database, days: number, report: (line: string) => void): Promise<BenchRow[]> {
  const visits = (days - 1) * A_DAY + A_BUSY_DAY
  report(`${visits.toLocaleString('en')} visits of ${days} days are stored`)
  const only = process.env.BENCH_ASKS ?? ''
  const rows: BenchRow[] = []
  for (const ask of asksOf(FIRST_DAY + (days - 1) * DAY_MS, days)) {
    if (!ask.what.includes(only)) continue
    const { first, later, heldUp } = await timesOf(database, ask)
    report(`${ask.what}: at first ${told(first)}, then ${told(later)}; held up ${heldUp.toFixed(0)} ms`)
    const millions = `${Math.round(visits / 1e6)} million stored`
    if (ask.firstMs !== null) rows.push(row(`${ask.what}, ${millions}: at first`, first, ask.firstMs))
    if (ask.laterMs !== null) rows.push(row(`${ask.what}, ${millions}`, later, ask.laterMs))
    rows.push(row(`${ask.what}, ${millions}: longest hold-up (CPU)`, { ms: heldUp, cpuMs: heldUp }, HOLD_UP_MS))
  }
  return rows
}

const HOLD_UP_MS = 100

function told({ ms, cpuMs }: Took): string {
  return `${ms.toFixed(0)} ms (${cpuMs.toFixed(0)} ms of processor time)`
}

function row(what: string, { ms }: Took, target: number): BenchRow {
  const ratio = ms / target
  return { id: 'P16', what, ours: `${ms.toFixed(0)} ms`, peer: '–', ratio, target: `≤ ${target} ms`, met: ratio <= 1 }
}
