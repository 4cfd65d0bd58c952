import type { Project } from '@/lib/diff/diff'
import type { Family } from '@/lib/domain/live-state'

/**
 * What a replay is made of: what a wall's queues are drawn from. The calls of the house and its phones are not on it; they
 * change most often of all, and every number that somebody dials is among them.
 */
export const RECORDED_FAMILIES = ['queues', 'members', 'callers', 'trends', 'kpis'] as const satisfies readonly Family[]

const RECORDED: ReadonlySet<Family> = new Set(RECORDED_FAMILIES)

/** Everything of these families, unmasked: rights are asked when somebody looks. */
export const recorded: Project = (family, record) => (RECORDED.has(family) ? record : undefined)
