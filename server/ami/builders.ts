import type { AmiAction } from './types'

/** The actions that the connection itself sends. Others are written down where they are needed. */

export function challenge(): AmiAction {
  return { action: 'Challenge', headers: { AuthType: 'MD5' } }
}

export type Proof = { Secret: string } | { AuthType: 'MD5'; Key: string }

/** `eventMask`: classes such as `system,call,agent`, or `off`. */
export function login(username: string, proof: Proof, eventMask: string): AmiAction {
  return { action: 'Login', headers: { Username: username, ...proof, Events: eventMask } }
}

/** Which classes of events a session gets; where no Login says so. */
export function events(eventMask: string): AmiAction {
  return { action: 'Events', headers: { EventMask: eventMask } }
}

/** Asks for the protocol's version, which AMI itself tells in its greeting. */
export function coreSettings(): AmiAction {
  return { action: 'CoreSettings' }
}

/** Waits for events of an HTTP session, in seconds, and takes those that wait already. */
export function waitEvent(seconds: number): AmiAction {
  return { action: 'WaitEvent', headers: { Timeout: seconds } }
}

export function logoff(): AmiAction {
  return { action: 'Logoff' }
}

export function ping(): AmiAction {
  return { action: 'Ping' }
}

/** A list of one queue, empty when there is none of this name. Any account may ask for it. */
export function queueStatus(queue: string): AmiAction {
  return { action: 'QueueStatus', headers: { Queue: queue } }
}
