import type { AgentKpi } from './agent-kpi'
import type { Call } from './call'
import type { Caller } from './caller'
import type { Conference, Participant } from './conference'
import type { Device, Extension } from './extension'
import type { QueueKpi } from './kpi'
import type { Contact, Endpoint, Registration } from './line'
import type { Mailbox } from './mailbox'
import type { Member } from './member'
import type { ParkedCall, ParkingLot } from './parking'
import type { PhoneChannel } from './phone-channel'
import type { Queue } from './queue'
import type { Trend } from './trend'

/** Record families that cross the wire: what a name stands for. */
export type Families = {
  queues: Queue
  members: Member
  callers: Caller
  calls: Call
  extensions: Extension
  devices: Device
  trends: Trend
  phoneChannels: PhoneChannel
  endpoints: Endpoint
  contacts: Contact
  registrations: Registration
  mailboxes: Mailbox
  parkingLots: ParkingLot
  parkedCalls: ParkedCall
  conferences: Conference
  participants: Participant
  kpis: QueueKpi
  agentKpis: AgentKpi
}
export type Family = keyof Families
export const FAMILIES = [
  'queues',
  'members',
  'callers',
  'calls',
  'extensions',
  'devices',
  'trends',
  'phoneChannels',
  'endpoints',
  'contacts',
  'registrations',
  'mailboxes',
  'parkingLots',
  'parkedCalls',
  'conferences',
  'participants',
  'kpis',
  'agentKpis',
] as const satisfies readonly Family[]

/** The whole live picture as plain data, each family by id. */
export type LiveState = { [F in Family]: Record<string, Families[F]> }

export function emptyLiveState(): LiveState {
  return familiesOf(() => ({})) as LiveState
}

/** One of something for each family. */
export function familiesOf<T>(make: (family: Family) => T): { [F in Family]: T } {
  return Object.fromEntries(FAMILIES.map((family) => [family, make(family)])) as { [F in Family]: T }
}
