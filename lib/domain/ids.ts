declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The name of a PBX in the configuration, `[a-z0-9-]+`; every id begins with it, so that several PBXs never collide. */
export type PbxName = Branded<'PbxName'>
export type QueueId = Branded<'QueueId'>
export type MemberId = Branded<'MemberId'>
/** An agent over all queues. */
export type AgentId = Branded<'AgentId'>
export type CallerId = Branded<'CallerId'>
export type CallId = Branded<'CallId'>
export type ExtensionId = Branded<'ExtensionId'>
export type DeviceId = Branded<'DeviceId'>
export type PhoneChannelId = Branded<'PhoneChannelId'>
export type EndpointId = Branded<'EndpointId'>
export type ContactId = Branded<'ContactId'>
export type RegistrationId = Branded<'RegistrationId'>
export type MailboxId = Branded<'MailboxId'>
export type ParkingLotId = Branded<'ParkingLotId'>
export type ParkedCallId = Branded<'ParkedCallId'>
export type ConferenceId = Branded<'ConferenceId'>
export type ParticipantId = Branded<'ParticipantId'>

/** Ids are compared and never taken apart; only the separator and the escape sign itself need escaping. */
function join(...parts: string[]): string {
  return parts.map((part) => part.replace(/[%|]/g, (sign) => (sign === '|' ? '%7C' : '%25'))).join('|')
}

/** What the demo calls its PBX. No other may have that name. */
export const DEMO_PBX = 'demo' as PbxName

export function pbxName(name: string): PbxName {
  return name as PbxName
}

export function queueId(pbx: PbxName, queue: string): QueueId {
  return join(pbx, queue) as QueueId
}

/** Asterisk compares interfaces without regard to case (app_queue.c, `interface_exists`), so the id folds it. */
export function memberId(pbx: PbxName, queue: string, memberInterface: string): MemberId {
  return join(pbx, queue, memberInterface.toLowerCase()) as MemberId
}

/** Asterisk compares interfaces without case. Never the id of a member, which has one part more. */
export function agentId(pbx: PbxName, memberInterface: string): AgentId {
  return join(pbx, memberInterface.toLowerCase()) as AgentId
}

/** A channel waits in one queue at a time, so its Uniqueid names the caller. */
export function callerId(pbx: PbxName, uniqueid: string): CallerId {
  return join(pbx, uniqueid) as CallerId
}

/** `key` is the Linkedid under which the call was first seen: Asterisk may change it later without an event. */
export function callId(pbx: PbxName, key: string): CallId {
  return join(pbx, key) as CallId
}

export function extensionId(pbx: PbxName, exten: string, context: string): ExtensionId {
  return join(pbx, exten, context) as ExtensionId
}

export function deviceId(pbx: PbxName, device: string): DeviceId {
  return join(pbx, device) as DeviceId
}

export function phoneChannelId(pbx: PbxName, uniqueid: string): PhoneChannelId {
  return join(pbx, uniqueid) as PhoneChannelId
}

/** `technology` as in dial strings: `PJSIP`, `SIP`, `IAX2`. */
export function endpointId(pbx: PbxName, technology: string, name: string): EndpointId {
  return join(pbx, technology, name) as EndpointId
}

export function contactId(pbx: PbxName, aor: string, uri: string): ContactId {
  return join(pbx, aor, uri) as ContactId
}

export function registrationId(pbx: PbxName, technology: string, name: string): RegistrationId {
  return join(pbx, technology, name) as RegistrationId
}

/** `mailbox` with its context: `101@default`. */
export function mailboxId(pbx: PbxName, mailbox: string): MailboxId {
  return join(pbx, mailbox) as MailboxId
}

export function parkingLotId(pbx: PbxName, lot: string): ParkingLotId {
  return join(pbx, lot) as ParkingLotId
}

export function parkedCallId(pbx: PbxName, uniqueid: string): ParkedCallId {
  return join(pbx, uniqueid) as ParkedCallId
}

export function conferenceId(pbx: PbxName, conference: string): ConferenceId {
  return join(pbx, conference) as ConferenceId
}

export function participantId(pbx: PbxName, uniqueid: string): ParticipantId {
  return join(pbx, uniqueid) as ParticipantId
}
