import { unreachable } from '@/lib/unreachable'
import { amiAction } from '@/server/ami/catalogue/action'
import type { AmiAction, AmiMessage } from '@/server/ami/types'
import type { Seeded } from '@/server/testing/model/seeded'
import { openSession, type Session } from '../actions/room'
import type { Asterisk } from '../rig/asterisk'
import { MEMBERS } from './floor'
import type { Deed } from './plan'

type Person = { uniqueid: string; channel: string; queue: string }
type Talk = Person & { agent: string }
type Send = (action: AmiAction) => Promise<boolean>

/** Does the deeds of the plan to whoever waits or talks at the moment; what cannot be done then is not done. */
export class Stage {
  /** Callers by Uniqueid. */
  private readonly waiting = new Map<string, Person>()
  private readonly talking = new Map<string, Talk>()
  /** Agents who ask somebody before they hand the caller over, which they do by hanging up. */
  private readonly consulting: string[] = []
  /** `uniqueid|queue` of callers who were sent elsewhere while they waited: the log calls them abandons. */
  readonly moved = new Set<string>()
  /** Of those taken away from their agent in mid-talk: the log has their talk run on until they hang up. */
  readonly takenAway = new Set<string>()
  readonly done = new Map<Deed, number>()
  private read = 0

  private constructor(
    private readonly asterisk: Asterisk,
    private readonly session: Session,
    private readonly random: Seeded,
  ) {}

  static async open(asterisk: Asterisk, random: Seeded): Promise<Stage> {
    return new Stage(asterisk, await openSession(asterisk), random)
  }

  close(): Promise<void> {
    return this.session.connection.close()
  }

  /** Asterisk ended: nobody waits or talks any more. */
  forgetAll(): void {
    this.listen()
    this.waiting.clear()
    this.talking.clear()
    this.consulting.length = 0
  }

  async perform(deed: Deed): Promise<void> {
    this.listen()
    for (const Channel of this.consulting.splice(0)) {
      await this.send(amiAction('Hangup', { Channel }))
      // Nothing more is done to a talk that is being handed over: it is no longer that agent's.
      for (const [id, { agent }] of this.talking) if (agent === Channel) this.talking.delete(id)
    }
    if (await this.attempt(deed)) this.done.set(deed, (this.done.get(deed) ?? 0) + 1)
  }

  private readonly send: Send = (action) =>
    this.session.connection.send(action).then(
      () => true,
      () => false,
    )

  /** Notes to whom it was done, once Asterisk has agreed: what it refused excuses nothing. */
  private async sendNoted(action: AmiAction, done: Set<string>, to: string): Promise<boolean> {
    const isDone = await this.send(action)
    if (isDone) done.add(to)
    return isDone
  }

  private async attempt(deed: Deed): Promise<boolean> {
    switch (deed) {
      case 'pressKey':
      case 'moveAway':
      case 'moveToQueue':
      case 'withdraw': {
        const one = this.random.pick([...this.waiting.values()])
        return one !== undefined && this.toOneWhoWaits(deed, one)
      }
      case 'pause':
      case 'unpause': {
        const Interface = this.random.pick(MEMBERS) ?? ''
        const reason = deed === 'pause' ? { Reason: 'lunch' } : {}
        return this.send(amiAction('QueuePause', { Interface, Paused: deed === 'pause', ...reason }))
      }
      case 'reload':
        return (await this.asterisk.cli('queue reload all')) !== ''
      default: {
        const talk = this.random.pick([...this.talking.values()])
        return talk !== undefined && this.toATalk(deed, talk)
      }
    }
  }

  private toOneWhoWaits(
    deed: 'pressKey' | 'moveAway' | 'moveToQueue' | 'withdraw',
    { uniqueid, channel: Channel, queue: Queue }: Person,
  ): Promise<boolean> {
    switch (deed) {
      case 'pressKey':
        return this.send(amiAction('PlayDTMF', { Channel, Digit: '1', Receive: true }))
      case 'withdraw':
        return this.send(amiAction('QueueWithdrawCaller', { Queue, Caller: Channel }))
      case 'moveAway':
        return this.sendNoted(
          amiAction('Redirect', { Channel, Context: 'internal', Exten: '800', Priority: '1' }),
          this.moved,
          `${uniqueid}|${Queue}`,
        )
      case 'moveToQueue':
        return this.sendNoted(
          amiAction('Redirect', { Channel, Context: 'from-carrier', Exten: 'sales', Priority: '1' }),
          this.moved,
          `${uniqueid}|${Queue}`,
        )
      default:
        return unreachable(deed)
    }
  }

  private async toATalk(
    deed: 'transferBlind' | 'transferToQueue' | 'transferAttended' | 'redirectTalk' | 'parkTalk' | 'agentHangsUp',
    { uniqueid, channel, queue, agent }: Talk,
  ): Promise<boolean> {
    switch (deed) {
      case 'transferBlind':
        return this.send(amiAction('BlindTransfer', { Channel: agent, Context: 'internal', Exten: '800' }))
      case 'transferToQueue':
        return this.send(amiAction('BlindTransfer', { Channel: agent, Context: 'from-carrier', Exten: 'sales' }))
      case 'transferAttended': {
        const isAsked = await this.send(amiAction('Atxfer', { Channel: agent, Context: 'internal', Exten: '800' }))
        if (isAsked) this.consulting.push(agent)
        return isAsked
      }
      case 'redirectTalk':
        return this.sendNoted(
          amiAction('Redirect', { Channel: channel, Context: 'from-carrier', Exten: 'billing', Priority: '1' }),
          this.takenAway,
          `${uniqueid}|${queue}`,
        )
      case 'parkTalk':
        return this.sendNoted(
          amiAction('Park', { Channel: channel, Timeout: 5_000 }),
          this.takenAway,
          `${uniqueid}|${queue}`,
        )
      case 'agentHangsUp':
        return this.send(amiAction('Hangup', { Channel: agent }))
      default:
        return unreachable(deed)
    }
  }

  /** Reads what the session has heard since. */
  private listen(): void {
    const { heard } = this.session
    for (const message of heard.slice(this.read)) this.take(message)
    this.read = heard.length
  }

  private take(message: AmiMessage): void {
    const uniqueid = message.get('Uniqueid') ?? ''
    const queue = message.get('Queue') ?? ''
    const channel = message.get('Channel') ?? ''
    switch (message.name) {
      case 'QueueCallerJoin':
        this.waiting.set(uniqueid, { uniqueid, channel, queue })
        break
      case 'QueueCallerLeave':
        this.waiting.delete(uniqueid)
        break
      case 'AgentConnect':
        this.talking.set(uniqueid, { uniqueid, channel, queue, agent: message.get('DestChannel') ?? '' })
        break
      case 'Hangup':
        this.waiting.delete(uniqueid)
        for (const [id, talk] of this.talking) if (id === uniqueid || talk.agent === channel) this.talking.delete(id)
        break
    }
  }
}
