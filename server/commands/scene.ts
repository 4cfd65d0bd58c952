import type { Call } from '@/lib/domain/call'
import type { Caller } from '@/lib/domain/caller'
import { endpointOfChannel, endpointOfInterface, samePhone } from '@/lib/domain/endpoint'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { type HousePermission, inScope, may, mayIn, type QueuePermission } from '@/lib/domain/rights'
import type { Phone } from '@/lib/protocol/viewer'
import type { Principal } from '@/server/auth/types'
import type { EffectiveSettings } from '@/server/settings/types'
import type { ReadTables } from '@/server/store/types'
import { CommandFailure } from './types'

/**
 * Who asks and what there is: where a command looks up its target and its right. What one may not see is gone, so that
 * nobody learns by asking.
 */
export class Scene {
  constructor(
    readonly by: Principal,
    readonly tables: ReadTables,
    readonly settings: EffectiveSettings,
    readonly now: number,
    /** Name of a channel that is there now, ahead of the tables; a ringing phone's is in no record yet. */
    private readonly channelName: (pbx: string, uniqueid: string) => string | null = () => null,
  ) {}

  queue(id: string): Queue {
    const queue = this.tables.queues.get(id)
    if (!queue || !inScope(this.by.rights.queues, queue.name)) throw new CommandFailure('gone')
    return queue
  }

  caller(id: string): { caller: Caller; queue: Queue } {
    const caller = this.tables.callers.get(id)
    if (!caller) throw new CommandFailure('gone')
    return { caller, queue: this.queue(caller.queue) }
  }

  /** A call of a queue one sees, of the whole house where one sees all, or at one's own phone. */
  call(id: string): { call: Call; queue: Queue | null; mine: MySide | null } {
    const call = this.tables.calls.get(id)
    if (!call) throw new CommandFailure('gone')
    const queue = call.queue === null ? null : (this.tables.queues.get(call.queue) ?? null)
    const mine = this.phoneIn(call)
    if (mine === null && !inScope(this.by.rights.queues, queue?.name ?? null)) throw new CommandFailure('gone')
    return { call, queue, mine }
  }

  /** The memberships of an agent in the queues one sees. */
  members(agent: { pbx: string; interface: string }): Member[] {
    return [...this.tables.members.values()].filter((member) => samePhone(member, agent) && this.sees(member.queue))
  }

  /** Is this one of the asker's own phones? */
  owns(agent: { pbx: string; interface: string }): boolean {
    return this.by.phones.some((phone) => samePhone(phone, agent))
  }

  /** The phone to use: the one asked for, which must be one's own, else the first at that PBX. */
  ownPhone(pbx: string, wanted: string | null): Phone {
    const own = this.by.phones.filter((phone) => phone.pbx === pbx)
    const phone = wanted === null ? own[0] : own.find((one) => samePhone(one, { pbx, interface: wanted }))
    if (!phone) throw new CommandFailure('noPhone', wanted)
    return phone
  }

  may(permission: HousePermission): boolean {
    return may(this.by.rights, permission)
  }

  mayIn(permission: QueuePermission, queue: string | null): boolean {
    return mayIn(this.by.rights, permission, queue)
  }

  require(allowed: boolean): void {
    if (!allowed) throw new CommandFailure('refusedByRights')
  }

  private sees(queueId: string): boolean {
    const queue = this.tables.queues.get(queueId)
    return queue !== undefined && inScope(this.by.rights.queues, queue.name)
  }

  /** A queue may let many phones ring while the call's record names none, so its channels tell. */
  private phoneIn(call: Call): MySide | null {
    const { pbx, from, to } = call
    const named = [from.channel, to?.channel ?? null]
    const channels = [...named, ...call.channels.map((uniqueid) => this.channelName(pbx, uniqueid))]
    for (const channel of channels) {
      if (channel === null) continue
      const endpoint = endpointOfChannel(channel)
      const phone = this.by.phones.find((one) => one.pbx === pbx && endpointOfInterface(one.interface) === endpoint)
      if (phone) return { phone, channel }
    }
    return null
  }
}

/** One's own phone in a call, and the name of its channel there. */
export type MySide = { phone: Phone; channel: string }
