import type { Stretch } from './hours'
import type { PastAgent, PastSpan, PastState } from './records'

type Doing = { state: PastState; reason: string | null; queue: string | null; from: number }
export type Break = { state: 'paused' | 'unavailable'; reason: string | null; ms: number }

/** Somebody at work: one thing after the other, without a hole between them. */
export class AgentAtWork {
  private doing: Doing | null = null
  /** What comes as soon as the phone is free. */
  wanted: Break | null = null
  leaves = false
  freeSince = 0

  constructor(
    readonly who: PastAgent,
    /** Of the whole house. */
    readonly place: number,
    readonly shifts: readonly Stretch[],
    private readonly spans: PastSpan[],
  ) {}

  get isFree(): boolean {
    return this.doing?.state === 'ready'
  }

  get isThere(): boolean {
    return this.doing !== null
  }

  get isAway(): boolean {
    return this.doing?.state === 'paused' || this.doing?.state === 'unavailable'
  }

  /** `null`: goes home. */
  does(next: Omit<Doing, 'from'> | null, at: number): void {
    const { doing, who: agent } = this
    if (doing !== null && at > doing.from) {
      const { state, reason, queue, from } = doing
      this.spans.push({ agent, state, reason, queue, from, to: at })
    }
    this.doing = next && { ...next, from: at }
    if (next?.state === 'ready') this.freeSince = at
  }
}

export const READY = { state: 'ready', reason: null, queue: null } as const
