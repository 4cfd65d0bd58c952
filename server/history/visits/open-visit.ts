import type { Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Ending, Ring, Visit } from '@/lib/domain/visit'

/** Who entered a queue, and as what. */
export type Entry = {
  pbx: PbxName
  queue: string
  uniqueid: string
  number: string | null
  name: string | null
  /** ms since 1970 */
  at: number
  position: number
  priority: number | null
  /** Came before we looked. */
  isPartlyUnseen: boolean
  previous: string | null
}

/** For whom somebody waited, and the visit that they come from. */
export type Heir = Pick<Visit, 'number' | 'name' | 'previous'> & { channel: string | null }

/** Who answers. `toldAs`: the member of whom Asterisk tells it, where another has picked up the call. */
export type Agent = { interface: string; name: string | null; toldAs: string }

/** A visit under way; `record` is what it has come to, new on each change. */
export class OpenVisit {
  record: Visit
  /** Told to have given up waiting (QueueCallerAbandon), and when; which kind of loss is still open. */
  abandonedAt: number | null = null
  /** Where in the dialplan the caller waits; `null`: not known. */
  place: string | null = null
  /** Who came by a Local channel: the bridge in which its other half is with them. */
  nearBridge: string | null = null
  /** Channels of the caller, one after the other: the last one stands where the others stood. */
  readonly callerChannels: string[]
  /** Likewise of the agent. */
  readonly agentChannels: string[]
  /** The agent's channel is a Local half, which may be optimised away while they talk. */
  isAgentLocal = false
  /** A phone was answered; whether the caller is put through shows later. */
  isPickedUp = false
  /** The talk has ended before our eyes, and what the agent does after it is not looked at yet. */
  hasWrapUpToCome = false
  /** Interface of the member of whom Asterisk tells the talk. */
  toldAs: string | null
  private heldSince: number | null = null
  /** Phones that ring, by their channels; which ring it is. */
  private readonly ringing = new Map<string, number>()

  private constructor(record: Visit) {
    this.record = record
    this.toldAs = record.agent
    this.callerChannels = [record.uniqueid]
    this.agentChannels = record.agentChannel === null ? [] : [record.agentChannel]
  }

  static enter(entry: Entry, place: string | null = null): OpenVisit {
    const { pbx, queue, uniqueid, number, name, at, position, priority, isPartlyUnseen, previous } = entry
    const visit = new OpenVisit({
      id: `${pbx}|${uniqueid}|${at}`,
      pbx,
      queue,
      uniqueid,
      number,
      name,
      enteredAt: at,
      position,
      priority,
      rings: [],
      leftAt: null,
      ending: null,
      agent: null,
      agentName: null,
      agentChannel: null,
      answeredAt: null,
      talkEndedAt: null,
      heldMs: 0,
      wrapUpMs: null,
      endedBy: null,
      transferredTo: null,
      isPartlyUnseen,
      previous,
    })
    visit.place = place
    return visit
  }

  /** One that was under way when nobody looked, and still is. */
  static resume(record: Visit): OpenVisit {
    return new OpenVisit({ ...record, isPartlyUnseen: true })
  }

  /** Waits, or left and nobody knows yet why. */
  get isUndecided(): boolean {
    return this.record.ending === null
  }

  /** There is nothing more to come. */
  get isOver(): boolean {
    const { ending, talkEndedAt } = this.record
    return ending !== null && (ending !== 'answered' || talkEndedAt !== null)
  }

  get isTalking(): boolean {
    return this.record.ending === 'answered' && !this.isOver
  }

  get callerChannel(): string {
    return this.callerChannels.at(-1) ?? this.record.uniqueid
  }

  get agentChannel(): string | null {
    return this.agentChannels.at(-1) ?? null
  }

  /** `channel`: that of the phone, if it is known. */
  rings(iface: string, at: number, channel: string | null = null): void {
    // Who is called again was let be before.
    this.settleRings(at, (ring) => ring.interface === iface && { outcome: 'withdrawn' })
    const ring: Ring = { interface: iface, at, rangMs: null, outcome: null }
    this.isPickedUp = false
    if (channel !== null) this.ringing.set(channel, this.record.rings.length)
    this.change({ rings: [...this.record.rings, ring] })
  }

  /** A phone rings no more: what came of it is told later, after announcements or never. */
  stopsRinging(channel: string, at: number): void {
    const which = this.ringing.get(channel)
    if (!this.ringing.delete(channel)) return
    const rings = this.record.rings.map((ring, index) =>
      index === which && ring.rangMs === null ? { ...ring, rangMs: Math.max(0, at - ring.at) } : ring,
    )
    this.change({ rings })
  }

  /** `rangMs`: as Asterisk tells it; `null`: until now. */
  rangOut(iface: string, at: number, rangMs: number | null): void {
    const told = rangMs === null ? {} : { rangMs }
    this.settleRings(at, (ring) => ring.interface === iface && { outcome: 'noAnswer', ...told })
  }

  /** The caller left the line; whether to an agent shows later, as an announcement to the agent comes between. */
  leaves(at: number): void {
    this.change({ leftAt: this.leftBy(at) })
  }

  answered(at: number, { interface: agent, name: agentName, toldAs }: Agent, agentChannel: string | null): void {
    this.toldAs = toldAs
    this.settleRings(at, (ring) => ({ outcome: ring.interface === agent ? 'answered' : 'elsewhere' }))
    if (agentChannel !== null) this.agentChannels.push(agentChannel)
    this.change({
      ending: 'answered',
      leftAt: this.leftBy(at),
      answeredAt: Math.max(at, this.record.enteredAt),
      agent,
      agentName,
      agentChannel,
    })
  }

  /** It turns out that another has picked up the call. */
  isTakenBy({ interface: agent, name: agentName }: Omit<Agent, 'toldAs'>): void {
    const rings = this.record.rings.map((ring): Ring => {
      return ring.outcome === 'answered' && ring.interface !== agent ? { ...ring, outcome: 'elsewhere' } : ring
    })
    this.change({ agent, agentName, rings })
  }

  /** Ends waiting without an agent. */
  ends(ending: Ending, at: number): void {
    // Time may decide what the ending was, long after it.
    const leftAt = this.leftBy(at)
    this.settleRings(leftAt, () => ({ outcome: 'withdrawn' }))
    this.change({ ending, leftAt })
  }

  holds(held: boolean, at: number): void {
    if (held) this.heldSince ??= at
    else this.addHold(at)
  }

  talkEnds(at: number, endedBy: Visit['endedBy'], transferredTo: string | null = null): void {
    const { answeredAt } = this.record
    if (answeredAt === null || this.record.talkEndedAt !== null) return
    this.addHold(at)
    this.change({ talkEndedAt: Math.max(at, answeredAt), endedBy, transferredTo })
    this.hasWrapUpToCome = true
  }

  /** After the talk the agent wrapped up for so long. */
  wrapsUp(ms: number): void {
    this.change({ wrapUpMs: ms })
  }

  /** Whoever waited or talked did so for somebody, whose visit it is from now on; `channel`: theirs, where it waits itself. */
  isHandedTo({ number, name, previous, channel }: Heir): void {
    this.place = null
    const uniqueid = channel ?? this.record.uniqueid
    this.change({ number, name, uniqueid, previous: this.record.previous ?? previous })
  }

  /** It goes on, and for a while nobody looked. */
  isUnseenForAWhile(): void {
    this.change({ isPartlyUnseen: true })
  }

  /** It ended while nobody looked: how is not guessed. */
  endsUnseen({ from, to }: Stretch): void {
    this.change({ isPartlyUnseen: true })
    if (this.isUndecided) this.ends(this.abandonedAt === null ? 'unknown' : 'lost', to)
    // Talked at least until then.
    else this.talkEnds(from, null)
    this.hasWrapUpToCome = false
  }

  /** What comes later than the end says who ended it, and where to. */
  endedBy(who: Visit['endedBy'], transferredTo: string | null = null): void {
    if (this.record.endedBy === null) this.change({ endedBy: who, transferredTo })
  }

  /** A clock may be put back while somebody waits or talks: nothing ends before it begins. */
  private leftBy(at: number): number {
    return this.record.leftAt ?? Math.max(at, this.record.enteredAt)
  }

  private addHold(at: number): void {
    if (this.heldSince === null) return
    this.change({ heldMs: this.record.heldMs + Math.max(0, at - this.heldSince) })
    this.heldSince = null
  }

  private settleRings(at: number, settle: (ring: Ring) => Partial<Ring> | false): void {
    const rings = this.record.rings.map((ring) => {
      if (ring.outcome !== null) return ring
      const settled = settle(ring)
      return settled ? { ...ring, rangMs: ring.rangMs ?? Math.max(0, at - ring.at), ...settled } : ring
    })
    this.change({ rings })
  }

  private change(fields: Partial<Visit>): void {
    this.record = { ...this.record, ...fields }
  }
}
