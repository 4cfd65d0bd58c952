import type { PbxEvent } from '@/server/events/pbx-event'
import type { OpenVisit } from './open-visit'

/** The visits of one PBX that are kept in mind: those under way, and those of which more may become known. */
export class KnownVisits {
  /** Those that left the line and are not decided yet: few, and for moments. */
  readonly undecided = new Set<OpenVisit>()
  /** Talks that are over, until AgentComplete says who ended them, by the moment of their end. */
  readonly unexplained = new Map<OpenVisit, number>()
  /** By Uniqueid of the caller; the last visit of each that is not over, or whose end may still be explained. */
  private readonly byCaller = new Map<string, OpenVisit>()
  private readonly byAgentChannel = new Map<string, OpenVisit>()

  get size(): number {
    return this.byCaller.size
  }

  /** The last visit of a caller. */
  of(uniqueid: string): OpenVisit | undefined {
    return this.byCaller.get(uniqueid)
  }

  /** The talk in which this channel is the agent's. */
  ofAgent(channel: string): OpenVisit | undefined {
    return this.byAgentChannel.get(channel)
  }

  /** The last visit of each caller. */
  last(): OpenVisit[] {
    return [...new Set(this.byCaller.values())]
  }

  /** Besides: talks of callers who stand elsewhere by now. */
  all(): OpenVisit[] {
    return [...new Set([...this.byCaller.values(), ...this.unexplained.keys()])]
  }

  put(visit: OpenVisit): void {
    const { callerChannel, agentChannel } = visit
    this.byCaller.set(callerChannel, visit)
    if (agentChannel !== null) this.byAgentChannel.set(agentChannel, visit)
  }

  /** A phone that rang for somebody rings no more. */
  ringEnds({ callerUniqueid, calleeUniqueid, status, at }: Extract<PbxEvent, { type: 'dialEnded' }>): void {
    if (callerUniqueid === null || calleeUniqueid === null) return
    const visit = this.of(callerUniqueid)
    visit?.stopsRinging(calleeUniqueid, at)
    if (visit && status === 'ANSWER') visit.isPickedUp = true
  }

  /** Another channel stands where the caller's stood; what the one before does is no more the caller's doing. */
  replaceCaller(visit: OpenVisit, channel: string): void {
    visit.callerChannels.push(channel)
    this.put(visit)
  }

  /** Likewise the agent's. */
  replaceAgent(visit: OpenVisit, channel: string, isLocal: boolean): void {
    visit.agentChannels.push(channel)
    visit.isAgentLocal = isLocal
    this.byAgentChannel.set(channel, visit)
  }

  /** A caller's channel is gone, and another stands in its place. */
  forgetCaller(channel: string): void {
    this.byCaller.delete(channel)
  }

  /** The agent's channel is gone. */
  forgetAgent(channel: string): void {
    this.byAgentChannel.delete(channel)
  }

  /** Talks that are over, of callers who are gone, as nothing more will be told of them; their queues. */
  forgetTalks(exists: (uniqueid: string) => boolean): string[] {
    const gone = this.all().filter(
      ({ isOver, record, callerChannel }) => isOver && record.answeredAt !== null && !exists(callerChannel),
    )
    for (const visit of gone) this.forget(visit)
    return gone.map(({ record }) => record.queue)
  }

  /** Likewise everybody's who waits and talks no more. */
  forgetOver(exists: (uniqueid: string) => boolean): void {
    for (const visit of this.last()) if (visit.isOver && !exists(visit.callerChannel)) this.forget(visit)
  }

  forget(visit: OpenVisit): void {
    for (const channel of visit.callerChannels) if (this.byCaller.get(channel) === visit) this.byCaller.delete(channel)
    for (const channel of visit.agentChannels)
      if (this.byAgentChannel.get(channel) === visit) this.byAgentChannel.delete(channel)
    this.undecided.delete(visit)
    this.unexplained.delete(visit)
  }
}
