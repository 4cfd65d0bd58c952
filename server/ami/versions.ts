import type { AmiErrorCode } from './ami-error'
import type { AmiMessage } from './types'

/**
 * What differs between the AMI of Asterisk 1.8 (banner 1.1) and 22 (banner 11) on the level of the protocol. What
 * differs in the fields of events is the normaliser's business.
 */

const LOGGED_IN_TIME = Buffer.from('LoggedInTime:')

/** `Agents` of a busy agent writes `CallStarted: n` with a bare LF before `LoggedInTime:` (all versions). */
export function isGluedHeader(bytes: Buffer, at: number): boolean {
  for (let i = 0; i < LOGGED_IN_TIME.length; i++) if (bytes[at + i] !== LOGGED_IN_TIME[i]) return false
  return true
}

/** The first line of every session, `Asterisk Call Manager/11.0.0` (1.8: `/1.1`). Proxies put words before it. */
const BANNER = /Call Manager(?: Proxy)?\/(\d+(?:\.\d+)*)/

/** The version of the protocol that a banner names; `null` when the line is no banner. Features are not gated on it. */
export function bannerVersion(line: string): string | null {
  return BANNER.exec(line)?.[1] ?? null
}

/** Final events that do not carry `EventList: Complete` before Asterisk 12. */
const OLD_LIST_ENDS: Readonly<Record<string, string>> = {
  queuestatus: 'queuestatuscomplete',
  queuesummary: 'queuesummarycomplete',
  status: 'statuscomplete',
  parkedcalls: 'parkedcallscomplete',
  agents: 'agentscomplete',
  coreshowchannels: 'coreshowchannelscomplete',
}

/** Whether an event ends the list of this action. `FAXSessions` writes its marks with other capitals. */
export function isListEnd(action: string, event: AmiMessage): boolean {
  const mark = event.get('EventList')?.toLowerCase()
  if (mark !== undefined) return mark === 'complete' || mark === 'cancelled'
  return OLD_LIST_ENDS[action.toLowerCase()] === event.name.toLowerCase()
}

/** Lists whose items, or final event, lack the ActionID (channels/chan_iax2.c). */
const UNMARKED_ITEMS: Readonly<Record<string, readonly string[]>> = {
  iaxpeers: ['peerentry', 'peerlistcomplete'],
}

export function isUnmarkedItem(action: string, event: string): boolean {
  return UNMARKED_ITEMS[action.toLowerCase()]?.includes(event.toLowerCase()) ?? false
}

/** Items that the final event does not count: what is signed in with, beside each registration (res_pjsip_outbound_registration.c). */
const UNCOUNTED_ITEMS: Readonly<Record<string, string>> = {
  pjsipshowregistrationsoutbound: 'authdetail',
}

export function isUncountedItem(action: string, event: string): boolean {
  return UNCOUNTED_ITEMS[action.toLowerCase()] === event.toLowerCase()
}

/** 16 says of every tree of its database that it has one item (main/db.c, `manager_db_tree_get`). */
export function isCounted(action: string): boolean {
  return action.toLowerCase() !== 'dbgettree'
}

/** What a `Response: Error` means, told only by its text in every version. */
export function errorCode(text: string): AmiErrorCode {
  if (/^Invalid\/unknown command/i.test(text)) return 'unknown-action'
  if (/^Permission denied/i.test(text)) return 'denied'
  return 'rejected'
}

/** A refusal that says nothing about the account. */
export function isPassingRefusal(text: string): boolean {
  return /shutting down/i.test(text)
}
