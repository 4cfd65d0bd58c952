import { isLocal } from '@/lib/domain/endpoint'
import type { Visit } from '@/lib/domain/visit'
import type { Entry, OpenVisit } from './open-visit'

/** Moments of joining as lists tell them are true to a second, and lists take their time. */
export const SAME_ENTRY_MS = 5_000

/** Who stands in the lists just read. */
export type Standing = {
  /** Is there such a channel? */
  exists(uniqueid: string): boolean
  /** All who wait. */
  callers: readonly Entry[]
}

/** Whoever stands in the same queue since another moment left it, and came back. */
function isSameStay({ queue, enteredAt, leftAt }: Visit, entry: Entry): boolean {
  return leftAt === null && entry.queue === queue && Math.abs(entry.at - enteredAt) <= SAME_ENTRY_MS
}

/** The halves of a Local channel may leave a talk that goes on. */
function talksOn({ record: { agent }, agentChannel, callerChannel, isAgentLocal }: OpenVisit, now: Standing): boolean {
  const isOptimised = isAgentLocal || isLocal(agent ?? '')
  return now.exists(isOptimised ? callerChannel : (agentChannel ?? callerChannel))
}

/** Does a visit go on? `entry`: where its caller waits, if they do. */
export function goesOn(visit: OpenVisit, now: Standing, entry: Entry | undefined): boolean {
  if (visit.isUndecided) return entry !== undefined && isSameStay(visit.record, entry)
  return !entry && talksOn(visit, now)
}
