import type { Caller } from '@/lib/domain/caller'
import { callerId, memberId, pbxName, queueId } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { LiveState } from '@/lib/domain/live-state'
import type { Member } from '@/lib/domain/member'
import type { Queue, QueueLimits } from '@/lib/domain/queue'
import type { Trend } from '@/lib/domain/trend'

export const PBX = pbxName('asterisk-1')
const MINUTE_MS = 60_000

const NO_LIMITS: QueueLimits = {
  waitWarning: null,
  waitCritical: null,
  waitingWarning: null,
  waitingCritical: null,
  levelWarning: null,
  levelCritical: null,
}

export function aQueue(name: string, fields: Partial<Queue> = {}, limits: Partial<QueueLimits> = {}): Queue {
  return {
    id: queueId(PBX, name),
    pbx: PBX,
    name,
    label: name,
    limits: { ...NO_LIMITS, ...limits },
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

export function aMember(queue: string, name: string, fields: Partial<Member> = {}): Member {
  const device = `PJSIP/${name}`
  return {
    id: memberId(PBX, queue, device),
    pbx: PBX,
    queue: queueId(PBX, queue),
    name,
    interface: device,
    stateInterface: device,
    membership: 'static',
    penalty: 0,
    ringInUse: null,
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

export function aCaller(queue: string, position: number, joinedAt: number, fields: Partial<Caller> = {}): Caller {
  const uniqueid = `${queue}-${position}`
  return {
    id: callerId(PBX, uniqueid),
    pbx: PBX,
    queue: queueId(PBX, queue),
    uniqueid,
    channel: `PJSIP/trunk-${uniqueid}`,
    position,
    joinedAt,
    priority: 0,
    number: null,
    name: null,
    ...fields,
  }
}

export function aTrend(queue: string, now: number, waiting: readonly (number | null)[]): Trend {
  return { id: queueId(PBX, queue), minute: now - (now % MINUTE_MS), waiting }
}

export function aLink(fields: Partial<LinkHealth> = {}): LinkHealth {
  return {
    pbx: PBX,
    demo: false,
    state: 'live',
    since: 0,
    heardAt: 0,
    liveSince: 0,
    attempt: 0,
    nextTryAt: null,
    error: null,
    label: 'Head office',
    asteriskVersion: '22.5.2',
    ...fields,
  }
}

/** Records as a state holds them: by id. */
export function stateOf(parts: {
  queues?: Queue[]
  members?: Member[]
  callers?: Caller[]
  trends?: Trend[]
}): Partial<LiveState> {
  const byId = <R extends { id: string }>(records: R[] = []) => Object.fromEntries(records.map((r) => [r.id, r]))
  return {
    queues: byId(parts.queues),
    members: byId(parts.members),
    callers: byId(parts.callers),
    trends: byId(parts.trends),
  }
}
