import type { Conference, Participant } from '../conference'
import { conferenceId, endpointId, parkedCallId, parkingLotId, participantId, registrationId } from '../ids'
import type { Endpoint, Registration } from '../line'
import type { Families, Family, LiveState } from '../live-state'
import type { ParkedCall, ParkingLot } from '../parking'
import { NOW, PBX } from './records'

/** The lot every PBX has, slots 701–720. */
export function aParkingLot(name = 'default', fields: Partial<ParkingLot> = {}): ParkingLot {
  return { id: parkingLotId(PBX, name), pbx: PBX, name, first: 701, last: 720, timeoutSeconds: 45, ...fields }
}

/** Somebody who was just parked in the lot that every PBX has. */
export function aParkedCall(slot: string, fields: Partial<ParkedCall> = {}): ParkedCall {
  const uniqueid = `parked-${slot}`
  return {
    id: parkedCallId(PBX, uniqueid),
    pbx: PBX,
    lot: 'default',
    slot,
    uniqueid,
    channel: `PJSIP/trunk-${slot}`,
    number: '+49 30 5550117',
    name: 'Tom O’Brien',
    parkedBy: 'PJSIP/101',
    parkedAt: NOW,
    timesOutAt: NOW + 45_000,
    call: null,
    queue: null,
    ...fields,
  }
}

/** A room that is open, silent and empty. */
export function aConference(name: string, fields: Partial<Conference> = {}): Conference {
  return {
    id: conferenceId(PBX, name),
    pbx: PBX,
    name,
    locked: false,
    recording: false,
    muted: false,
    startedAt: NOW,
    ...fields,
  }
}

/** Somebody who has just come into a room and says nothing. */
export function aParticipant(conference: string, name: string, fields: Partial<Participant> = {}): Participant {
  const uniqueid = `${conference}-${name}`
  return {
    id: participantId(PBX, uniqueid),
    pbx: PBX,
    conference: conferenceId(PBX, conference),
    uniqueid,
    channel: `PJSIP/${name}-00000001`,
    number: null,
    name,
    admin: false,
    marked: false,
    waiting: false,
    muted: false,
    talking: false,
    joinedAt: NOW,
    call: null,
    ...fields,
  }
}

/** A trunk of PJSIP that can be had and has no limit. */
export function aTrunk(name: string, fields: Partial<Endpoint> = {}): Endpoint {
  return {
    id: endpointId(PBX, 'PJSIP', name),
    pbx: PBX,
    technology: 'PJSIP',
    name,
    label: null,
    kind: 'trunk',
    state: 'notInUse',
    reach: 'reachable',
    reachSince: NOW,
    roundTripMs: 12,
    address: '192.0.2.10:5060',
    channels: 0,
    maxChannels: null,
    ...fields,
  }
}

/** What the trunk of this name is registered as at its provider. */
export function aRegistration(endpoint: string, fields: Partial<Registration> = {}): Registration {
  return {
    id: registrationId(PBX, 'PJSIP', endpoint),
    pbx: PBX,
    technology: 'PJSIP',
    name: endpoint,
    server: 'sip:sip.example.net',
    user: 'sip:4930555@sip.example.net',
    state: 'registered',
    since: NOW,
    nextAt: NOW + 60_000,
    endpoint,
    ...fields,
  }
}

/** Records of any families as a state holds them: by id. */
export function houseOf(parts: { readonly [F in Family]?: readonly Families[F][] }): Partial<LiveState> {
  return Object.fromEntries(
    Object.entries(parts).map(([family, records]) => [
      family,
      Object.fromEntries((records ?? []).map((record) => [record.id, record])),
    ]),
  )
}
