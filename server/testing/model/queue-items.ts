import type { Headers, Item } from './message-text'

export function paramsItem(queue: string, more: Headers = {}): Item {
  const numbers = { Max: 0, Calls: 0, Holdtime: 0, TalkTime: 0, Completed: 0, Abandoned: 0, ServiceLevel: 20 }
  const levels = { ServicelevelPerf: '0.0', ServicelevelPerf2: '0.0', Weight: 0 }
  return ['QueueParams', { Queue: queue, Strategy: 'ringall', ...numbers, ...levels, ...more }]
}

const MEMBER = { Membership: 'static', Penalty: 0, CallsTaken: 0, LastCall: 0, LastPause: 0, LoginTime: 1795000000 }
const STATE = { InCall: 0, Status: 1, Paused: 0, PausedReason: '', Wrapuptime: 0 }

export function memberItem(queue: string, phone: string, more: Headers = {}): Item {
  const names = { Queue: queue, Name: `Agent ${phone}`, Location: phone, StateInterface: phone }
  return ['QueueMember', { ...names, ...MEMBER, ...STATE, ...more }]
}

/** A member's status as live events tell it. */
export function memberStatus(queue: string, phone: string, more: Headers = {}): Headers {
  const names = { Queue: queue, MemberName: `Agent ${phone}`, Interface: phone, StateInterface: phone, Ringinuse: 0 }
  return { ...names, ...MEMBER, ...STATE, ...more }
}

export function entryItem(queue: string, position: number, uniqueid: string, wait: number, more: Headers = {}): Item {
  const party = { Channel: `PJSIP/carrier-${uniqueid}`, Uniqueid: uniqueid, CallerIDNum: '0123', CallerIDName: 'Ann' }
  return ['QueueEntry', { Queue: queue, Position: position, ...party, Wait: wait, Priority: 0, ...more }]
}

/** A channel as snapshots tell it. */
export function channelHeaders(uniqueid: string, name = 'PJSIP/carrier'): Headers {
  const parties = { CallerIDNum: '0123', CallerIDName: 'Ann', ConnectedLineNum: '<unknown>' }
  return {
    Channel: `${name}-${uniqueid}`,
    ChannelState: 6,
    ...parties,
    Exten: 's',
    Uniqueid: uniqueid,
    Linkedid: uniqueid,
  }
}

export function channelItem(uniqueid: string): Item {
  return ['CoreShowChannel', { ...channelHeaders(uniqueid), BridgeId: '', Duration: '00:00:05' }]
}
