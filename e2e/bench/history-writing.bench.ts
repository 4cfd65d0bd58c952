import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@/server/db/open'
import type { Database } from '@/server/db/types'
import { AgentFigureKeeper } from '@/server/history/agents/agent-figure-keeper'
import { AgentRecorder } from '@/server/history/agents/agent-recorder'
import { FigureKeeper } from '@/server/history/figures/figure-keeper'
import { ReplayRecorder } from '@/server/history/replay/replay-recorder'
import { VisitRecorder } from '@/server/history/visits/visit-recorder'
import { VisitWriter } from '@/server/history/visits/visit-writer'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import type { PbxSession } from '@/server/store/pbx-session'
import { FixedClock } from '@/server/testing/fixed-clock'
import { inChunks } from './ami/recorded-events'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { LAST_DAY, PBX, reportDeps, storeLastDay } from './history/stored-visits'
import { type BusyPbx, busyEvents } from './store/busy-pbx'
import { openPipeline } from './store/pipeline'

const HOUSE: BusyPbx = { queues: 50, membersPerQueue: 10 }
const VISITS_PER_SECOND = 100
const SECONDS = 60
/** Of one call in `busyEvents`. */
const EVENTS_PER_VISIT = 35
const CHUNK = 1400
const TICK_MS = 100
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
    const perSecond = (costs: readonly Cost[]) => median(costs.map(({ cpuMs }) => cpuMs)) / SECONDS
    const share = (perSecond(kept) - perSecond(bare)) / 1000
    const longest = Math.max(...kept.map(({ longestMs }) => longestMs))
    report(`${perSecond(bare).toFixed(1)} ms of processor a second without history, ${perSecond(kept).toFixed(1)} with`)
    const restart = await inDatabase(restartMs)
    report(`figures of ${A_DAY.toLocaleString('en')} visits after a restart: ${restart.toFixed(0)} ms`)
    return [
      row(`${VISITS_PER_SECOND} visits/s kept: of one core`, share, LIMITS.share, percent),
      row(`${VISITS_PER_SECOND} visits/s kept: longest hold-up (CPU)`, longest, LIMITS.holdUpMs, inMs),
      row(`today's figures after a restart, ${A_DAY.toLocaleString('en')} visits`, restart, LIMITS.restartMs, inMs),
    ]
  },
}
export default bench

type Cost = { cpuMs: number; longestMs: number }

/** A minute of a busy house, by a clock that is moved on: processor time, garbage collection and SQLite included. */
async function costOf(database: Database | null): Promise<Cost> {
  const { bytes } = busyEvents(HOUSE, VISITS_PER_SECOND * SECONDS * EVENTS_PER_VISIT)
  const chunks = inChunks(bytes, CHUNK)
  let tick = (_ms: number) => {}
  let closed = async () => {}
  const pipeline = await openPipeline(HOUSE, async ({ session, store, clock }) => {
    tick = (ms) => clock.advance(ms)
    if (database === null) return
    closed = await remember(database, { session, store, clock })
  })
  const ticks = (SECONDS * 1000) / TICK_MS
  const perTick = Math.ceil(chunks.length / ticks)
  let longestMs = 0
  const began = process.cpuUsage()
  for (let at = 0; at < ticks; at++) {
    for (const chunk of chunks.slice(at * perTick, (at + 1) * perTick)) pipeline.push(chunk)
    pipeline.flush()
    const before = process.cpuUsage()
    tick(TICK_MS)
    await new Promise((resolve) => setImmediate(resolve))
    longestMs = Math.max(longestMs, msOf(process.cpuUsage(before)))
  }
  await closed()
  return { cpuMs: msOf(process.cpuUsage(began)), longestMs }
}

type Parts = { session: PbxSession; store: WritableLiveStore; clock: FixedClock }

/** Everything that keeps something of the picture: visits and figures, agents and theirs, and what walls showed. */
async function remember(database: Database, { session, store, clock }: Parts): Promise<() => Promise<void>> {
  const shared = { session, store, database, clock, log: SILENT }
  const writer = new VisitWriter(shared)
  const { rulesOf, calendar } = reportDeps(database)
  const { dayStart } = calendar
  const figures = new FigureKeeper({ ...shared, rulesOf, dayStart, written: () => writer.write() })
  const agentFigures = new AgentFigureKeeper({ ...shared, pbx: session.pbx, dayStart })
  const agents = new AgentRecorder({
    ...shared,
    watchedUntil: async () => null,
    told: (span) => agentFigures.take(span),
  })
  const visits = new VisitRecorder({
    ...{ ...shared, writer, askStatus: async () => null },
    told(visit) {
      figures.take(visit)
      agentFigures.takeVisit(visit)
    },
    turnedAway: (one) => figures.takeTurnedAway(one),
  })
  const replay = new ReplayRecorder(shared)
  await figures.start()
  await agents.start()
  await agentFigures.start()
  await visits.start()
  await replay.start()
  return async () => {
    figures.close()
    agentFigures.close()
    await Promise.all([visits.close(), agents.close(), replay.close()])
    await writer.close()
  }
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

async function inDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'callboard-writing-'))
  const database = await openDatabase(join(folder, 'callboard.db'))
  try {
    return await use(database)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
}

function msOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const inMs = (ms: number) => `${ms.toFixed(0)} ms`

function row(what: string, value: number, target: number, text: (value: number) => string): BenchRow {
  const ratio = value / target
  return { id: 'P15', what, ours: text(value), peer: '–', ratio, target: `≤ ${text(target)}`, met: ratio <= 1 }
}
