import type { Bench, BenchRow } from './bench'
import { latencyBesideHistory } from './wire/beside-history'
import { Browsers } from './wire/browsers'
import { changesFor } from './wire/changes'
import { cpuMs, pause, percentile, steadyNow } from './wire/measure'
import { portOf, startOurs } from './wire/ours'

const SIZE = { queues: 40, members: 25, calls: 200 }
const COUNTS = [10, 100, 1000]
const EVENTS_PER_SECOND = 1000
const SECONDS = 8

/** P8: from a changed record to the last byte in every browser, the flush interval included; P7: what it costs. */
const bench: Bench = {
  id: 'P8',
  async run(report) {
    const rows: BenchRow[] = []
    for (const count of COUNTS) {
      const { ages, cores } = await measure(count)
      const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(ages, percent)) as [number, number, number]
      report(
        `${count} browsers: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${(cores * 100).toFixed(1)} % of a core`,
      )
      if (count === 1000) rows.push(row('p95', p95, 150), row('p99', p99, 250), share(cores))
    }
    rows.push(...(await latencyBesideHistory(SIZE, EVENTS_PER_SECOND, report)))
    return rows
  },
}
export default bench

async function measure(count: number): Promise<{ ages: number[]; cores: number }> {
  const board = await startOurs(SIZE)
  const browsers = new Browsers()
  try {
    await browsers.open('subscribing', portOf(board), count, true)
    await pause(500)
    await browsers.count()
    const began = steadyNow()
    const cpu = await cpuMs(() => changesFor(SECONDS, board, SIZE, EVENTS_PER_SECOND))
    const took = steadyNow() - began
    await pause(500)
    return { ages: (await browsers.count()).ages.filter((age) => !Number.isNaN(age)), cores: cpu / took }
  } finally {
    browsers.quit()
    await board.close()
  }
}

function row(what: string, ms: number, target: number): BenchRow {
  return {
    id: 'P8',
    what: `record changed → each of 1,000 browsers, ${EVENTS_PER_SECOND} changes/s, ${what}`,
    ours: `${ms.toFixed(0)} ms`,
    peer: `${target} ms`,
    ratio: ms / target,
    target: `≤ ${target} ms`,
    met: ms <= target,
  }
}

function share(cores: number): BenchRow {
  return {
    id: 'P7',
    what: `share of a core for 1,000 browsers at ${EVENTS_PER_SECOND} changes/s`,
    ours: `${(cores * 100).toFixed(1)} %`,
    peer: '15 %',
    ratio: cores / 0.15,
    target: '≤ 15 %',
    met: cores <= 0.15,
  }
}
