import type { Call } from '../call'
import type { Caller } from '../caller'
import type { Device, Extension } from '../extension'
import {
  callerId,
  callId,
  contactId,
  deviceId,
  endpointId,
  extensionId,
  mailboxId,
  memberId,
  type PbxName,
  pbxName,
  phoneChannelId,
  queueId,
} from '../ids'
import type { QueueKpi } from '../kpi'
import type { Contact, Endpoint } from '../line'
import type { LinkHealth } from '../link'
import type { LiveState } from '../live-state'
import type { Mailbox } from '../mailbox'
import type { DeviceState, Member } from '../member'
import type { PhoneChannel } from '../phone-channel'
import type { Queue, QueueLimits } from '../queue'
import type { Trend } from '../trend'

/** The PBX to which records of tests belong, and the moment at which they begin. */
export const PBX: PbxName = pbxName('main')
export const NOW = Date.UTC(2026, 10, 23, 9, 42)

export const NO_LIMITS: QueueLimits = {
  waitWarning: null,
  waitCritical: null,
  waitingWarning: null,
  waitingCritical: null,
  levelWarning: null,
  levelCritical: null,
}

/** A queue that has not counted anything. */
export function aQueue(name: string, fields: Partial<Queue> = {}): Queue {
  return {
    id: queueId(PBX, name),
    pbx: PBX,
    name,
    label: name,
    limits: NO_LIMITS,
    strategy: 'ringall',
    max: 0,
    weight: 0,
    serviceLevelSeconds: 20,
    completed: 0,
    abandoned: 0,
    holdtime: 0,
    talktime: 0,
    serviceLevelPerf: 0,
    serviceLevelPerf2: 0,
    countersSince: null,
    ...fields,
  }
}

/** An idle member, named after the phone `PJSIP/<phone>`. */
export function aMember(queue: string, phone: string, fields: Partial<Member> = {}): Member {
  const device = `PJSIP/${phone}`
  return {
    id: memberId(PBX, queue, device),
    pbx: PBX,
    queue: queueId(PBX, queue),
    name: phone,
    interface: device,
    stateInterface: device,
    membership: 'static',
    penalty: 0,
    ringInUse: false,
    wrapUpSeconds: 0,
    callsTaken: 0,
    lastCallAt: null,
    lastPauseAt: null,
    loggedInAt: null,
    device: 'notInUse',
    inCall: false,
    paused: false,
    pausedReason: null,
    activity: 'idle',
    activitySince: null,
    ...fields,
  }
}

/** Someone who has just come to the head of the line. */
export function aCaller(queue: string, uniqueid: string, fields: Partial<Caller> = {}): Caller {
  return {
    id: callerId(PBX, uniqueid),
    pbx: PBX,
    queue: queueId(PBX, queue),
    uniqueid,
    channel: `PJSIP/trunk-${uniqueid}`,
    position: 1,
    joinedAt: NOW,
    priority: 0,
    number: '+49 30 5550117',
    name: 'Tom O’Brien',
    ...fields,
  }
}

/** A call from outside, which talks to nobody that is known. */
export function aCall(key: string, fields: Partial<Call> = {}): Call {
  return {
    id: callId(PBX, key),
    pbx: PBX,
    direction: 'inbound',
    queue: null,
    agent: null,
    from: { number: '+49 30 5550117', name: 'Tom O’Brien', channel: `PJSIP/trunk-${key}` },
    to: null,
    state: 'talking',
    stateSince: NOW,
    startedAt: NOW,
    answeredAt: null,
    parkingSlot: null,
    recording: null,
    channels: [key],
    ...fields,
  }
}

/** `minute` begins the newest minute, in ms since 1970. */
export function aTrend(queue: string, minute: number, waiting: readonly (number | null)[]): Trend {
  return { id: queueId(PBX, queue), minute, waiting }
}

/** An idle extension whose hint watches the phone `PJSIP/<exten>`. */
export function anExtension(exten: string, fields: Partial<Extension> = {}): Extension {
  const { context = 'internal' } = fields
  return {
    id: extensionId(PBX, exten, context),
    pbx: PBX,
    exten,
    context,
    hint: `PJSIP/${exten}`,
    status: 0,
    presence: null,
    ...fields,
  }
}

export function aDevice(device: string, state: DeviceState = 'notInUse'): Device {
  return { id: deviceId(PBX, device), pbx: PBX, device, state }
}

/** A phone that answers within 12 ms and does nothing. */
export function anEndpoint(name: string, fields: Partial<Endpoint> = {}): Endpoint {
  const { technology = 'PJSIP' } = fields
  return {
    id: endpointId(PBX, technology, name),
    pbx: PBX,
    technology,
    name,
    label: null,
    kind: 'phone',
    state: 'notInUse',
    reach: 'reachable',
    reachSince: null,
    roundTripMs: 12,
    address: '192.0.2.10:5060',
    channels: 0,
    maxChannels: null,
    ...fields,
  }
}

/** Where the phone `PJSIP/<name>` can be had. */
export function aContact(name: string, fields: Partial<Contact> = {}): Contact {
  const uri = `sip:${name}@192.0.2.10:5060`
  return {
    id: contactId(PBX, name, uri),
    pbx: PBX,
    aor: name,
    endpoint: name,
    uri,
    reach: 'reachable',
    since: NOW,
    roundTripMs: 12,
    userAgent: 'Desk phone 7',
    ...fields,
  }
}

/** The phone `PJSIP/<phone>` talks to somebody outside. */
export function aPhoneChannel(phone: string, uniqueid: string, fields: Partial<PhoneChannel> = {}): PhoneChannel {
  return {
    id: phoneChannelId(PBX, uniqueid),
    pbx: PBX,
    uniqueid,
    endpoint: `PJSIP/${phone}`,
    state: 'talking',
    since: NOW,
    otherNumber: '+49 30 5550117',
    otherName: 'Tom O’Brien',
    otherEndpoint: null,
    call: null,
    ...fields,
  }
}

/** An empty mailbox `<box>@default`. */
export function aMailbox(box: string, fields: Partial<Mailbox> = {}): Mailbox {
  const mailbox = `${box}@default`
  return {
    id: mailboxId(PBX, mailbox),
    pbx: PBX,
    mailbox,
    name: null,
    newMessages: 0,
    oldMessages: 0,
    urgentMessages: 0,
    changedAt: null,
    ...fields,
  }
}

/** A link that has just come to life. */
export function aLink(fields: Partial<LinkHealth> = {}): LinkHealth {
  return {
    pbx: PBX,
    label: 'Head office',
    demo: false,
    state: 'live',
    since: NOW,
    heardAt: NOW,
    liveSince: NOW,
    attempt: 0,
    nextTryAt: null,
    error: null,
    asteriskVersion: '22.5.1',
    way: 'tcp',
    encrypted: false,
    delayMs: 1,
    limits: [],
    ...fields,
  }
}

type Parts = { queues?: Queue[]; members?: Member[]; callers?: Caller[]; trends?: Trend[]; kpis?: QueueKpi[] }

/** Records as a state holds them: by id. */
export function stateOf({ queues, members, callers, trends, kpis }: Parts): Partial<LiveState> {
  const now = { queues: byId(queues), members: byId(members), callers: byId(callers) }
  return { ...now, trends: byId(trends), kpis: byId(kpis) }
}

export function byId<R extends { id: string }>(records: R[] = []): Record<string, R> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
