import { inChunks } from './ami/recorded-events'
import { median } from './ami/side-by-side'
import type { Bench, BenchRow } from './bench'
import { type BusyPbx, busyEvents } from './store/busy-pbx'
import { openPipeline } from './store/pipeline'

const EVENTS = 100_000
const CHUNK = 64 * 1024
const TARGET = 100_000
const ROUNDS = 5
/** What arrives within one flush interval (100 ms) at the rate of the target. */
const EVENTS_PER_FLUSH = TARGET / 10

const OFTEN: BusyPbx = { queues: 100, membersPerQueue: 10 }
const SIZES: readonly BusyPbx[] = [10, 100, 1000].map((queues) => ({ queues, membersPerQueue: 10 }))

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
