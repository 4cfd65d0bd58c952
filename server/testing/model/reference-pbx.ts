import { eventText, type Headers } from './message-text'
import type { Seeded } from './seeded'

type RefChannel = {
  uniqueid: string
  name: string
  number: string
  /** As it is, unescaped. */
  callerName: string
  linkedid: string
  /** 4 rings out, 5 rings, 6 is up. */
  state: 4 | 5 | 6
  bridge: string | null
  startedAt: number
}

export type RefMember = {
  queue: string
  interface: string
  name: string
  membership: 'static' | 'dynamic'
  penalty: number
  paused: boolean
  reason: string
  callsTaken: number
  /** Asterisk's seconds since 1970, 0 for never. */
  lastCall: number
  lastPause: number
  login: number
}

export type RefCaller = { channel: RefChannel; joinedAt: number }

export type RefQueue = {
  name: string
  weight: number
  completed: number
  abandoned: number
  members: Map<string, RefMember>
  /** Next in line first. */
  callers: RefCaller[]
}

/** Somebody in a conference. */
export type RefGuest = { channel: RefChannel; admin: boolean; muted: boolean }
/** A conference while somebody is in it. */
export type RefRoom = { name: string; locked: boolean; guests: RefGuest[] }
/** Somebody in a parking slot, since then (ms). */
type RefParked = { channel: RefChannel; slot: string; since: number }

/** Two channels of which one dialled the other, through a queue (`member`) or not. */
export type RefTalk = {
  caller: RefChannel
  agent: RefChannel
  interface: string
  queue: string | null
  talking: boolean
}

/**
 * What a small PBX is: the truth that the store is held against. It shares nothing with the store but AMI's words.
 * Its events lie in `lagging` until they go out, so that lists may be ahead of them, as Asterisk's are.
 */
export class ReferencePbx {
  readonly queues = new Map<string, RefQueue>()
  readonly channels = new Map<string, RefChannel>()
  talks: RefTalk[] = []
  readonly rooms = new Map<string, RefRoom>()
  parked: RefParked[] = []
  lagging: { at: number; text: string }[] = []
  /** Phones that are not registered. */
  readonly unavailable = new Set<string>()
  startedAt: number
  private serial = 0

  constructor(
    readonly random: Seeded,
    private readonly now: () => number,
  ) {
    this.startedAt = now()
  }

  get seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Asterisk dies and comes back: calls and counters are gone, members stay (persistentmembers). */
  restart(): void {
    this.channels.clear()
    this.rooms.clear()
    this.parked = []
    this.talks = []
    this.lagging = []
    this.startedAt = this.now()
    for (const queue of this.queues.values()) {
      Object.assign(queue, { callers: [], completed: 0, abandoned: 0 })
      for (const member of queue.members.values()) {
        Object.assign(member, {
          callsTaken: 0,
          lastCall: 0,
          lastPause: 0,
          paused: false,
          reason: '',
          login: this.seconds,
        })
      }
    }
  }

  /** A channel comes to be; Linkedid is that of the one it belongs to. */
  newChannel(endpoint: string, number: string, callerName: string, state: 4 | 5, linkedid?: string): RefChannel {
    const serial = ++this.serial
    const uniqueid = `${this.seconds}.${serial}`
    const name = `${endpoint}-${serial.toString(16).padStart(8, '0')}`
    const parties = { number, callerName, linkedid: linkedid ?? uniqueid }
    const channel: RefChannel = { uniqueid, name, ...parties, state, bridge: null, startedAt: this.now() }
    this.channels.set(uniqueid, channel)
    this.emit('Newchannel', snapshot(channel))
    return channel
  }

  answer(channel: RefChannel): void {
    channel.state = 6
    this.emit('Newstate', snapshot(channel))
  }

  hangUp(channel: RefChannel): string {
    this.channels.delete(channel.uniqueid)
    return this.text('Hangup', { ...snapshot(channel), Cause: 16 })
  }

  emit(event: string, headers: Headers): void {
    this.tell(this.text(event, headers))
  }

  /** Puts finished events on their way. */
  tell(...texts: string[]): void {
    for (const text of texts) this.lagging.push({ at: this.now(), text })
  }

  text(event: string, headers: Headers): string {
    return eventText(event, this.now(), headers)
  }

  /** Asterisk's device state of a phone. */
  status(phone: string): number {
    const talk = this.talks.find((one) => one.interface === phone)
    if (talk) return talk.talking ? 2 : 6
    return this.unavailable.has(phone) ? 5 : 1
  }

  inCall(member: RefMember): boolean {
    return this.talks.some((one) => one.talking && one.queue === member.queue && one.interface === member.interface)
  }

  membersAt(phone: string): RefMember[] {
    return [...this.queues.values()].flatMap((queue) => queue.members.get(phone) ?? [])
  }

  /** QueueMemberStatus of a phone in all its queues. */
  statusTexts(phone: string): string[] {
    return this.membersAt(phone).map((member) => this.text('QueueMemberStatus', this.memberHeaders(member)))
  }

  /** A member as live events tell it; InCall is a matter of chance there. */
  memberHeaders(member: RefMember): Headers {
    return {
      Queue: member.queue,
      MemberName: member.name,
      Interface: member.interface,
      ...this.memberFields(member),
      InCall: this.random.below(2),
      Ringinuse: 0,
    }
  }

  /** What events and lists tell of a member under the same names. */
  memberFields(member: RefMember): Headers {
    return {
      StateInterface: member.interface,
      Membership: member.membership,
      Penalty: member.penalty,
      CallsTaken: member.callsTaken,
      LastCall: member.lastCall,
      LastPause: member.lastPause,
      LoginTime: member.login,
      InCall: this.inCall(member) ? 1 : 0,
      Status: this.status(member.interface),
      Paused: member.paused ? 1 : 0,
      PausedReason: member.reason,
      Wrapuptime: 0,
    }
  }
}

/** A channel as events and lists tell it, names C-escaped. */
export function snapshot(channel: RefChannel, prefix: '' | 'Dest' = ''): Headers {
  const headers = {
    Channel: channel.name,
    ChannelState: channel.state,
    CallerIDNum: channel.number,
    CallerIDName: channel.callerName.replace(/['"\\]/g, '\\$&') || '<unknown>',
    ConnectedLineNum: '<unknown>',
    ConnectedLineName: '<unknown>',
    AccountCode: '',
    Context: 'internal',
    Exten: 's',
    Uniqueid: channel.uniqueid,
    Linkedid: channel.linkedid,
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [prefix + name, value]))
}
