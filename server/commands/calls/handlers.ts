import type { DialLimits } from '../dial/limits'
import type { Handlers } from '../handler'
import { cancelTransferHandler, createAttendedTransferHandler } from './attended-transfer'
import { conferenceHandler } from './conference'
import { hangUpHandler } from './hang-up'
import { limitHandler } from './limit'
import { listenHandler } from './listen'
import { fetchHandler, parkHandler } from './park'
import { recordHandler } from './record'
import { createTransferHandler } from './transfer'

/** What is done to calls. Transfers to the outside count against the limits of dialling. */
export function createCallHandlers(limits: DialLimits): Pick<Handlers, Extract<keyof Handlers, `call.${string}`>> {
  return {
    'call.hangUp': hangUpHandler,
    'call.transfer': createTransferHandler(limits),
    'call.attendedTransfer': createAttendedTransferHandler(limits),
    'call.cancelTransfer': cancelTransferHandler,
    'call.park': parkHandler,
    'call.fetch': fetchHandler,
    'call.conference': conferenceHandler,
    'call.limit': limitHandler,
    'call.record': recordHandler,
    'call.listen': listenHandler,
  }
}
