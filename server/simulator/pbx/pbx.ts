import { type EventClass, formatMessage, formatTimestamp, type Header } from '../ami/message'
import type { Random } from '../random'
import type { Scheduler } from '../scheduler'
import type { Conference } from './conference-records'
import type { Endpoint, Peer, Registration } from './line-records'
import type { Mailbox } from './mailboxes'
import type { Presence } from './presence'
import type { Bridge, Channel, Parked, Party, Phone, Queue } from './records'

/** Where events go: every session that is logged in. */
export type EventSink = { wants(eventClass: EventClass): boolean; send(eventClass: EventClass, text: string): void }

/** Everything the simulated PBX knows, and the one place from which it speaks. */
export class Pbx {
  readonly queues = new Map<string, Queue>()
  /** By device: `PJSIP/201`. */
  readonly phones = new Map<string, Phone>()
  /** By name. */
  readonly channels = new Map<string, Channel>()
  readonly bridges = new Set<Bridge>()
  /** Who is parked, by slot. */
  readonly parked = new Map<string, Parked>()
  /** What PJSIP knows: phones and lines to elsewhere, by device. */
  readonly endpoints = new Map<string, Endpoint>()
  readonly registrations: Registration[] = []
  readonly peers: Peer[] = []
  /** By name, while somebody is in them. */
  readonly conferences = new Map<string, Conference>()
  /** By `401@default`. */
  readonly mailboxes = new Map<string, Mailbox>()
  /** By presentity: `CustomPresence:401`. */
  readonly presences = new Map<string, Presence>()
  /** In ms since 1970: when this PBX started. */
  startedAt: number
  reloadedAt: number
  processedCalls = 0
  eventsSent = 0
  /** Somebody may take a call of this queue now; who hands out calls listens here. */
  onAvailable: (queue: Queue) => void = () => {}
  /** A phone has just become free; wrap-up begins. */
  onFree: (phone: Phone) => void = () => {}
  private counter = 0
  private lastMicroseconds = 0
  private sink: EventSink | null = null

  constructor(
    readonly scheduler: Scheduler,
    /** What happens in the queues. */
    readonly random: Random,
    /** Names of bridges: drawn from elsewhere, or every new conference would change the queues' day. */
    private readonly ids: Random,
  ) {
    this.startedAt = scheduler.now()
    this.reloadedAt = this.startedAt
  }

  addPhone(phone: Pick<Phone, 'extension' | 'device' | 'person' | 'state'>): Phone {
    const whole: Phone = { ...phone, channel: null, lastCall: 0, members: [], presentity: null }
    this.phones.set(whole.device, whole)
    return whole
  }

  now(): number {
    return this.scheduler.now()
  }

  /** Clock seconds, as Asterisk's `time(NULL)`. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Before there is a listener nothing is written, so that history costs little. */
  listen(sink: EventSink): void {
    this.sink = sink
  }

  emit(eventClass: EventClass, name: string, headers: () => readonly Header[]): void {
    if (!this.sink) return
    this.eventsSent++
    const timestamp = formatTimestamp(this.microseconds())
    if (!this.sink.wants(eventClass)) return
    const intro: Header[] = [
      ['Event', name],
      ['Privilege', `${eventClass},all`],
      ['Timestamp', timestamp],
    ]
    this.sink.send(eventClass, formatMessage([...intro, ...headers()]))
  }

  /** `PJSIP/carrier-0000002a`, with a uniqueid of its own unless `id` is given; not announced yet. */
  createChannel(
    device: string,
    caller: Party,
    place: { context: string; exten: string },
    linkedid?: string,
    id?: string,
  ): Channel {
    const number = this.counter++
    const uniqueid = id || `${this.seconds()}.${number}`
    const channel: Channel = {
      name: `${device}-${number.toString(16).padStart(8, '0')}`,
      state: 'Down',
      caller,
      connected: { number: '', name: '' },
      ...place,
      priority: 1,
      uniqueid,
      linkedid: linkedid ?? uniqueid,
      application: '',
      data: '',
      createdAt: this.now(),
      bridge: null,
      onHangup: null,
      onAnswered: null,
      onGone: new Set(),
      role: null,
    }
    this.channels.set(channel.name, channel)
    return channel
  }

  renameChannel(channel: Channel, name: string): void {
    this.channels.delete(channel.name)
    channel.name = name
    this.channels.set(name, channel)
  }

  /** A version 4 UUID out of the seed: bridges are named by one. */
  createId(): string {
    const digits = Array.from({ length: 32 }, () => this.ids.integer(0, 15).toString(16)).join('')
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')
  }

  /** By channel name or uniqueid, as Asterisk takes both. */
  findChannel(nameOrId: string): Channel | undefined {
    const byName = this.channels.get(nameOrId)
    if (byName) return byName
    return [...this.channels.values()].find((channel) => channel.uniqueid === nameOrId)
  }

  private microseconds(): number {
    this.lastMicroseconds = Math.max(this.lastMicroseconds + 1, Math.floor(this.now() * 1000))
    return this.lastMicroseconds
  }
}
