import type { Call } from '@/lib/domain/call'
import { callId, memberId, pbxName, queueId } from '@/lib/domain/ids'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import type { Member } from '@/lib/domain/member'
import { emptySourceTables, type SourceTables } from '@/server/store/source-tables'

const PBX = pbxName('main')
const NOW = Date.UTC(2026, 10, 23, 9, 42)

/** 200 queues with 50 members each, and 2,000 calls. */
export function bigHouse(): LiveState {
  const state = emptyLiveState()
  for (let queue = 0; queue < 200; queue++) {
    for (let phone = 0; phone < 50; phone++) {
      const one = member(`queue${queue}`, `PJSIP/${1000 + phone}`)
      state.members[one.id] = one
    }
  }
  for (let serial = 0; serial < 2000; serial++) {
    const one = call(serial)
    state.calls[one.id] = one
  }
  return state
}

/** The same as a PBX's tables. */
export function tablesOf(state: LiveState): SourceTables {
  const tables = emptySourceTables()
  for (const [id, one] of Object.entries(state.members)) tables.members.set(id, one)
  for (const [id, one] of Object.entries(state.calls)) tables.calls.set(id, one)
  return tables
}

function member(queue: string, phone: string): Member {
  return {
    ...{ id: memberId(PBX, queue, phone), pbx: PBX, queue: queueId(PBX, queue), name: `Agent ${phone}` },
    ...{ interface: phone, stateInterface: phone, membership: 'static', penalty: 0, ringInUse: false },
    ...{ wrapUpSeconds: 0, callsTaken: 0, lastCallAt: null, lastPauseAt: null, loggedInAt: NOW },
    ...{ device: 'notInUse', inCall: false, paused: false, pausedReason: null, activity: 'idle', activitySince: NOW },
  }
}

function call(serial: number): Call {
  const from = { number: `+49${serial}`, name: null, channel: `PJSIP/carrier-${serial}` }
  return {
    ...{ id: callId(PBX, `${serial}.1`), pbx: PBX, direction: 'inbound', queue: null, agent: null, from, to: null },
    ...{ state: 'talking', stateSince: NOW, startedAt: NOW, answeredAt: NOW, parkingSlot: null, recording: null },
    channels: [`${serial}.1`, `${serial}.2`],
  }
}
