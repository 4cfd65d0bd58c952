import type { Database } from '@/server/db/types'
import { inChunks } from './ami/recorded-events'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { openHouse, STEP_MS, VISITS_PER_SECOND } from './history/house'
import { inDatabase } from './history/in-database'
import { paired, rangeText } from './pairs'
import { type BusyPbx, busyEvents } from './store/busy-pbx'
import { openPipeline } from './store/pipeline'
import { cpuMs, threadCpuMs } from './wire/measure'

const EVENTS = 100_000
const CHUNK = 64 * 1024
const TARGET = 100_000
const ROUNDS = 5
/** What arrives within one flush interval (100 ms) at the rate of the target. */
const EVENTS_PER_FLUSH = TARGET / 10

const OFTEN: BusyPbx = { queues: 100, membersPerQueue: 10 }
const SIZES: readonly BusyPbx[] = [10, 100, 1000].map((queues) => ({ queues, membersPerQueue: 10 }))

/** Beside history: so many events go through so often in each run, some seconds of processor time. */
const BESIDE = { events: 3 * TARGET, laps: 3 }
const PAIRS = 9
/** Of the events that the thread can take, history may cost so much. */
const MOST_LOST = 0.03

/** P6: bytes of AMI in, text of diffs out: reading, naming, reducing, flushing and serialising on one core. */
const bench: Bench = {
  id: 'P6',
  async run(report) {
    const rows: BenchRow[] = []
    const rates: number[] = []
    for (const pbx of SIZES) {
      const rate = await rateOf(pbx, report)
      rates.push(rate)
      rows.push(row(`bytes in, diffs out: ${pbx.queues} queues × ${pbx.membersPerQueue} members`, rate, TARGET))
    }
    rows.push(growth(rates))
    const often = await rateOf(OFTEN, report, EVENTS_PER_FLUSH / 10)
    rows.push(row(`the same, flushed ten times as often: ${OFTEN.queues} queues`, often, TARGET))
    rows.push(await besideHistory(report))
    return rows
  },
}
export default bench

function row(what: string, rate: number, target: number): BenchRow {
  const ratio = rate / target
  const perSecond = (events: number) => `${Math.round(events).toLocaleString('en')} events/s`
  return { id: 'P6', what, ours: perSecond(rate), peer: '–', ratio, target: `≥ ${perSecond(target)}`, met: ratio >= 1 }
}

function growth(rates: readonly number[]): BenchRow {
  const [small = 0, large = 0] = [rates[0], rates.at(-1)]
  const ratio = small / large
  const what = 'a hundred times the queues: what one event costs'
  const cost = (rate: number) => `${(1e6 / rate).toFixed(1)} µs`
  return { id: 'P6', what, ours: cost(large), peer: cost(small), ratio, target: '≤ 2', met: ratio <= 2 }
}

/** Median events per second. Every round has a new pipeline, and the first warms up. */
async function rateOf(pbx: BusyPbx, report: (line: string) => void, perFlush = EVENTS_PER_FLUSH): Promise<number> {
  const { bytes, events } = busyEvents(pbx, EVENTS)
  const chunks = inChunks(bytes, CHUNK)
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const { seconds, diffBytes } = await feed(pbx, chunks, events, perFlush)
    if (round > 0) rates.push(events / seconds)
    else
      report(`${pbx.queues} queues: ${(bytes.length / 1e6).toFixed(0)} MB in, ${(diffBytes / 1e6).toFixed(1)} MB out`)
  }
  return median(rates)
}

/** Seconds of processor time, garbage collection included: what else runs on the machine does not count. */
async function feed(pbx: BusyPbx, chunks: readonly Buffer[], events: number, eventsPerFlush: number) {
  const pipeline = await openPipeline(pbx)
  const chunksPerFlush = Math.max(1, Math.round((chunks.length * eventsPerFlush) / events))
  const began = process.cpuUsage()
  chunks.forEach((chunk, index) => {
    pipeline.push(chunk)
    if (index % chunksPerFlush === chunksPerFlush - 1) pipeline.flush()
  })
  const diffBytes = pipeline.flush()
  const { user, system } = process.cpuUsage(began)
  if (pipeline.store.tables.members.size !== pbx.queues * pbx.membersPerQueue) throw new Error('members were lost')
  return { seconds: (user + system) / 1e6, diffBytes }
}

/**
 * The flow of P6, as fast as it goes, while the same process has a house with 100 visits/s beside it: with each tenth of a
 * second of this thread's processor time, a tenth of a second of that house. Once nothing of the house is kept, once all is
 * (visits, figures, agents' times, replay, in a file). Work of other threads is on cores of their own: told, not counted.
 */
async function besideHistory(report: (line: string) => void): Promise<BenchRow> {
  const { bytes, events } = busyEvents(OFTEN, BESIDE.events)
  const chunks = inChunks(bytes, CHUNK)
  const run = (database: Database | null) => feedBeside(chunks, events, database)
  const pairs: { bare: Fed; kept: Fed }[] = []
  for (let pair = 0; pair <= PAIRS; pair++) {
    // Either comes first as often as the other.
    const isBareFirst = pair % 2 === 0
    const early = isBareFirst ? await run(null) : await inDatabase(run)
    const late = isBareFirst ? await inDatabase(run) : await run(null)
    if (pair > 0) pairs.push(isBareFirst ? { bare: early, kept: late } : { bare: late, kept: early })
  }
  const perSecond = (which: 'bare' | 'kept') => {
    const rate = (1000 * events * BESIDE.laps) / median(pairs.map((pair) => pair[which].threadMs))
    return `${Math.round(rate).toLocaleString('en')} events/s`
  }
  const ratio = paired(pairs.map(({ bare, kept }) => bare.threadMs / kept.threadMs))
  report(`kept ÷ not, by all threads: ${rangeText(paired(pairs.map(({ bare, kept }) => bare.allMs / kept.allMs)))}`)
  return {
    id: 'P6',
    what: `the same while ${VISITS_PER_SECOND} visits/s are kept beside it ÷ while they are not: ${rangeText(ratio)}`,
    ours: perSecond('kept'),
    peer: perSecond('bare'),
    ratio: ratio.ratio,
    target: `≥ ${1 - MOST_LOST}`,
    met: ratio.ratio >= 1 - MOST_LOST,
  }
}

/** Processor time of this thread and of all, in ms. */
type Fed = { threadMs: number; allMs: number }

async function feedBeside(chunks: readonly Buffer[], events: number, database: Database | null): Promise<Fed> {
  const house = await openHouse((2 * events * BESIDE.laps) / TARGET, database)
  const chunksPerFlush = Math.max(1, Math.round((chunks.length * EVENTS_PER_FLUSH) / events))
  const fed: Fed = { threadMs: 0, allMs: 0 }
  let steps = 0
  const timed = async (job: () => Promise<void>) => {
    const before = threadCpuMs()
    fed.allMs += await cpuMs(job)
    fed.threadMs += threadCpuMs() - before
  }
  for (let lap = 0; lap < BESIDE.laps; lap++) {
    const pipeline = await openPipeline(OFTEN)
    for (let at = 0; at < chunks.length; at += chunksPerFlush) {
      await timed(async () => {
        for (const chunk of chunks.slice(at, at + chunksPerFlush)) pipeline.push(chunk)
        pipeline.flush()
        for (; (steps + 1) * STEP_MS <= fed.threadMs; steps++) house.step()
        await new Promise((resolve) => setImmediate(resolve))
      })
    }
  }
  await timed(() => house.close())
  return fed
}
