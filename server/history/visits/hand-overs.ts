import { isLocal } from '@/lib/domain/endpoint'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Doors } from './doors'
import type { KnownVisits } from './known-visits'
import type { OpenVisit } from './open-visit'

type EventOf<Type extends PbxEvent['type']> = Extract<PbxEvent, { type: Type }>

type HandOverOptions = {
  known: KnownVisits
  doors: Doors
  tell(visit: OpenVisit): void
  /** Its caller stands elsewhere now. */
  leftTalk(visit: OpenVisit, at: number): void
  otherHalf?(uniqueid: string): string | null
}

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

  /** Whoever asked waits, or talks to an agent of a queue: it is the visit of the one transferred from now on. */
  transferred(event: EventOf<'attendedTransferred'>): void {
    const { known, doors, leftTalk, tell } = this.options
    const { at, app, transferee } = event
    const visit = this.consultationOf(event)
    if (!visit || transferee === null || visit.isOver) return
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
