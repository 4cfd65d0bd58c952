import type { Apart } from '../reports/sums'

/**
 * What a report asks for: also whether all of a day stands in one row, or all that is whole weeks apart as long as clocks
 * are not moved: how far they are from UTC is what `weekOf` tells, ms.
 */
export type Cut = Apart & { byDay?: boolean; weekOf?: (at: number) => number }

const HOUR_MS = 3_600_000
/** Steps into which days are cut somewhere in the world. */
export const STEPS = [HOUR_MS, HOUR_MS / 2, HOUR_MS / 4]

/** In what sums of days are kept: not told apart, by agent, or in steps of so many ms. */
export type KeptApart = { name: string; apart: Apart }

const DAY: KeptApart = { name: 'day', apart: { stepMs: null, agents: false } }
const AGENT: KeptApart = { name: 'agent', apart: { stepMs: null, agents: true } }

/** From which sums a report can be made; `null`: it is so fine that none are kept. */
export function keptFor({ stepMs, agents, byDay = false }: Cut, agent: string | null): KeptApart | null {
  if (stepMs === null || (byDay && !agents)) return agents || agent !== null ? AGENT : DAY
  if (agents || agent !== null || !STEPS.includes(stepMs)) return null
  return { name: String(stepMs), apart: { stepMs, agents: false } }
}
