import type { Trend } from '@/lib/domain/trend'

export const SPARK_WIDTH = 240
export const SPARK_HEIGHT = 40
/** A chart of fewer minutes would be nothing but one step. */
const FEWEST_MINUTES = 10
/** And more than an hour is not asked for. */
const MOST_MINUTES = 60
/** Figures below it fill little of the chart, so that two callers do not look like a rush. */
const LEAST_TOP = 10
const BASE = 39
const ROOM = 34.2
const MINUTE_MS = 60_000

type SparkShape = {
  line: string
  area: string
  /** One rectangle per gap. */
  gaps: string
  /** How many minutes the chart covers. */
  minutes: number
}

/** A stretch of minutes that were not seen, in ms since 1970; `to` is exclusive. */
export type Gap = { from: number; to: number }

/**
 * Steps of one minute, newest right. Minutes before the first one known are left out, later unknown ones are gaps;
 * `missing` is how many have passed since the picture was last true.
 */
export function sparkShape(trend: Trend, missing = 0): SparkShape {
  const waiting = [...trimmed(trend), ...Array<null>(Math.min(missing, MOST_MINUTES)).fill(null)].slice(-MOST_MINUTES)
  const minutes = Math.max(FEWEST_MINUTES, waiting.length)
  const step = SPARK_WIDTH / minutes
  const offset = (minutes - waiting.length) * step
  const top = Math.max(LEAST_TOP, ...waiting.map((count) => count ?? 0))
  const shape: SparkShape = { line: '', area: '', gaps: '', minutes }
  for (const run of runsOf(waiting)) {
    const from = round(offset + run.start * step)
    const to = round(offset + (run.start + run.values.length) * step)
    if (run.gap) {
      shape.gaps += `M${from} 0H${to}V${SPARK_HEIGHT}H${from}Z`
      continue
    }
    const steps = run.values
      .map((count, i) => `V${round(BASE - ((count ?? 0) / top) * ROOM)}H${round(from + (i + 1) * step)}`)
      .join('')
    shape.line += `M${from} ${steps.slice(1)}`
    shape.area += `M${from} ${SPARK_HEIGHT}${steps}V${SPARK_HEIGHT}Z`
  }
  return shape
}

/** The gaps within the minutes known, oldest first. */
export function gapsOf(trend: Trend): Gap[] {
  const waiting = trimmed(trend)
  const first = trend.minute - (waiting.length - 1) * MINUTE_MS
  return runsOf(waiting)
    .filter((run) => run.gap)
    .map(({ start, values }) => ({
      from: first + start * MINUTE_MS,
      to: first + (start + values.length) * MINUTE_MS,
    }))
}

function trimmed({ waiting }: Trend): readonly (number | null)[] {
  const first = waiting.findIndex((count) => count !== null)
  return first === -1 ? [] : waiting.slice(first)
}

type Run = { start: number; gap: boolean; values: (number | null)[] }

function runsOf(waiting: readonly (number | null)[]): Run[] {
  const runs: Run[] = []
  waiting.forEach((count, i) => {
    const last = runs.at(-1)
    if (last && last.gap === (count === null)) last.values.push(count)
    else runs.push({ start: i, gap: count === null, values: [count] })
  })
  return runs
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
