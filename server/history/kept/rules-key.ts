import type { KpiRules } from '@/lib/domain/kpi'

/** To be raised by whoever changes what is counted, or how: sums kept before then count for nothing. */
const MEANING = 2

/**
 * All of the rules that kept sums depend on. Which endings are lost, and by which formula the service level is computed,
 * comes after them: a switch of those costs nothing.
 */
export function rulesKey({ thresholdMs, shortMs }: Pick<KpiRules, 'thresholdMs' | 'shortMs'>): string {
  return `${MEANING}/${thresholdMs}/${shortMs}`
}
