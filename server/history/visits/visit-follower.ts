import { isLocal } from '@/lib/domain/endpoint'
import type { Stretch } from '@/lib/domain/gap'
import type { Visit } from '@/lib/domain/visit'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { ToldSpan } from '../agents/agent-follower'
import { Departures } from './departures'
import { Doors } from './doors'
import { endingOfGone, UNEXPLAINED_MS, wasCutOff } from './endings'
import type { FollowerOptions } from './follower-options'
import { HandOvers } from './hand-overs'
import { KnownVisits } from './known-visits'
import { type Entry, OpenVisit } from './open-visit'
import { Sight } from './sight'
import { goesOn, type Standing } from './standing'
import { agentOf, endedByOf, talkOf } from './talk-of'
import { WrapUps } from './wrap-ups'

type EventOf<Type extends PbxEvent['type']> = Extract<PbxEvent, { type: Type }>

const NOBODY = { number: null, name: null }

/**
 * Makes visits of one PBX's live events, as Asterisk really sends them: the leaving may come seconds before the
 * answer, the end of a talk long after it, and without the caller's channel. Knows no clock: time comes with events.
 */
export class VisitFollower {
  private readonly known = new KnownVisits()
  /** Channels of which somebody asked that they hang up, until they do. */
  private readonly hangingUp = new Set<string>()
  private readonly hangsUp = (uniqueid: string) => this.hangingUp.has(uniqueid)

  private readonly handlers: { readonly [Type in PbxEvent['type']]?: (event: EventOf<Type>) => void } = {
    callerJoined: (event) => this.joined(event),
    callerLeft: (event) => this.departures.left(event),
    callerAbandoned: (event) => this.departures.abandoned(event),
    agentCalled: (event) => this.waiting(event)?.rings(event.interface, event.at, event.agentUniqueid),
    dialEnded: (event) => this.known.ringEnds(event),
    agentRingNoAnswer: (event) => this.waiting(event)?.rangOut(event.interface, event.at, event.ringMs),
    agentConnected: (event) => this.connected(event),
    pickedUp: (event) => this.handOvers.pickedUp(event),
    agentCompleted: (event) => this.completed(event),
    hangupRequested: ({ uniqueid }) => this.hangingUp.add(uniqueid),
    channelHungUp: (event) => this.hungUp(event),
    held: ({ uniqueid, at }) => this.known.ofAgent(uniqueid)?.holds(true, at),
    unheld: ({ uniqueid, at }) => this.known.ofAgent(uniqueid)?.holds(false, at),
    blindTransferred: (event) => this.handOvers.transferred(event),
    attendedTransferred: (event) => this.handOvers.transferred(event),
    bridgeEntered: (event) => this.handOvers.entered(event),
    queueSought: (event) => this.doors.seeks(event),
    queueStatusSet: (event) => {
      this.turnsAway(event)
      this.departures.hears(event)
    },
  }
  private readonly doors: Doors
  private readonly sight = new Sight()
  private readonly departures: Departures
  private readonly handOvers: HandOvers
  private readonly wrapUps: WrapUps | null

  constructor(private readonly options: FollowerOptions) {
    this.doors = new Doors(options.pbx)
    const { known, doors, sight } = this
    const [tell, leftTalk] = [this.tell.bind(this), this.leftTalk.bind(this)]
    const { hangsUp } = this
    this.departures = new Departures({ ...options, known, doors, sight, tell, hangsUp })
    this.handOvers = new HandOvers({ ...options, known, doors, tell, leftTalk })
    const { wrappingUp: memberOf } = options
    this.wrapUps = memberOf ? new WrapUps({ memberOf, tell }) : null
  }

  get size(): number {
    return this.known.size + this.doors.size + (this.wrapUps?.size ?? 0)
  }

  /** Those that still wait or talk, as far as they have come. */
  open(): Visit[] {
    return this.known.last().flatMap((visit) => (visit.isOver ? [] : [visit.record]))
  }

  take(event: PbxEvent): void {
    this.passes(event.at)
    // The table below pairs each type with its own handler; a union of functions cannot say so.
    const handle = this.handlers[event.type] as ((event: PbxEvent) => void) | undefined
    handle?.(event)
  }

  /** What an agent does, as it is told of. */
  takeSpan(span: ToldSpan): void {
    this.wrapUps?.take(span)
  }

  /** Takes up visits that were under way when we last looked: in this process, or in the one before. */
  adopt(visits: readonly Visit[]): void {
    for (const visit of visits) {
      this.sight.knows(visit)
      const later = visits.find((one) => one.uniqueid === visit.uniqueid && one.enteredAt > visit.enteredAt)
      if (later) this.departures.endUnseen(OpenVisit.resume(visit), later.enteredAt)
      else if (!this.known.of(visit.uniqueid)) this.keep(OpenVisit.resume(visit))
    }
  }

  /** Nothing is seen since (ms). */
  loses(since: number): void {
    this.sight.loses(since)
    this.wrapUps?.loses(since)
    this.departures.loses()
  }

  /**
   * The link is back, and the lists are read: who still waits or talks goes on, who is gone ended unseen, and who waits
   * without having been seen to come is taken in. `late`: queues of talks that were over before, and which Asterisk counts
   * when the caller hangs up.
   */
  reconcile(gap: Stretch, now: Standing): { late: string[] } {
    const late = this.known.forgetTalks(now.exists)
    const entries = new Map(now.callers.map((entry) => [entry.uniqueid, entry]))
    for (const visit of this.known.last()) if (!visit.isOver) this.meetAgain(visit, gap, now, entries)
    for (const entry of entries.values()) {
      const before = this.known.of(entry.uniqueid)
      if (!before?.isUndecided) this.keep(OpenVisit.enter({ ...entry, previous: this.doors.lastVisit(entry.uniqueid) }))
    }
    this.known.forgetOver(now.exists)
    this.hangingUp.clear()
    this.doors.keepOnly(now.exists)
    this.sight.returns()
    return { late }
  }

  private meetAgain(visit: OpenVisit, gap: Stretch, now: Standing, entries: ReadonlyMap<string, Entry>): void {
    if (goesOn(visit, now, entries.get(visit.callerChannel))) visit.isUnseenForAWhile()
    else visit.endsUnseen(gap)
    this.tell(visit)
  }

  private joined({ at, queue, position, channel, place }: EventOf<'callerJoined'>): void {
    const { uniqueid, caller } = channel
    const before = this.known.of(uniqueid)
    if (before?.isUndecided) this.departures.standsElsewhere(before, at, place)
    else if (before) this.leftTalk(before, at)
    const previous = this.doors.lastVisit(uniqueid)
    const { pbx } = this.options
    const entry = { pbx, queue, uniqueid, ...caller, at, position, priority: null, isPartlyUnseen: false, previous }
    this.keep(OpenVisit.enter(entry, place))
  }

  /** Taken out of a talk, the caller stands in a queue again; AgentComplete comes when that one hangs up. */
  private leftTalk(visit: OpenVisit, at: number): void {
    if (!visit.isOver) {
      visit.talkEnds(at, null)
      this.tell(visit)
    }
    if (visit.record.endedBy === null) this.known.unexplained.set(visit, at)
  }

  private connected(event: EventOf<'agentConnected'>): void {
    const visit = this.waiting(event)
    if (!visit) return
    visit.answered(event.at, agentOf(event, this.options), event.agentUniqueid)
    this.keep(visit)
  }

  private completed(event: EventOf<'agentCompleted'>): void {
    const visit = talkOf(event, this.known.all())
    if (!visit || HandOvers.goesOn(visit, event)) return
    const by = endedByOf(event, visit, this.hangsUp)
    visit.talkEnds(event.at, by)
    visit.endedBy(by)
    this.tell(visit)
    this.known.forget(visit)
  }

  private hungUp({ at, uniqueid, queueStatus, place, caller = NOBODY }: EventOf<'channelHungUp'>): void {
    // It may be what the queue before has left there.
    const isNew = queueStatus !== this.doors.statusOf(uniqueid) || this.departures.isLetGoAt(uniqueid, place)
    if (queueStatus !== undefined && isNew && !this.doors.wasTold(uniqueid)) {
      this.turnsAway({ at, uniqueid, status: queueStatus, caller })
      this.departures.learns({ at, uniqueid, status: queueStatus })
    }
    this.doors.forget(uniqueid)
    const requested = this.hangingUp.delete(uniqueid)
    const talk = this.known.ofAgent(uniqueid)
    if (talk?.agentChannel === uniqueid && !talk.isAgentLocal) this.agentLeft(talk, at, requested)
    this.known.forgetAgent(uniqueid)
    const visit = this.known.of(uniqueid)
    if (!visit) return
    const isCutOff = visit.isUndecided && queueStatus === '' && wasCutOff(visit, place)
    if (visit.callerChannel !== uniqueid) this.known.forgetCaller(uniqueid)
    else this.callerGone(visit, at, requested || isCutOff)
  }

  private callerGone(visit: OpenVisit, at: number, requested: boolean): void {
    if (visit.isUndecided && this.sight.isStale(visit.record)) this.departures.endUnseen(visit, at)
    else if (visit.isUndecided) this.departures.end(visit, endingOfGone(visit, requested), at)
    else if (!visit.isOver) {
      visit.talkEnds(at, requested ? 'caller' : this.hangingUp.has(visit.agentChannel ?? '') ? 'agent' : null)
      this.tell(visit)
    }
    // The caller's channel comes back no more; AgentComplete may still say who ended the talk, and is to find its own.
    if (visit.record.ending === 'answered') this.known.unexplained.set(visit, at)
    else this.known.forget(visit)
  }

  private agentLeft(visit: OpenVisit, at: number, requested: boolean): void {
    const callerHungUp = this.hangingUp.has(visit.callerChannel)
    visit.talkEnds(at, callerHungUp ? 'caller' : requested ? 'agent' : null)
    this.tell(visit)
  }

  private turnsAway(event: Parameters<Doors['turnsAway']>[0]): void {
    const away = this.doors.turnsAway(event)
    if (away) this.options.turnedAway?.(away)
  }

  private keep(visit: OpenVisit): void {
    this.known.put(visit)
    this.doors.enters({ uniqueid: visit.callerChannel, id: visit.record.id })
    const { agentChannel } = visit
    if (agentChannel !== null) visit.isAgentLocal = isLocal(this.options.channelName(agentChannel) ?? '')
    this.tell(visit)
  }

  private waiting({ callerUniqueid, queue }: { callerUniqueid: string | null; queue: string }): OpenVisit | undefined {
    const visit = callerUniqueid === null ? undefined : this.known.of(callerUniqueid)
    return visit?.isUndecided && visit.record.queue === queue ? visit : undefined
  }

  /** What no event decides, time does. */
  passes(at: number): void {
    this.departures.passes(at)
    this.wrapUps?.passes(at)
    for (const [visit, since] of this.known.unexplained) {
      if (at - since < UNEXPLAINED_MS) break
      this.known.forget(visit)
    }
  }

  private tell(visit: OpenVisit): void {
    if (visit.hasWrapUpToCome) this.wrapUps?.begins(visit)
    visit.hasWrapUpToCome = false
    this.options.told(visit.record)
  }
}
