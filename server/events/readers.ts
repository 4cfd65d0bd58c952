import { agentReaders } from './agent-events'
import { bridgeReaders } from './bridge-events'
import { callReaders } from './call-events'
import { channelReaders } from './channel-events'
import { conferenceReaders } from './conference-events'
import { contactReaders } from './contact-events'
import { endpointReaders } from './endpoint-events'
import { mailboxReaders } from './mailbox-events'
import { memberReaders } from './member-events'
import { parkingReaders } from './parking-events'
import { presenceReaders } from './presence-events'
import { queueReaders } from './queue-events'
import type { Reader } from './reader'
import { registrationReaders } from './registration-events'
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
    ...endpointReaders,
    ...contactReaders,
    ...registrationReaders,
    ...mailboxReaders,
    ...presenceReaders,
    ...systemReaders,
  }),
)
