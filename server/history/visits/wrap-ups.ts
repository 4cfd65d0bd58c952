import type { Member } from '@/lib/domain/member'
import type { ToldSpan } from '../agents/agent-follower'
import type { OpenVisit } from './open-visit'

/** Asterisk tells of an agent's last call in whole seconds, and may count its end moments after we see it, ms. */
const SAME_CALL_MS = 2_500
/** What has come to its end is looked for so often, ms. */
const LOOK_MS = 1_000

type Wrapping = Pick<Member, 'lastCallAt' | 'wrapUpSeconds'>
export type WrapUpOptions = {
  /** The agent as a member of that queue, as it is now. */
  memberOf(queue: string, iface: string): Wrapping | undefined
  tell(visit: OpenVisit): void
}
/** `spans`: when it went on, by their beginnings; `null`: it does. */
type WrapUp = { visit: OpenVisit; talkEndedAt: number; spans: Map<number, number | null> }

/**
 * Gives each visit the wrap-up after its talk, by what its agent is seen to do in its queue. It is that talk's as long as the
 * member's last call is that one; it comes to its end with the time that the queue gives, with another last call, or when
 * the member goes. Only while the agent stood in it does it count: a pause or another call cuts it short.
 */
export class WrapUps {
  /** By queue and agent. */
  private readonly underWay = new Map<string, WrapUp>()
  private lookAt = 0

  constructor(private readonly options: WrapUpOptions) {}

  get size(): number {
    return this.underWay.size
  }

  /** A talk has ended, and was seen to. Where its queue gives no wrap-up that is known at once. */
  begins(visit: OpenVisit): void {
    const { queue, agent, answeredAt, talkEndedAt } = visit.record
    if (agent === null || talkEndedAt === null) return
    const key = keyOf(queue, agent)
    const before = this.underWay.get(key)
    if (before) this.settle(key, before, answeredAt ?? talkEndedAt)
    if (this.options.memberOf(queue, agent)?.wrapUpSeconds) {
      this.underWay.set(key, { visit, talkEndedAt, spans: new Map() })
    } else visit.wrapsUp(0)
  }

  /** A new word on what an agent does; the same beginning again replaces it. */
  take({ queue, interface: iface, state, from, to }: ToldSpan): void {
    const wrapUp = this.underWay.get(keyOf(queue, iface))
    if (!wrapUp) return
    const { spans, visit } = wrapUp
    if (state !== 'wrapUp') spans.delete(from)
    else if (from < (visit.record.answeredAt ?? 0)) return
    else if (spans.has(from) || isTheirs(wrapUp, this.memberOf(wrapUp))) spans.set(from, to)
  }

  /** What has come to its end is told. */
  passes(at: number): void {
    if (at < this.lookAt) return
    this.lookAt = at + LOOK_MS
    for (const [key, wrapUp] of this.underWay) if (this.isOver(wrapUp, at)) this.settle(key, wrapUp, at)
  }

  /** Nothing is seen since: of what was not over by then the rest is not known. */
  loses(since: number): void {
    this.lookAt = 0
    this.passes(since)
    this.underWay.clear()
    this.lookAt = 0
  }

  /** Who tells of spans may be moments behind, and no further than the PBX was heard: one that goes on is waited for. */
  private isOver(wrapUp: WrapUp, at: number): boolean {
    if (at - wrapUp.talkEndedAt < SAME_CALL_MS || [...wrapUp.spans.values()].includes(null)) return false
    const member = this.memberOf(wrapUp)
    return !isTheirs(wrapUp, member) || member.lastCallAt + member.wrapUpSeconds * 1000 <= at
  }

  private settle(key: string, { visit, spans }: WrapUp, at: number): void {
    this.underWay.delete(key)
    let ms = 0
    for (const [from, to] of spans) ms += Math.max(0, (to ?? at) - from)
    visit.wrapsUp(ms)
    this.options.tell(visit)
  }

  private memberOf({ visit: { record } }: WrapUp): Wrapping | undefined {
    return this.options.memberOf(record.queue, record.agent ?? '')
  }
}

/** Is the talk the member's last call? */
function isTheirs({ talkEndedAt }: WrapUp, member: Wrapping | undefined): member is Wrapping & { lastCallAt: number } {
  return member?.lastCallAt != null && Math.abs(member.lastCallAt - talkEndedAt) <= SAME_CALL_MS
}

/** Asterisk compares interfaces without case. */
function keyOf(queue: string, iface: string): string {
  return `${queue}|${iface.toLowerCase()}`
}
