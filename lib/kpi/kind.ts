import type { KpiRules } from '@/lib/domain/kpi'
import type { Visit } from '@/lib/domain/visit'

/** `short`: hung up so soon that nobody could have answered. */
export type VisitKind = 'answered' | 'lost' | 'short' | 'other' | 'unknown'

/** What a visit counts as, once it ended waiting; `null`: it waits, and counts nowhere yet. */
export function kindOf(
  { ending, enteredAt, leftAt }: Pick<Visit, 'ending' | 'enteredAt' | 'leftAt'>,
  rules: Pick<KpiRules, 'shortMs' | 'lost'>,
): VisitKind | null {
  if (ending === null || leftAt === null) return null
  if (ending === 'answered' || ending === 'unknown') return ending
  if (ending === 'hungUp' && leftAt - enteredAt < rules.shortMs) return 'short'
  return rules.lost.includes(ending) ? 'lost' : 'other'
}

/** How long somebody waited, ms: to the agent's answer, or to the end of waiting. */
export function waitOf({ enteredAt, leftAt, answeredAt }: Visit): number | null {
  const until = answeredAt ?? leftAt
  return until === null ? null : Math.max(0, until - enteredAt)
}
