import type { Member } from '@/lib/domain/member'
import { aMember, PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import { AgentFollower } from '../../agents/agent-follower'
import { Lines } from '../../agents/testing/lines'
import { VisitFollower } from '../visit-follower'

const PHONE = 'PJSIP/101'

/** One agent of some queues with their wrap-ups in seconds, and the callers that they talk to, seen as it happens. */
export class WrappingAgent {
  readonly lines = new Lines()
  /** Each word on each visit. */
  readonly words: Visit[] = []
  private readonly members = new Map<string, Member>()
  private readonly agents = new AgentFollower({
    queueName: ({ queue }) => queue.replace('main|', ''),
    told: (span) => {
      this.lines.take(span)
      this.visitsFollower.takeSpan(span)
    },
  })
  readonly visitsFollower: VisitFollower = new VisitFollower({
    ...{ pbx: PBX, channelName: () => null, memberName: () => null },
    wrappingUp: (queue) => this.members.get(queue),
    told: (visit) => this.words.push(visit),
  })
  private now = 0
  private calls = 0
  private talk: { queue: string; caller: string; phone: string } | null = null

  /** @param isShared one queue's last call counts in all (`shared_lastcall`) */
  constructor(
    private readonly wrapUps: Readonly<Record<string, number>>,
    private readonly isShared = false,
  ) {
    for (const queue of Object.keys(wrapUps)) this.logsIn(queue)
  }

  /** Seconds of each visit's wrap-up, by its queue, in the order of talks. */
  get wrappedUp(): string[] {
    const last = new Map(this.words.map((visit) => [visit.id, visit]))
    return [...last.values()].map(({ queue, wrapUpMs }) => `${queue} ${wrapUpMs === null ? '–' : wrapUpMs / 1000}`)
  }

  get moment(): number {
    return this.now
  }

  logsIn(queue: string): this {
    const wrapUpSeconds = this.wrapUps[queue] ?? 0
    return this.put(queue, aMember(queue, '101', { name: 'Ana', wrapUpSeconds }))
  }

  logsOff(queue: string): this {
    return this.put(queue, undefined)
  }

  pauses(paused: boolean): this {
    return this.is({ paused, lastPauseAt: this.now })
  }

  talks(queue: string): this {
    this.calls += 1
    const [caller, phone] = [`${this.calls}.1`, `${this.calls}.2`]
    const channel = { uniqueid: caller, caller: { number: '555', name: null } } as ChannelFields
    this.hears({ type: 'callerJoined', queue, position: 1, count: 1, channel })
    this.hears({ type: 'callerLeft', queue, position: 1, count: 0, uniqueid: caller })
    const call = { queue, interface: PHONE, callerUniqueid: caller, agentUniqueid: phone }
    this.hears({ type: 'agentConnected', ...call, holdSeconds: 0, ringSeconds: 0 })
    this.talk = { queue, caller, phone }
    for (const [name, member] of this.members) this.put(name, { ...member, activity: 'onCall', inCall: name === queue })
    return this
  }

  /** The agent hangs up; Asterisk tells of it a moment later. */
  hangsUp(): this {
    if (this.talk === null) throw new Error('nobody talks')
    const { queue, caller, phone } = this.talk
    this.talk = null
    this.hears({ type: 'channelHungUp', uniqueid: phone, cause: 16 })
    for (const [name, member] of this.members) {
      const isCounted = this.isShared || name === queue
      this.put(name, { ...member, activity: 'idle', inCall: false, ...(isCounted && { lastCallAt: this.now }) })
    }
    const call = { queue, interface: PHONE, callerUniqueid: caller, agentUniqueid: phone }
    this.hears({ type: 'agentCompleted', ...call, talkSeconds: 1, reason: 'agent' })
    return this
  }

  /** Whoever called hangs up, seconds after. */
  callerHangsUp(): this {
    return this.hears({ type: 'channelHungUp', uniqueid: `${this.calls}.1`, cause: 16 })
  }

  /** The link is lost, and nothing is seen from now on. */
  loses(): this {
    this.agents.blind(this.now)
    this.visitsFollower.loses(this.now)
    return this
  }

  /** The link is back; the agent is there, and nobody talks. */
  isBack(since: number): this {
    const gap = { from: since, to: this.now }
    this.visitsFollower.reconcile(gap, { exists: () => false, callers: [] })
    for (const [name, member] of this.members) this.put(name, { ...member, activity: 'idle', inCall: false })
    return this
  }

  pass(seconds: number): this {
    for (let second = 0; second < seconds; second++) {
      this.now += 1000
      this.visitsFollower.passes(this.now)
      this.agents.passes(this.now)
    }
    return this
  }

  private is(fields: Partial<Member>): this {
    for (const [name, member] of this.members) this.put(name, { ...member, ...fields })
    return this
  }

  private put(queue: string, after: Member | undefined): this {
    const before = this.members.get(queue)
    if (after) this.members.set(queue, after)
    else this.members.delete(queue)
    this.agents.take([{ id: (after ?? before)?.id ?? '', before, after, at: this.now }])
    return this
  }

  private hears(event: Record<string, unknown>): this {
    this.visitsFollower.take({ at: this.now, ...event } as PbxEvent)
    return this
  }
}
