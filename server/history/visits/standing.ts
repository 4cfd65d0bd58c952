import { isLocal } from '@/lib/domain/endpoint'
import type { Visit } from '@/lib/domain/visit'
import type { Entry, OpenVisit } from './open-visit'

/** Moments of joining as lists tell them are true to a second, and lists take their time. */
const SAME_ENTRY_MS = 5_000

/** Who stands in the lists just read. */
export type Standing = {
  /** Is there such a channel? */
  exists(uniqueid: string): boolean
  /** All who wait. */
  callers: readonly Entry[]
}

/** Whoever stands in the same queue since another moment left it, and came back. */
export function isSameStay({ queue, enteredAt, leftAt }: Visit, entry: Entry): boolean {
  return leftAt === null && entry.queue === queue && Math.abs(entry.at - enteredAt) <= SAME_ENTRY_MS
}

/** The halves of a Local channel may leave a talk that goes on. */
export function talksOn(
  { record: { agent, agentChannel, uniqueid }, isAgentLocal }: OpenVisit,
  now: Standing,
): boolean {
  const isOptimised = isAgentLocal || isLocal(agent ?? '')
  return now.exists(isOptimised ? uniqueid : (agentChannel ?? uniqueid))
}
