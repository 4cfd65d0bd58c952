import type { Caller } from '@/lib/domain/caller'
import { callerId, memberId, type PbxName, pbxName, queueId } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { createLiveStore, type WritableLiveStore } from '@/server/store/live-store'
import { emptySourceTables } from '@/server/store/source-tables'
import { FixedClock } from '@/server/testing/fixed-clock'

const pbx = pbxName('pbx')
const NO_LIMITS = { waitWarning: null, waitCritical: null, waitingWarning: null, waitingCritical: null }

/** A store with two queues, one member and one caller in each, and the link as given. */
export function sampleStore(link: Partial<LinkHealth> = {}): WritableLiveStore {
  const store = createLiveStore({ clock: new FixedClock(), epoch: 'epoch' })
  const tables = emptySourceTables()
  for (const name of ['support', 'sales']) {
    const queue = sampleQueue(pbx, name)
    const member = sampleMember(pbx, name)
    const caller = sampleCaller(pbx, name)
    tables.queues.set(queue.id, queue)
    tables.members.set(member.id, member)
    tables.callers.set(caller.id, caller)
  }
  store.attach({ tables, link: () => ({ ...sampleLink(pbx), ...link }) }).touched()
  store.flush()
  return store
}

function sampleLink(pbx: PbxName): LinkHealth {
  const moments = { since: 1_000, heardAt: 2_000, liveSince: 1_000, nextTryAt: null }
  return {
    pbx,
    label: 'Head office',
    demo: false,
    state: 'live',
    ...moments,
    attempt: 0,
    error: null,
    asteriskVersion: '22.10.1',
  }
}

function sampleQueue(pbx: PbxName, name: string): Queue {
  return {
    id: queueId(pbx, name),
    pbx,
    name,
    label: name,
    limits: { ...NO_LIMITS, levelWarning: null, levelCritical: null },
    strategy: 'ringall',
    max: 0,
    weight: 0,
    serviceLevelSeconds: 20,
    completed: 4,
    abandoned: 1,
    holdtime: 12,
    talktime: 90,
    serviceLevelPerf: 75,
    serviceLevelPerf2: 80,
    countersSince: null,
  }
}

function sampleMember(pbx: PbxName, queue: string): Member {
  return {
    id: memberId(pbx, queue, 'PJSIP/101'),
    pbx,
    queue: queueId(pbx, queue),
    name: 'Ana',
    interface: 'PJSIP/101',
    stateInterface: 'PJSIP/101',
    membership: 'static',
    penalty: 0,
    ringInUse: true,
    wrapUpSeconds: 0,
    callsTaken: 2,
    lastCallAt: null,
    lastPauseAt: null,
    loggedInAt: null,
    device: 'notInUse',
    inCall: false,
    paused: false,
    pausedReason: null,
    activity: 'idle',
    activitySince: null,
  }
}

function sampleCaller(pbx: PbxName, queue: string): Caller {
  const uniqueid = `${queue}.1`
  const party = { number: '5551017', name: "Tom O'Brien" }
  return {
    ...party,
    id: callerId(pbx, uniqueid),
    pbx,
    queue: queueId(pbx, queue),
    uniqueid,
    channel: `PJSIP/trunk-${queue}`,
    position: 1,
    joinedAt: 1_500,
    priority: 0,
  }
}
