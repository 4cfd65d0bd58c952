import type { PbxName } from '@/lib/domain/ids'
import type { Technology, TrunkSettings } from '@/lib/domain/line'
import type { QueueSettings } from '@/lib/domain/queue'
import type { AmiConnection } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { WritableLiveStore } from '../live-store'
import type { Taker } from '../reducers/pickups'
import type { Channel } from '../reducers/tables'
import type { SessionStats } from '../session-stats'
import type { StoreLog } from './log'
import type { PictureCheck } from './queue-check'

export type PbxSessionOptions = {
  pbx: PbxName
  /** What people call the PBX; its name where nothing is said. */
  label?: string
  connection: AmiConnection
  store: WritableLiveStore
  clock: Clock
  /** What the configuration says of a queue, by Asterisk's name for it. */
  settings(queue: string): QueueSettings
  /** What it says of a trunk; `null` and by default: nothing. */
  trunk?(technology: Technology, name: string): TrunkSettings | null
  /** True for the built-in simulator. */
  demo: boolean
  log: StoreLog
  /** Time between two audits, in ms; each comes up to a tenth later. */
  auditMs?: number
  /** 0 to below 1. */
  random?: () => number
}

export type PbxSession = {
  readonly pbx: PbxName
  /** Connects, and keeps the picture true from then on. */
  start(): void
  /** Logs off and takes the PBX out of the store. */
  close(): Promise<void>
  /** Holds the picture against the PBX now; resolves to the number of differences healed, `null` when it could not. */
  audit(): Promise<number | null>
  /** When its queues were last held against the PBX, and what was put right then. */
  check(): PictureCheck
  stats(): SessionStats
  /** Every live event, once the picture has taken it in; items of lists are left out. Returns the undo. */
  onEvent(listener: (event: PbxEvent) => void): () => void
  /** Labels or limits of queues were set anew: the records follow at once. */
  settingsChanged(): void
  /** Reads a queue's callers again, places and priorities: after a change of ours that no event tells. */
  rereadCallers(queue: string): void
  /** A channel as it is now, ahead of the next flush. */
  channel(uniqueid: string): Channel | undefined
  /** Who picked up a call of a queue that rang at another's phone; `agentUniqueid`: as Asterisk tells it; `null`: nobody. */
  takerOf(queue: string, agentUniqueid: string | null): Taker | null
}
