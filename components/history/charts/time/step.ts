/** How the chart over time is cut. */
export const TIME_STEPS = ['halfHour', 'hour', 'day'] as const
export type TimeStep = (typeof TIME_STEPS)[number]

const HOUR = 3_600_000
/** The server makes no report of more rows. */
const MOST_ROWS = 40_000
const MS_OF_STEP: Readonly<Record<TimeStep, number>> = { halfHour: HOUR / 2, hour: HOUR, day: 24 * HOUR }
/** Up to so long by the half-hour, a day and its clock change; up to so long by the hour. */
const HALF_HOURS_UP_TO = 36 * HOUR
const HOURS_UP_TO = 8 * 24 * HOUR

/** The step that a span is best seen in. */
export function bestStep(lengthMs: number): TimeStep {
  if (lengthMs <= HALF_HOURS_UP_TO) return 'halfHour'
  return lengthMs <= HOURS_UP_TO ? 'hour' : 'day'
}

export function isTooFine(step: TimeStep, lengthMs: number): boolean {
  return lengthMs / MS_OF_STEP[step] > MOST_ROWS
}
