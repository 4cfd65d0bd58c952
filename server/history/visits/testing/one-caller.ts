import { setImmediate as turn } from 'node:timers/promises'
import { PBX } from '@/lib/domain/testing/records'
import type { Visit } from '@/lib/domain/visit'
import type { ChannelFields, PbxEvent } from '@/server/events/pbx-event'
import type { FollowerOptions } from '../follower-options'
import { VisitFollower } from '../visit-follower'

/** What Asterisk says, without the moment. */
export type Said = PbxEvent extends infer One ? (One extends PbxEvent ? Omit<One, 'at' | 'pbx'> : never) : never
/** And when, in seconds. */
type Told = readonly [at: number, event: Said]

/** One caller's way through the queues, as Asterisk tells of it. */
export class OneCaller {
  private readonly told = new Map<string, Visit>()
  readonly follower: VisitFollower

  constructor(options: Pick<FollowerOptions, 'askStatus' | 'askPlace' | 'tellsPlaces'> = {}) {
    this.follower = new VisitFollower({
      ...{ pbx: PBX, channelName: () => null, memberName: (_queue, iface) => iface, ...options },
      told: (visit) => this.told.set(visit.id, visit),
    })
  }

  get visits(): Visit[] {
    return [...this.told.values()]
  }

  says(...said: readonly Told[]): this {
    for (const [at, event] of said) this.follower.take({ ...event, at: at * 1000 } as PbxEvent)
    return this
  }

  /** What was asked for has been answered. */
  async answered(): Promise<this> {
    await turn()
    return this
  }
}

export function visitsOf(...said: readonly Told[]): Visit[] {
  return new OneCaller().says(...said).visits
}

export const channel = { uniqueid: '1.1', caller: { number: '555', name: null } } as ChannelFields
export const joins: Said = { type: 'callerJoined', queue: 'billing', position: 1, count: 1, channel }
export const joinsNext: Said = { ...joins, queue: 'sales', place: 'in|sales|2' } as Said
export const leaves: Said = { type: 'callerLeft', queue: 'billing', position: 1, count: 0, uniqueid: '1.1' }
export const gone = (uniqueid: string): Said => ({ type: 'channelHungUp', uniqueid, cause: 16 })
export const isLetDown = (queue: string, place?: string): Said => ({
  ...{ type: 'callerAbandoned', queue, uniqueid: '1.1', originalPosition: 1, holdSeconds: 4 },
  ...(place !== undefined && { place }),
})
export const hears = (status: string): Said => ({
  ...{ type: 'queueStatusSet', uniqueid: '1.1', status, caller: { number: null, name: null } },
})

const of = { queue: 'billing', callerUniqueid: '1.1', holdSeconds: 0 } as const
export const answers = (iface: string, agentUniqueid: string): Said => ({
  ...{ type: 'agentConnected', interface: iface, agentUniqueid, ringSeconds: 0, ...of },
})
export const completes = (iface: string, talkSeconds: number): Said => ({
  ...{ type: 'agentCompleted', interface: iface, agentUniqueid: null, talkSeconds, reason: 'caller', ...of },
})
