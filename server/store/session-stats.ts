import type { PbxEventType } from '@/server/events/pbx-event'

/** What a session has done, as plain numbers for metrics; all but `missing` and the times only grow. */
export type SessionStats = {
  /** Live events and list items by type. */
  events: Readonly<Partial<Record<PbxEventType, number>>>
  /** Events reduced; one that goes into a shadow too counts twice. */
  reduces: number
  resyncs: number
  resyncFailures: number
  /** How long the last resync took from its first action to the swap, in ms; `null` before the first. */
  lastResyncMs: number | null
  audits: number
  /** Differences that the audit healed, by kind, such as `member different`. */
  auditDifferences: Readonly<Record<string, number>>
  /** Single queues read anew for what no event tells. */
  counterRefreshes: number
  /** How far the PBX's clock is ahead of ours, in ms; 0 while they agree to a second. */
  clockAheadMs: number
  /** Actions that this PBX does not know or does not allow us. */
  missing: readonly string[]
}
