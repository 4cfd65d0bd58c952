import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'
import { SumKeeper } from '@/server/history/kept/sum-keeper'
import { FixedClock } from '@/server/testing/fixed-clock'
import type { Bench, BenchRow } from './bench'
import { type Ask, asksOf, type Took, tookAtFirst, tookLater } from './history/asks'
import { filling } from './history/filling'
import { spanDaysStored, storeSpans } from './history/stored-spans'
import { DAY_MS, reportDeps } from './history/stored-visits'
import { ALL_DAYS, daysStored, FIRST_DAY, storeDays } from './history/stored-year'

const A_DAY = 54_500
const A_BUSY_DAY = 100_000
/** Days that make 1, 5 and 20 million visits: the last is a year and a day. Each time the last day is the busy one. */
const DAYS = [19, 92, ALL_DAYS]

/**
 * P16: what a year of a large centre costs whoever asks, and whoever does not: reports, by the clock, at 1, 5 and 20 million
 * visits (and 3, 15 and 60 million spans of what agents did), when nothing is kept of the days asked for and once it is, and
 * how long they hold the process up. Takes an hour and 25 GB of disk: only where it is asked for. BENCH_YEAR names a database
 * (a file, or a `postgres://` URL) that is kept, and taken up where an earlier run left it; BENCH_DAYS ends it earlier (19: a
 * million, 92: five); BENCH_ASKS names what alone is asked, by a part of its words;
 * BENCH_KEPT=1 throws away nothing that is kept, and asks once all is.
 */
const bench: Bench = {
  id: 'P16',
  isLong: true,
  async run(report) {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-year-'))
    const where = process.env.BENCH_YEAR ?? join(folder, 'callboard.db')
    const mostDays = Number(process.env.BENCH_DAYS ?? ALL_DAYS)
    const database = await openDatabase(where)
    const rows: BenchRow[] = []
    try {
      for (const days of DAYS) {
        const stored = await daysStored(database)
        if (stored > days || days > mostDays) continue
        await filling(where, async (filled) => {
          await storeDays(filled, { from: stored, to: days - 1, perDay: A_DAY }, report)
          await storeDays(filled, { from: Math.max(stored, days - 1), to: days, perDay: A_BUSY_DAY }, report)
          await storeSpans(filled, { from: await spanDaysStored(filled), to: days }, report)
        })
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

/** At first, while nothing is kept; then all days are summed as the server does it in quiet, and all is asked again. */
async function measured(database: Database, days: number, report: (line: string) => void): Promise<BenchRow[]> {
  const visits = (days - 1) * A_DAY + A_BUSY_DAY
  report(`${visits.toLocaleString('en')} visits of ${days} days are stored`)
  const only = process.env.BENCH_ASKS ?? ''
  const today = FIRST_DAY + (days - 1) * DAY_MS
  const asks = asksOf(today, days).filter(({ what }) => what.includes(only))
  const rows: BenchRow[] = []
  const add = (ask: Ask, when: string, target: number | null, took: Took) => {
    const what = `${ask.what}, ${Math.round(visits / 1e6)} million stored, ${when}`
    report(`${what}: ${took.ms.toFixed(0)} ms, ${took.cpuMs.toFixed(0)} ms of processor time`)
    if (target !== null) rows.push(row(what, took.ms, target))
    rows.push(row(`${what}: longest hold-up (CPU)`, took.heldUpMs, HOLD_UP_MS))
  }
  const first = process.env.BENCH_KEPT === '1' ? [] : asks
  for (const ask of first) add(ask, 'nothing kept', ask.firstMs, await tookAtFirst(database, ask))
  const began = performance.now()
  const summed = await keepAll(database, today + DAY_MS + SETTLED_MS)
  report(`${summed} days are summed, each queue and kind for itself: ${(performance.now() - began).toFixed(0)} ms`)
  for (const ask of asks) add(ask, 'all kept', ask.laterMs, await tookLater(database, ask))
  return rows
}

async function keepAll(database: Database, now: number): Promise<number> {
  const { rulesOf, tables } = reportDeps(database)
  const keeper = new SumKeeper({
    ...{ database, rulesOf, tables, clock: new FixedClock(now), log: { warn: console.warn } },
    calendar: { timeZone: 'UTC', dayStart: (at) => at - (at % DAY_MS) },
  })
  let days = 0
  await keeper.keep(async () => {
    days += 1
  })
  await keeper.close()
  return days
}

const HOLD_UP_MS = 100
/** So long after a day what agents did on it is summed, too. */
const SETTLED_MS = 3 * 3_600_000

function row(what: string, ms: number, target: number): BenchRow {
  const ratio = ms / target
  return { id: 'P16', what, ours: `${ms.toFixed(0)} ms`, peer: '–', ratio, target: `≤ ${target} ms`, met: ratio <= 1 }
}
