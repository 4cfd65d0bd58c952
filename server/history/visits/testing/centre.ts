import type { Ending } from '@/lib/domain/visit'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Taker } from '@/server/store/reducers/pickups'
import { AGENTS, agentOf, pick, QUEUES, queueOf, take } from './staff'

/** What Asterisk says, without the moment, which is the clock's. */
type Said = PbxEvent extends infer Event ? (Event extends PbxEvent ? Omit<Event, 'at'> : never) : never

/** One stay in a queue as it really was. */
export type Stay = { uniqueid: string; queue: string; enteredAt: number; ending: Ending | null; isTalking: boolean }
type Talk = { stay: Stay; caller: string; agent: string; interface: string; answeredAt: number }
/** `announced`: out of the line, and hears who it will be. */
type Waiting = { stay: Stay; ringing: string[]; announced: boolean }

const LOST: Readonly<Record<string, Ending>> = {
  ...{ TIMEOUT: 'timedOut', LEAVEEMPTY: 'noAgents', WITHDRAW: 'withdrawn' },
}

/** A PBX with two queues, of which all is known, and which says what Asterisk would. `which` picks one of what there is. */
export class Centre {
  readonly stays: Stay[] = []
  turnedAway = 0
  readonly counters = new Map(QUEUES.map((queue) => [queue as string, { completed: 0, abandoned: 0 }]))
  startedAt: number
  /** Names by Uniqueid. */
  private readonly channels = new Map<string, string>()
  private waiting: Waiting[] = []
  private talks: Talk[] = []
  /** Taken out of a talk, which Asterisk counts when they hang up. */
  private late: Talk[] = []
  /** In no queue: let go into the dialplan. */
  private loose: string[] = []
  private statuses = new Map<string, string>()
  private calls = 0
  private readonly takers = new Map<string, Taker>()

  constructor(
    private readonly now: () => number,
    private readonly say: (event: Said) => void,
  ) {
    this.startedAt = now()
  }

  get standing(): readonly Stay[] {
    return this.waiting.filter(({ announced }) => !announced).map(({ stay }) => stay)
  }

  channelName(uniqueid: string): string | null {
    return this.channels.get(uniqueid) ?? null
  }

  /** As Getvar would tell it. */
  status(uniqueid: string): string {
    return this.statuses.get(uniqueid) ?? ''
  }

  /** Who has picked up a call; `null`: whoever was called has it. */
  takerOf(agentUniqueid: string | null): Taker | null {
    return this.takers.get(agentUniqueid ?? '') ?? null
  }

  comes(which: number): void {
    this.enter(this.newChannel('PJSIP/trunk'), which)
  }

  /** Somebody in the dialplan is put into a queue, again or for the first time. */
  comesBack(which: number): void {
    const uniqueid = take(this.loose, which)
    if (uniqueid !== undefined) this.enter(uniqueid, which)
  }

  isTurnedAway(which: number): void {
    const uniqueid = this.newChannel('PJSIP/trunk')
    this.turnedAway += 1
    this.say({ type: 'queueSought', uniqueid, queue: queueOf(which) })
    const caller = { number: null, name: null }
    this.say({ type: 'queueStatusSet', uniqueid, status: which % 2 ? 'FULL' : 'JOINEMPTY', caller })
    this.hangsUp(uniqueid)
  }

  rings(which: number): void {
    const one = pick(this.waiting, which)
    const phone = agentOf(which)
    if (!one || one.announced || one.ringing.includes(phone)) return
    one.ringing.push(phone)
    this.say({ type: 'agentCalled', ...this.headers(one.stay, phone, null) })
  }

  ringsOut(which: number): void {
    const one = pick(this.waiting, which)
    const phone = one && take(one.ringing, which)
    if (phone) this.say({ type: 'agentRingNoAnswer', ...this.headers(one.stay, phone, null), ringMs: 15_000 })
  }

  /** The caller leaves the line; the answer is told at once, or after an announcement. */
  answers(which: number): void {
    const one = pick(this.waiting, which)
    if (!one || one.announced) return
    one.announced = true
    this.leave(one.stay)
    if (which % 3) this.connects(which)
  }

  connects(which: number): void {
    const one = pick(
      this.waiting.filter(({ announced }) => announced),
      which,
    )
    if (!one) return
    this.waiting.splice(this.waiting.indexOf(one), 1)
    const phone = agentOf(which)
    const agent = this.newChannel(phone)
    one.stay.ending = 'answered'
    one.stay.isTalking = true
    const { uniqueid } = one.stay
    this.talks.push({ stay: one.stay, caller: uniqueid, agent, interface: phone, answeredAt: this.now() })
    this.say({ type: 'agentConnected', ...this.headers(one.stay, phone, agent), holdSeconds: 0, ringSeconds: 0 })
    // Asterisk takes Local halves out of a talk.
    if (phone.startsWith('Local')) this.hangsUp(agent)
  }

  /** The phone behind a Local channel was picked up by somebody else, which is told after the answer. */
  isPickedUp(which: number): void {
    const talk = pick(
      this.talks.filter((one) => one.interface.startsWith('Local')),
      which,
    )
    if (!talk || this.takers.has(talk.agent)) return
    this.takers.set(talk.agent, { interface: AGENTS[which % 2] ?? 'PJSIP/101', name: null, member: null })
    this.say({ type: 'pickedUp', targetUniqueid: talk.agent } as Said)
  }

  holds(which: number): void {
    const talk = pick(this.talks, which)
    if (talk) this.say({ type: which % 2 ? 'held' : 'unheld', uniqueid: talk.agent })
  }

  ends(which: number): void {
    const talk = take(this.talks, which)
    if (!talk) return
    const byAgent = which % 2 === 1 && !talk.interface.startsWith('Local')
    this.say({ type: 'hangupRequested', uniqueid: byAgent ? talk.agent : talk.caller })
    const ends = [
      () => this.completes(talk, talk.caller),
      () => this.hangsUp(talk.agent),
      () => this.hangsUp(talk.caller),
    ]
    // Three threads, in any order.
    for (const index of [which, which + 1, which + 2]) ends[index % 3]?.()
    talk.stay.isTalking = false
  }

  /** Redirect or Park: the agent is free, and AgentComplete comes with the caller's hang-up, without the channel. */
  takesOut(which: number): void {
    const talk = take(this.talks, which)
    if (!talk) return
    talk.stay.isTalking = false
    this.hangsUp(talk.agent)
    this.loose.push(talk.caller)
    this.late.push(talk)
  }

  transfers(which: number): void {
    const talk = take(this.talks, which)
    if (!talk) return
    talk.stay.isTalking = false
    const [byUniqueid, uniqueid] = [talk.agent, talk.caller]
    this.say({ type: 'blindTransferred', byUniqueid, uniqueid, exten: '500', succeeded: true })
    this.completes(talk, talk.caller, 'transfer')
    this.hangsUp(talk.agent)
    this.loose.push(talk.caller)
  }

  abandons(which: number): void {
    const one = this.takeWaiting(which)
    if (!one) return
    this.say({ type: 'hangupRequested', uniqueid: one.uniqueid })
    this.isLost(one, 'hungUp')
    this.hangsUp(one.uniqueid)
  }

  /** Timed out, let down, withdrawn; or sent elsewhere, of which no status tells. The channel lives on. */
  isLetDown(which: number): void {
    const one = this.takeWaiting(which)
    if (!one) return
    const status = pick(['TIMEOUT', 'LEAVEEMPTY', 'WITHDRAW', ''], which) ?? ''
    this.isLost(one, LOST[status] ?? 'moved')
    this.statuses.set(one.uniqueid, status)
    const caller = { number: null, name: null }
    if (status !== '') this.say({ type: 'queueStatusSet', uniqueid: one.uniqueid, status, caller })
    this.loose.push(one.uniqueid)
  }

  pressesKey(which: number): void {
    const one = this.takeWaiting(which)
    if (!one) return
    one.ending = 'key'
    this.leave(one)
    this.loose.push(one.uniqueid)
  }

  looseHangsUp(which: number): void {
    const uniqueid = take(this.loose, which)
    if (uniqueid === undefined) return
    for (const talk of this.late.filter(({ caller }) => caller === uniqueid)) {
      this.late.splice(this.late.indexOf(talk), 1)
      this.completes(talk, null)
    }
    this.hangsUp(uniqueid)
  }

  /** All calls are gone, and the counters begin anew. */
  restarts(): void {
    for (const { stay } of this.waiting) stay.ending = 'unknown'
    for (const { stay } of this.talks) stay.isTalking = false
    this.waiting = []
    this.talks = []
    this.late = []
    this.loose = []
    this.channels.clear()
    this.startedAt = this.now()
    for (const counters of this.counters.values()) Object.assign(counters, { completed: 0, abandoned: 0 })
  }

  private enter(uniqueid: string, which: number): void {
    const queue = queueOf(which)
    this.statuses.delete(uniqueid)
    const stay: Stay = { uniqueid, queue, enteredAt: this.now(), ending: null, isTalking: false }
    this.stays.push(stay)
    this.waiting.push({ stay, ringing: [], announced: false })
    this.say({ type: 'queueSought', uniqueid, queue })
    const caller = { number: '117', name: 'Tom' }
    const channel = { uniqueid, linkedid: uniqueid, name: `PJSIP/trunk-${uniqueid}`, state: 6, caller }
    const place = { connected: { number: null, name: null }, accountCode: null, context: null, exten: null }
    this.say({ type: 'callerJoined', queue, position: 1, count: 1, channel: { ...channel, ...place } })
  }

  private newChannel(endpoint: string): string {
    this.calls += 1
    const uniqueid = `${this.startedAt / 1000}.${this.calls}`
    this.channels.set(uniqueid, `${endpoint}-${this.calls}`)
    return uniqueid
  }

  private takeWaiting(which: number): Stay | undefined {
    const one = pick(
      this.waiting.filter(({ announced }) => !announced),
      which,
    )
    if (one) this.waiting.splice(this.waiting.indexOf(one), 1)
    return one?.stay
  }

  private leave({ queue, uniqueid }: Stay): void {
    this.say({ type: 'callerLeft', queue, position: 1, count: 0, uniqueid })
  }

  private isLost(stay: Stay, ending: Ending): void {
    stay.ending = ending
    const { queue, uniqueid } = stay
    this.count(queue, 'abandoned')
    this.say({ type: 'callerAbandoned', queue, uniqueid, originalPosition: 1, holdSeconds: 0 })
    this.leave(stay)
  }

  private completes(talk: Talk, callerUniqueid: string | null, reason = 'caller'): void {
    this.count(talk.stay.queue, 'completed')
    const { queue } = talk.stay
    const talkSeconds = Math.floor((this.now() - talk.answeredAt) / 1000)
    const of = { queue, interface: talk.interface, callerUniqueid, agentUniqueid: null }
    this.say({ type: 'agentCompleted', ...of, holdSeconds: 0, talkSeconds, reason } as Said)
  }

  private hangsUp(uniqueid: string): void {
    if (!this.channels.delete(uniqueid)) return
    this.say({ type: 'channelHungUp', uniqueid, cause: 16 })
  }

  private headers({ queue, uniqueid }: Stay, phone: string, agentUniqueid: string | null) {
    return { queue, interface: phone, callerUniqueid: uniqueid, agentUniqueid }
  }

  private count(queue: string, counter: 'completed' | 'abandoned'): void {
    const counters = this.counters.get(queue)
    if (counters) counters[counter] += 1
  }
}
