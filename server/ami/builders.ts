import { amiAction } from './catalogue/action'
import type { AmiAction } from './types'

/** The actions that the connection itself sends. Others are written down where they are needed. */

export function challenge(): AmiAction {
  return amiAction('Challenge', { AuthType: 'MD5' })
}

export type Proof = { Secret: string } | { AuthType: 'MD5'; Key: string }

/** `eventMask`: classes such as `system,call,agent`, or `off`. */
export function login(username: string, proof: Proof, eventMask: string): AmiAction {
  return amiAction('Login', { Username: username, ...proof, Events: eventMask })
}

/** Which classes of events a session gets; where no Login says so. */
export function events(eventMask: string): AmiAction {
  return amiAction('Events', { EventMask: eventMask })
}

/** Asks for the protocol's version, which AMI itself tells in its greeting. */
export function coreSettings(): AmiAction {
  return amiAction('CoreSettings')
}

/** Waits for events of an HTTP session, in seconds, and takes those that wait already. */
export function waitEvent(seconds: number): AmiAction {
  return amiAction('WaitEvent', { Timeout: seconds })
}

export function logoff(): AmiAction {
  return amiAction('Logoff')
}

export function ping(): AmiAction {
  return amiAction('Ping')
}

/** A list of one queue, empty when there is none of this name. Any account may ask for it. */
export function queueStatus(queue: string): AmiAction {
  return amiAction('QueueStatus', { Queue: queue })
}
