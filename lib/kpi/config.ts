import type { Ending } from '@/lib/domain/visit'

/** How the service level is computed; `kpis`: the product's own, "formula 4". */
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

export const DEFAULT_SHORT_MS = 5_000
export const DEFAULT_LOST: readonly Ending[] = ['hungUp', 'timedOut', 'noAgents', 'lost']
