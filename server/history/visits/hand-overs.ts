import { isLocal } from '@/lib/domain/endpoint'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import type { Doors } from './doors'
import type { FollowerOptions } from './follower-options'
import type { KnownVisits } from './known-visits'
import type { OpenVisit } from './open-visit'
import { sendsAnother } from './talk-of'

type EventOf<Type extends PbxEvent['type']> = Extract<PbxEvent, { type: Type }>

type HandOverOptions = {
  known: KnownVisits
  doors: Doors
  tell(visit: OpenVisit): void
  /** Its caller stands elsewhere now. */
  leftTalk(visit: OpenVisit, at: number): void
} & Pick<FollowerOptions, 'otherHalf' | 'takerOf'>

/**
 * Who stands in whose place: halves of Local channels are taken out of a talk, and an agent who asks before an attended transfer
 * waits in a queue, or talks to its agent, for the caller who comes after.
 */
export class HandOvers {
  constructor(private readonly options: HandOverOptions) {}

  /** Out of a talk Asterisk takes halves of Local channels, and others enter in their place. */
  entered({ channel: { uniqueid, name }, bridge, swapUniqueid, at }: EventOf<'bridgeEntered'>): void {
    const { known, doors, otherHalf, leftTalk } = this.options
    const half = isLocal(name) ? otherHalf?.(uniqueid) : null
    const far = half ? known.of(half) : undefined
    if (far) far.nearBridge = bridge
    if (swapUniqueid === null) return
    const ofCaller = known.of(swapUniqueid)
    if (ofCaller?.callerChannel === swapUniqueid && ofCaller.isTalking) {
      const before = known.of(uniqueid)
      if (before) leftTalk(before, at)
      known.replaceCaller(ofCaller, uniqueid)
      doors.enters({ uniqueid, id: ofCaller.record.id })
    }
    const ofAgent = known.ofAgent(swapUniqueid)
    if (ofAgent?.agentChannel === swapUniqueid && ofAgent.isTalking)
      known.replaceAgent(ofAgent, uniqueid, isLocal(name))
  }

  /** The phone rings no more. Where a Local channel was called, the talk may be told a moment before. */
  pickedUp({ targetUniqueid, at }: EventOf<'pickedUp'>): void {
    const { known, takerOf, tell } = this.options
    for (const visit of known.last()) {
      visit.stopsRinging(targetUniqueid, at)
      const { record, toldAs, isTalking, isAgentLocal, agentChannel } = visit
      if (!isTalking || !isAgentLocal || record.agent !== toldAs) continue
      const taker = takerOf?.(record.queue, agentChannel)
      if (!taker) continue
      visit.isTakenBy(taker)
      tell(visit)
    }
  }

  /** Whose talk a transfer ends, and who stands in whose place then. */
  transferred(event: EventOf<'blindTransferred' | 'attendedTransferred'>): void {
    if (!event.succeeded) return
    const visit = this.options.known.ofAgent(event.byUniqueid)
    const to = event.type === 'blindTransferred' ? event.exten : null
    if (visit && !sendsAnother(event, visit)) {
      visit.talkEnds(event.at, 'transfer', to)
      // The caller may have come to the next queue before.
      visit.endedBy('transfer', to)
      this.options.tell(visit)
    }
    if (event.type === 'attendedTransferred') this.handsOver(event, visit)
  }

  /** Whoever asked waits, or talks to an agent of a queue: it is the visit of the one transferred from now on. */
  private handsOver(event: EventOf<'attendedTransferred'>, talk: OpenVisit | undefined): void {
    const { known, doors, leftTalk, tell } = this.options
    const { at, app } = event
    const visit = this.consultationOf(event)
    // Once both are in one bridge, Asterisk does not always say which of them it was.
    const transferee = event.transferee ?? (talk ? callerOf(talk) : null)
    if (!visit || visit === talk || transferee === null || visit.isOver) return
    const { uniqueid, caller } = transferee
    if (app !== null) {
      const before = known.of(uniqueid)
      if (before && before !== visit) leftTalk(before, at)
      known.replaceCaller(visit, uniqueid)
    }
    visit.isHandedTo({ ...caller, previous: doors.lastVisit(uniqueid), channel: app === null ? null : uniqueid })
    doors.enters({ uniqueid, id: visit.record.id })
    tell(visit)
  }

  /**
   * Their other channel is that of the visit, or, where Asterisk itself made the second call, the far half of the Local channel
   * by which it did.
   */
  private consultationOf({
    byUniqueid,
    secondUniqueid,
    bridge,
  }: EventOf<'attendedTransferred'>): OpenVisit | undefined {
    const { known } = this.options
    const own = secondUniqueid !== null && secondUniqueid !== byUniqueid ? known.of(secondUniqueid) : undefined
    return own ?? (bridge === null ? undefined : known.last().find(({ nearBridge }) => nearBridge === bridge))
  }

  /**
   * Asterisk counts a talk as ended when the channel leaves that waited in the queue, though another stands in its place and
   * the agent talks on.
   */
  static goesOn(visit: OpenVisit, { callerUniqueid }: EventOf<'agentCompleted'>): boolean {
    const { callerChannel, callerChannels, isTalking } = visit
    if (!isTalking || callerUniqueid === null || callerUniqueid === callerChannel) return false
    return callerChannels.includes(callerUniqueid)
  }
}

function callerOf({ callerChannel, record: { number, name } }: OpenVisit): Pick<ChannelFields, 'uniqueid' | 'caller'> {
  return { uniqueid: callerChannel, caller: { number, name } }
}
