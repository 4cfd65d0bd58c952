import type { BenchRow } from '../bench'
import { type House, openHouse, STEP_MS, VISITS_PER_SECOND } from '../history/house'
import { inDatabase } from '../history/in-database'
import { paired, rangeText } from '../pairs'
import { Browsers } from './browsers'
import { changesFor } from './changes'
import { median, pause, percentile, steadyNow } from './measure'
import { portOf, type Size, startOurs } from './ours'

const BROWSERS = 1000
const SECONDS = 6
const PAIRS = 12
/** So much later may a change come, in parts of the delay: a few ms, which nobody sees. */
const MOST_LATER = 0.03

type Delays = Record<'p50' | 'p95' | 'p99', number>

/**
 * P8 while the same process has a house with 100 visits/s beside it, in real time: in turns nothing of that house is kept,
 * and all of it (visits, figures, agents' times, replay, in a file). The browsers see the same changes in both.
 */
export async function latencyBesideHistory(size: Size, perSecond: number, report: (line: string) => void) {
  return inDatabase(async (database) => {
    const board = await startOurs(size)
    const browsers = new Browsers()
    const bare = await openHouse(SECONDS * (PAIRS + 1), null)
    const kept = await openHouse(SECONDS * (PAIRS + 1), database)
    const measure = async (house: House): Promise<Delays> => {
      await pause(200)
      await browsers.count()
      const stop = steps(house)
      await changesFor(SECONDS, board, size, perSecond)
      stop()
      await pause(500)
      const ages = (await browsers.count()).ages.filter((age) => !Number.isNaN(age))
      const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(ages, percent)) as [number, number, number]
      return { p50, p95, p99 }
    }
    try {
      await browsers.open('subscribing', portOf(board), BROWSERS, true)
      const pairs: { bare: Delays; kept: Delays }[] = []
      for (let pair = 0; pair <= PAIRS; pair++) {
        // Either comes first as often as the other.
        const early = await measure(pair % 2 === 0 ? bare : kept)
        const late = await measure(pair % 2 === 0 ? kept : bare)
        if (pair > 0) pairs.push(pair % 2 === 0 ? { bare: early, kept: late } : { bare: late, kept: early })
      }
      report(
        `beside ${VISITS_PER_SECOND} visits/s: ${textOf(pairs.map((pair) => pair.bare))}; kept: ${textOf(pairs.map((pair) => pair.kept))}`,
      )
      return (['p50', 'p95', 'p99'] as const).map((which) => row(which, pairs))
    } finally {
      browsers.quit()
      await bare.close()
      await kept.close()
      await board.close()
    }
  })
}

/** Steps of a house as time passes; one that is late is made up for. */
function steps(house: House): () => void {
  const began = steadyNow()
  let done = 0
  const timer = setInterval(() => {
    for (; (done + 1) * STEP_MS <= steadyNow() - began; done++) house.step()
  }, STEP_MS / 4)
  return () => clearInterval(timer)
}

function textOf(delays: readonly Delays[]): string {
  return (['p50', 'p95', 'p99'] as const)
    .map((which) => `${which} ${median(delays.map((delay) => delay[which])).toFixed(1)} ms`)
    .join(', ')
}

/** Met: no later than the bound, or nothing that these pairs can tell from no difference. */
function row(which: keyof Delays, pairs: readonly { bare: Delays; kept: Delays }[]): BenchRow {
  const range = paired(pairs.map(({ bare, kept }) => kept[which] / bare[which]))
  const middle = (how: 'bare' | 'kept') => `${median(pairs.map((pair) => pair[how][which])).toFixed(1)} ms`
  return {
    id: 'P8',
    what: `${which} while ${VISITS_PER_SECOND} visits/s are kept ÷ while they are not: ${rangeText(range)}`,
    ours: middle('kept'),
    peer: middle('bare'),
    ratio: range.ratio,
    target: `≤ ${1 + MOST_LATER}, or 1 within`,
    met: range.ratio <= 1 + MOST_LATER || range.low <= 1,
  }
}
