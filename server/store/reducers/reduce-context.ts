import type { PbxName } from '@/lib/domain/ids'
import type { Technology, TrunkSettings } from '@/lib/domain/line'
import type { QueueSettings } from '@/lib/domain/queue'
import type { PbxEvent, PbxEventType } from '@/server/events/pbx-event'

/** What reducers need besides tables and event: nothing that changes by itself. */
export type ReduceContext = {
  pbx: PbxName
  settings(queueName: string): QueueSettings
  /** What the configuration says of a trunk; `null`: that it is none. */
  trunk?: ((technology: Technology, name: string) => TrunkSettings | null) | undefined
}

/** One event of the union by its type. */
export type EventOf<Type extends PbxEventType> = Extract<PbxEvent, { type: Type }>
