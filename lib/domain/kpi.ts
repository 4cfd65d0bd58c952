import type { PbxName, QueueId } from './ids'
import type { Ending } from './visit'

/** How the service level is computed. */
export const LEVEL_FORMULAS = ['SL1', 'SL2', 'SL3', 'SL4', 'SL5'] as const
export type LevelFormula = (typeof LEVEL_FORMULAS)[number]

/** What figures are computed by, per queue. */
export type KpiRules = {
  /** T: answered within so many ms is in time. */
  thresholdMs: number
  /** Who hung up sooner is a short loss: counted, and out of the service level. */
  shortMs: number
  formula: LevelFormula
  /** Endings that count as lost. */
  lost: readonly Ending[]
}

/** Sums over visits from which every figure follows; sums of several add up. */
export type Tally = {
  answered: number
  answeredInTime: number
  /** Lost, the short ones left out. */
  lost: number
  lostInTime: number
  /** Who hung up, the short ones left out; whether the queue calls that lost or not. */
  hungUp: number
  short: number
  other: number
  unknown: number
  /** Waits, ms, and of how many visits. */
  waitMs: number
  waits: number
  answeredWaitMs: number
  longestWaitMs: number
  /** Talks that ended: with how much talk and hold, ms. */
  talks: number
  talkMs: number
  heldMs: number
  /** Of the talks, those whose wrap-up is known, and how much that is, ms. */
  wrapUps: number
  wrapUpMs: number
  transfers: number
}

/** Spans of time for which figures are kept live: today, and the last so many minutes. */
export const KPI_WINDOWS = ['today', 'last15', 'last30', 'last60'] as const
export type KpiWindow = (typeof KPI_WINDOWS)[number]

/** The last minutes begin with a step of so many ms: what a figure counts, and what it opens to, is the same. */
export const WINDOW_STEP_MS = 10_000

/** The figures of one queue, as sums from which `lib/kpi` computes each. */
export type QueueKpi = {
  id: QueueId
  pbx: PbxName
  /** When today began, ms since 1970: by the board's time zone and the hour at which its day starts. */
  since: number
  rules: KpiRules
  windows: { readonly [W in KpiWindow]: Tally }
  /** Whom the queue did not let in; no visits, so in no tally. */
  turnedAway: { readonly [W in KpiWindow]: number }
  /** How much of each window nobody saw, ms. */
  unseenMs: { readonly [W in KpiWindow]: number }
}
