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
    return [...this.byCaller.values()]
  }

  /** Besides: talks of callers who stand elsewhere by now. */
  all(): OpenVisit[] {
    return [...new Set([...this.byCaller.values(), ...this.unexplained.keys()])]
  }

  put(visit: OpenVisit): void {
    const { uniqueid, agentChannel } = visit.record
    this.byCaller.set(uniqueid, visit)
    if (agentChannel !== null) this.byAgentChannel.set(agentChannel, visit)
  }

  /** The agent's channel is gone. */
  forgetAgent(channel: string): void {
    this.byAgentChannel.delete(channel)
  }

  forget(visit: OpenVisit): void {
    const { uniqueid, agentChannel } = visit.record
    if (this.byCaller.get(uniqueid) === visit) this.byCaller.delete(uniqueid)
    this.undecided.delete(visit)
    this.unexplained.delete(visit)
    if (agentChannel !== null && this.byAgentChannel.get(agentChannel) === visit)
      this.byAgentChannel.delete(agentChannel)
  }
}
