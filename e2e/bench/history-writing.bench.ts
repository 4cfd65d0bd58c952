import type { Database } from '@/server/db/types'
import { FigureKeeper } from '@/server/history/figures/figure-keeper'
import { createLiveStore } from '@/server/store/live-store'
import { FixedClock } from '@/server/testing/fixed-clock'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { openHouse, STEP_MS, VISITS_PER_SECOND } from './history/house'
import { inDatabase } from './history/in-database'
import { LAST_DAY, PBX, reportDeps, storeLastDay } from './history/stored-visits'
import { HoldUps } from './wire/hold-ups'
import { cpuMs, pause, steadyNow, threadCpuMs } from './wire/measure'

const SECONDS = 60
/** So much faster than it happens; the database must be able to keep step, or it would be spared the words in between. */
const SPEED = 4
const ROUNDS = 3
const A_DAY = 100_000
const HOUR_MS = 3_600_000
const LIMITS = { share: 0.05, holdUpMs: 20, restartMs: 1_000 }
const SILENT = { info: () => {}, warn: () => {} }

/** P15: what it costs to keep 100 visits a second, agents' times and the replay included, beside what the same events cost without; and today's figures after a restart. */
const bench: Bench = {
  id: 'P15',
  async run(report) {
    const kept: Cost[] = []
    const bare: Cost[] = []
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await costOf(null))
      kept.push(await inDatabase(costOf))
    }
    const costs = { without: bare, with: kept }
    for (const [how, some] of Object.entries(costs)) {
      const [all, own] = [perSecond(some, 'cpuMs'), perSecond(some, 'threadMs')]
      const [cpu, wall] = [longest(some, 'holdUpCpuMs'), longest(some, 'holdUpMs')]
      report(
        `${how} history: ${all.toFixed(1)} ms of processor a second, ${own.toFixed(1)} of them in the events' thread; held up ${cpu.toFixed(0)} ms by computing, ${wall.toFixed(0)} ms by the clock`,
      )
    }
    const restart = await inDatabase(restartMs)
    report(`figures of ${A_DAY.toLocaleString('en')} visits after a restart: ${restart.toFixed(0)} ms`)
    const share = (what: 'cpuMs' | 'threadMs') => (perSecond(kept, what) - perSecond(bare, what)) / 1000
    const visits = `${VISITS_PER_SECOND} visits/s kept`
    return [
      row(`${visits}: of one core`, share('cpuMs'), LIMITS.share, percent),
      row(`${visits}: of the core that events flow through`, share('threadMs'), LIMITS.share, percent),
      row(`${visits}: longest hold-up (CPU)`, longest(kept, 'holdUpCpuMs'), LIMITS.holdUpMs, inMs),
      row(`today's figures after a restart, ${A_DAY.toLocaleString('en')} visits`, restart, LIMITS.restartMs, inMs),
    ]
  },
}
export default bench

/** In ms: processor time of all threads and of that of the events; the longest hold-up of the latter, by its processor time and by the clock. */
type Cost = { cpuMs: number; threadMs: number; holdUpCpuMs: number; holdUpMs: number }

const perSecond = (costs: readonly Cost[], what: keyof Cost) => median(costs.map((cost) => cost[what])) / SECONDS
const longest = (costs: readonly Cost[], what: keyof Cost) => Math.max(...costs.map((cost) => cost[what]))

/** A minute of a busy house: garbage collection and SQLite included. */
async function costOf(database: Database | null): Promise<Cost> {
  const house = await openHouse(SECONDS, database)
  const holdUps = new HoldUps()
  const before = threadCpuMs()
  const began = steadyNow()
  const all = await cpuMs(async () => {
    for (let step = 1; step <= (SECONDS * 1000) / STEP_MS; step++) {
      house.step()
      await pause(Math.max(0, began + (step * STEP_MS) / SPEED - steadyNow()))
    }
    await house.close()
  })
  holdUps.stop()
  const { mostCpuMs, longestMs } = holdUps
  return { cpuMs: all, threadMs: threadCpuMs() - before, holdUpCpuMs: mostCpuMs, holdUpMs: longestMs }
}

async function restartMs(database: Database): Promise<number> {
  await storeLastDay(database, A_DAY)
  const { rulesOf, calendar } = reportDeps(database)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const clock = new FixedClock(LAST_DAY + 23 * HOUR_MS)
    const reckoning = { rulesOf, dayStart: calendar.dayStart, written: async () => {} }
    const parts = { session: { pbx: PBX }, store: createLiveStore({ clock }), database, clock, log: SILENT }
    const began = performance.now()
    const figures = new FigureKeeper({ ...parts, ...reckoning })
    await figures.start()
    times.push(performance.now() - began)
    figures.close()
  }
  return median(times)
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const inMs = (ms: number) => `${ms.toFixed(0)} ms`

function row(what: string, value: number, target: number, text: (value: number) => string): BenchRow {
  const ratio = value / target
  return { id: 'P15', what, ours: text(value), peer: '–', ratio, target: `≤ ${text(target)}`, met: ratio <= 1 }
}
