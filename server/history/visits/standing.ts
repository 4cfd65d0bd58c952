import type { Entry } from './open-visit'

/** Who stands in the lists just read. */
export type Standing = {
  waits(uniqueid: string, queue: string): boolean
  exists(uniqueid: string): boolean
  /** All who wait. */
  callers: readonly Entry[]
}
