import type { Audit } from '@/server/audit/types'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { ChunkIndex } from '@/server/history/replay/chunk-index'
import type { Replay } from '@/server/history/replay/replay'

export type ReplayDeps = {
  database: Database
  audit: Pick<Audit, 'search'>
  clock: Clock
  /** IANA: the board's. */
  timeZone: string
  replay: Replay
  index: ChunkIndex
  /** For so many days it is kept; 0: nothing is recorded. */
  keptDays: number
  /** Since when what is recorded cannot be written down, ms; `null` while all is well. */
  failingSince(): number | null
  /** Writes down what is recorded up to now. */
  written(): Promise<void>
  /** What is not seen of the PBX at this moment, and since when, ms. */
  blind(): { since: number } | null
}
