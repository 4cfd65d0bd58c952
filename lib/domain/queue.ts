import type { PbxName, QueueId } from './ids'

/** Limits from the configuration that colour a tile; `null` is "no limit". */
export type QueueLimits = {
  /** Longest wait, in seconds. */
  waitWarning: number | null
  waitCritical: number | null
  /** Callers waiting at once. */
  waitingWarning: number | null
  waitingCritical: number | null
  /** Service level in percent: below `levelWarning` (the target) it warns, below `levelCritical` it is critical. */
  levelWarning: number | null
  levelCritical: number | null
}

/** A queue as Asterisk's `QueueParams` tells of it (apps/app_queue.c), with what the configuration adds. */
export type Queue = {
  id: QueueId
  pbx: PbxName
  name: string
  /** What people call the queue: from the configuration, else `name`. */
  label: string
  limits: QueueLimits
  strategy: string
  /** Most callers that may wait; 0 is "no limit". */
  max: number
  weight: number
  /** The threshold T of the service level, in seconds (`ServiceLevel`). */
  serviceLevelSeconds: number
  /** Asterisk's own counters since `countersSince`: answered calls that have ended, and every lost caller. */
  completed: number
  abandoned: number
  /** Asterisk's moving averages in seconds, `(3·old + new) / 4`. */
  holdtime: number
  talktime: number
  /** Percent, as Asterisk computes them: answered within T ÷ answered, and (answered + lost within T) ÷ (answered + lost). */
  serviceLevelPerf: number
  serviceLevelPerf2: number
  /** When Asterisk's counters began, in ms since 1970: its start, or a reset that we saw; `null` when not known. */
  countersSince: number | null
}

/** What the configuration says of a queue; AMI cannot tell a queue's wrap-up. */
export type QueueSettings = { label: string; limits: QueueLimits; wrapUpSeconds: number }
