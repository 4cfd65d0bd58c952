import type { Technology } from '@/lib/domain/line'
import type { ListOutcome } from '../list-reader'
import { isRefusal, isUnknownAction } from '../refusal'

/** Endpoints before their contacts, and both before the registrations that are to find their trunks. */
export const ENDPOINTS = 'PJSIPShowEndpoints'
export const CONTACTS = 'PJSIPShowContacts'
const PEERS = { IAX2: 'IAXpeerlist', SIP: 'SIPpeers' } as const
export const REGISTRATIONS: Readonly<Record<Technology, string>> = {
  PJSIP: 'PJSIPShowRegistrationsOutbound',
  IAX2: 'IAXregistry',
  SIP: 'SIPshowregistry',
}
export const MAILBOXES = 'VoicemailUsersList'
const PRESENCES = 'PresenceStateList'
export const LINE_LISTS: readonly string[] = [
  ...[ENDPOINTS, CONTACTS, PEERS.IAX2, PEERS.SIP],
  ...[REGISTRATIONS.PJSIP, REGISTRATIONS.IAX2, REGISTRATIONS.SIP],
  ...[MAILBOXES, PRESENCES],
]

/** An empty list, in Asterisk's words (res/res_pjsip): `No Contacts found`, `No endpoints found`. */
const NOTHING = /: No [\w ]+ found\s*$/i

/** The list in which endpoints and peers of a technology stand. */
export function listOfLines(technology: Technology): string {
  return technology === 'PJSIP' ? ENDPOINTS : PEERS[technology]
}

/**
 * What this PBX does not know (a technology that is not loaded) or does not allow us: not asked again until it is
 * connected or reloaded.
 */
export class Refusals {
  private readonly refused = new Map<string, 'denied' | 'absent'>()

  /** Those not allowed, or those that it does not know; in the order in which they were asked for. */
  all(why: 'denied' | 'absent'): string[] {
    return [...this.refused].flatMap(([action, reason]) => (reason === why ? [action] : []))
  }

  has(action: string): boolean {
    return this.refused.has(action)
  }

  forget(): void {
    this.refused.clear()
  }

  /** Takes note, and gives what a list that says by an error that it is empty means. */
  note(outcome: ListOutcome): ListOutcome {
    const { action, error } = outcome
    if (error === null) return outcome
    if (NOTHING.test(error.message)) return { ...outcome, error: null }
    if (isRefusal(error)) this.refused.set(action, isUnknownAction(error) ? 'absent' : 'denied')
    return outcome
  }
}
