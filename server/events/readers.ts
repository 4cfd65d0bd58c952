import { agentReaders } from './agent-events'
import { bridgeReaders } from './bridge-events'
import { callReaders } from './call-events'
import { channelReaders } from './channel-events'
import { conferenceReaders } from './conference-events'
import { memberReaders } from './member-events'
import { parkingReaders } from './parking-events'
import { queueReaders } from './queue-events'
import type { Reader } from './reader'
import { systemReaders } from './system-events'

/** Who reads which event. */
export const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    ...queueReaders,
    ...memberReaders,
    ...agentReaders,
    ...channelReaders,
    ...callReaders,
    ...bridgeReaders,
    ...parkingReaders,
    ...conferenceReaders,
    ...systemReaders,
  }),
)
