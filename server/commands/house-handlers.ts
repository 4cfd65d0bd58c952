import { createConferenceHandlers } from './conferences/handlers'
import type { DialLimits } from './dial/limits'
import type { Handlers } from './handler'
import { fetchParkedHandler } from './parking/fetch-parked'
import { leaveMessageHandler } from './phones/leave-message'
import { pickUpHandler } from './phones/pick-up'
import { textHandler } from './phones/text'
import { qualifyHandler } from './trunks/qualify'
import { registerHandler, unregisterHandler } from './trunks/register'

type HouseCommand = `${'phone' | 'mailbox' | 'parked' | 'conference' | 'trunk'}.${string}`

/** What is done to the house besides queues and calls. */
export function createHouseHandlers(limits: DialLimits): Pick<Handlers, Extract<keyof Handlers, HouseCommand>> {
  return {
    'phone.pickUp': pickUpHandler,
    'phone.text': textHandler,
    'mailbox.leave': leaveMessageHandler,
    'parked.fetch': fetchParkedHandler,
    ...createConferenceHandlers(limits),
    'trunk.qualify': qualifyHandler,
    'trunk.register': registerHandler,
    'trunk.unregister': unregisterHandler,
  }
}
