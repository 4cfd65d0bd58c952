import type { KpiRules } from '@/lib/domain/kpi'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { PictureCheck } from '@/server/store/session/queue-check'
import type { ReadTables } from '@/server/store/types'

export type HistoryDeps = {
  database: Database
  tables: ReadTables
  clock: Clock
  /** IANA: the board's. */
  timeZone: string
  dayStart(now: number): number
  /** By Asterisk's name of the queue. */
  rulesOf(queue: string): KpiRules
  queueGroups(): Readonly<Record<string, readonly string[]>>
  /** What is not seen at this moment, and since when, ms. */
  blind(): { pbx: string; since: number } | null
  /** When the live picture was last held against each PBX. */
  checks(): readonly PictureCheck[]
  /** Writes down what is not yet in the database, so that an answer leaves nothing out. */
  written(): Promise<void>
}
