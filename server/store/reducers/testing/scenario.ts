import type { Call } from '@/lib/domain/call'
import { pbxName } from '@/lib/domain/ids'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { NO_LIMITS } from '@/lib/domain/testing/records'
import type { BridgeKind, ChannelFields, MemberFields, PbxEvent } from '@/server/events/pbx-event'
import { type ReduceContext, reduce } from '../reduce'
import { settleHouse } from '../settle-house'
import { createPbxTables, type PbxTables } from '../tables'

type Untimed<E> = E extends PbxEvent ? Omit<E, 'at'> : never

const CONTEXT: ReduceContext = {
  pbx: pbxName('lab'),
  settings: (queue) => ({ label: queue.toUpperCase(), limits: NO_LIMITS, wrapUpSeconds: 7 }),
  trunk: (_, name) => (name === 'configured' ? { label: 'The carrier', channels: 30 } : null),
}

/** A PBX in a test's own words, with a clock that moves when the test says so. */
export class Scenario {
  readonly tables: PbxTables = createPbxTables(CONTEXT.pbx)
  now = 1_000_000

  /** Moves the clock on; returns itself, so that it reads `pbx.after(2).hangUp('1')`. */
  after(seconds: number): this {
    this.now += seconds * 1000
    return this
  }

  tell(event: Untimed<PbxEvent>): this {
    reduce(this.tables, { ...event, at: this.now } as PbxEvent, CONTEXT)
    return this
  }

  queue(name: string, params: Partial<Extract<PbxEvent, { type: 'queueParams' }>['params']> = {}): this {
    return this.tell({ type: 'queueParams', queue: name, params: { ...PARAMS, ...params } })
  }

  member(queue: string, phone: string, fields: Partial<MemberFields> = {}): this {
    return this.tell({ type: 'memberPut', queue, member: { ...MEMBER, interface: phone, ...fields } })
  }

  /** A channel comes up at a phone: `PJSIP/101` gets a channel named after its Uniqueid. */
  channel(uniqueid: string, phone: string, fields: Partial<ChannelFields> = {}): this {
    return this.tell({ type: 'channelPut', channel: channelAt(uniqueid, phone, fields) })
  }

  join(queue: string, uniqueid: string, position: number, phone = 'PJSIP/carrier'): this {
    const channel = channelAt(uniqueid, phone, { state: 6 })
    return this.tell({ type: 'callerJoined', queue, position, count: position, channel })
  }

  leave(queue: string, uniqueid: string, position: number | null = null): this {
    return this.tell({ type: 'callerLeft', queue, position, count: -1, uniqueid })
  }

  dial(from: string, to: string): this {
    return this.tell({
      type: 'dialBegan',
      caller: this.snapshotOf(from),
      callee: this.snapshotOf(to),
      dialString: null,
    })
  }

  bridge(bridge: string, uniqueids: readonly string[], kind: BridgeKind = 'call'): this {
    for (const uniqueid of uniqueids) {
      const channel = { ...this.snapshotOf(uniqueid), state: 6 }
      this.tell({ type: 'bridgeEntered', bridge, kind, channel, swapUniqueid: null })
    }
    return this
  }

  unbridge(bridge: string, ...uniqueids: string[]): this {
    for (const uniqueid of uniqueids) this.tell({ type: 'bridgeLeft', bridge, uniqueid })
    return this
  }

  /** Parked by 101 in the lot that every PBX has, for 45 s. */
  park(uniqueid: string, slot: string): this {
    const where = { slot, lot: 'default', parkedBy: 'PJSIP/101', timesOutAt: this.now + 45_000 }
    return this.tell({ type: 'parked', channel: this.snapshotOf(uniqueid), since: this.now, ...where })
  }

  connect(queue: string, phone: string, callerUniqueid: string | null, agentUniqueid: string | null): this {
    const times = { holdSeconds: 0, ringSeconds: 0 }
    return this.tell({ type: 'agentConnected', queue, interface: phone, callerUniqueid, agentUniqueid, ...times })
  }

  complete(queue: string, phone: string, callerUniqueid: string | null, talkSeconds = 0): this {
    const rest = { agentUniqueid: null, holdSeconds: 0, talkSeconds, reason: 'agent' }
    return this.tell({ type: 'agentCompleted', queue, interface: phone, callerUniqueid, ...rest })
  }

  hangUp(...uniqueids: string[]): this {
    for (const uniqueid of uniqueids) this.tell({ type: 'channelHungUp', uniqueid, cause: 16 })
    return this
  }

  memberOf(queue: string, phone: string): Member {
    const member = this.tables.members.get(this.tables.ids.member(queue, phone))
    if (!member) throw new Error(`${phone} is no member of ${queue}`)
    return member
  }

  queueCalled(name: string): Queue {
    const queue = this.tables.queues.get(this.tables.ids.queue(name))
    if (!queue) throw new Error(`no queue ${name}`)
    return queue
  }

  /** The Uniqueids that wait, in their order, each with its place. */
  waiting(queue: string): string[] {
    return [...this.tables.callersByQueue.of(this.tables.ids.queue(queue))]
      .flatMap((id) => this.tables.callers.get(id) ?? [])
      .sort((one, other) => one.position - other.position)
      .map((caller) => `${caller.position}:${caller.uniqueid}`)
  }

  /** What is told once a flush is told now. */
  flush(): this {
    settleHouse(this.tables, CONTEXT)
    return this
  }

  /** What goes on at the phones, one line each: `PJSIP/101 talking PJSIP/102`. */
  talks(): string[] {
    const channels = [...this.flush().tables.phoneChannels.values()]
    return channels.map(({ endpoint, state, otherEndpoint, otherNumber }) =>
      [endpoint, state, otherEndpoint ?? otherNumber].filter(Boolean).join(' '),
    )
  }

  /** Every call there is. */
  calls(): Call[] {
    return [...this.tables.calls.values()]
  }

  /** The only call there is. */
  call(): Call {
    const [call, ...others] = this.calls()
    if (!call || others.length > 0) throw new Error(`${this.calls().length} calls`)
    return call
  }

  /** A snapshot of a channel as it stands. */
  snapshotOf(uniqueid: string): ChannelFields {
    const channel = this.tables.channels.get(uniqueid)
    if (!channel) throw new Error(`no channel ${uniqueid}`)
    return { ...channel, accountCode: null, context: null, exten: null }
  }
}

/** A channel as a snapshot of it; its number is that of the phone. */
export function channelAt(uniqueid: string, phone: string, fields: Partial<ChannelFields> = {}): ChannelFields {
  return {
    uniqueid,
    linkedid: uniqueid,
    name: `${phone}-0000000${uniqueid}`,
    state: 0,
    caller: { number: phone.split('/')[1] ?? null, name: null },
    connected: { number: null, name: null },
    accountCode: null,
    context: null,
    exten: null,
    ...fields,
  }
}

const PARAMS = {
  strategy: 'ringall',
  max: 0,
  weight: 0,
  calls: 0,
  holdtime: 0,
  talktime: 0,
  completed: 0,
  abandoned: 0,
  serviceLevelSeconds: 20,
  serviceLevelPerf: 0,
  serviceLevelPerf2: 0,
}

/** As live events tell it: `inCall` is not to be believed there. */
const MEMBER: MemberFields = {
  name: 'Ann',
  interface: 'PJSIP/101',
  stateInterface: undefined,
  membership: 'static',
  penalty: 0,
  ringInUse: false,
  wrapUpSeconds: 0,
  callsTaken: 0,
  lastCallAt: null,
  lastPauseAt: null,
  loggedInAt: null,
  device: 'notInUse',
  inCall: undefined,
  paused: false,
  pausedReason: null,
}
