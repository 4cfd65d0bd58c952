import type { DialLimits } from '../dial/limits'
import type { Handlers } from '../handler'
import { createInviteHandler } from './invite'
import { kickHandler, muteHandler, unmuteHandler } from './participants'
import { lockHandler, recordConferenceHandler, unlockHandler } from './room'

/** What is done to conferences and who is in them. Invitations count against the limits of dialling. */
export function createConferenceHandlers(
  limits: DialLimits,
): Pick<Handlers, Extract<keyof Handlers, `conference.${string}`>> {
  return {
    'conference.mute': muteHandler,
    'conference.unmute': unmuteHandler,
    'conference.kick': kickHandler,
    'conference.lock': lockHandler,
    'conference.unlock': unlockHandler,
    'conference.record': recordConferenceHandler,
    'conference.invite': createInviteHandler(limits),
  }
}
