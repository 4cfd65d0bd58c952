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
