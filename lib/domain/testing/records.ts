import type { Call } from '../call'
import type { Caller } from '../caller'
import { callerId, callId, memberId, type PbxName, pbxName, queueId } from '../ids'
import type { LinkHealth } from '../link'
import type { LiveState } from '../live-state'
import type { Member } from '../member'
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
    ...fields,
  }
}

type Parts = { queues?: Queue[]; members?: Member[]; callers?: Caller[]; trends?: Trend[] }

/** Records as a state holds them: by id. */
export function stateOf({ queues, members, callers, trends }: Parts): Partial<LiveState> {
  return { queues: byId(queues), members: byId(members), callers: byId(callers), trends: byId(trends) }
}

function byId<R extends { id: string }>(records: R[] = []): Record<string, R> {
  return Object.fromEntries(records.map((record) => [record.id, record]))
}
