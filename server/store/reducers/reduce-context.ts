import type { PbxName } from '@/lib/domain/ids'
import type { QueueSettings } from '@/lib/domain/queue'
import type { PbxEvent, PbxEventType } from '@/server/events/pbx-event'

/** What reducers need besides tables and event: nothing that changes by itself. */
export type ReduceContext = {
  pbx: PbxName
  settings(queueName: string): QueueSettings
}

/** One event of the union by its type. */
export type EventOf<Type extends PbxEventType> = Extract<PbxEvent, { type: Type }>
