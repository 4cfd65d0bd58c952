import type { Project } from '@/lib/diff/diff'
import { type PbxName, queueId } from '@/lib/domain/ids'
import type { Families, Family } from '@/lib/domain/live-state'
import type { LiveStore } from '@/server/store/types'
import { maskCall, maskCaller } from './mask'

/** What a browser may see. */
export type Rights = {
  /** Queues by name or by id; `null` for all. */
  queues: readonly string[] | null
  /** Callers' numbers cut to their last two digits, and names shortened. */
  maskNumbers: boolean
}

/** The same for equal rights, whatever the order in which queues were named. */
export function rightsKey({ queues, maskNumbers }: Rights): string {
  return JSON.stringify([maskNumbers, queues === null ? null : [...new Set(queues)].sort()])
}

/** What `rights` leave of a record. Without all queues, one sees no devices and extensions either. */
export function projectFor(rights: Rights, links: () => LiveStore['links']): Project {
  const sees = rights.queues === null ? () => true : queueFilter(rights.queues, links)
  const all = rights.queues === null
  const views: { [F in Family]: (record: Families[F]) => Families[F] | undefined } = {
    queues: (queue) => (sees(queue.id) ? queue : undefined),
    members: (member) => (sees(member.queue) ? member : undefined),
    trends: (trend) => (sees(trend.id) ? trend : undefined),
    callers: (caller) => {
      if (!sees(caller.queue)) return undefined
      return rights.maskNumbers ? maskCaller(caller) : caller
    },
    calls: (call) => {
      if (!(all || (call.queue !== null && sees(call.queue)))) return undefined
      return rights.maskNumbers ? maskCall(call) : call
    },
    extensions: (extension) => (all ? extension : undefined),
    devices: (device) => (all ? device : undefined),
  }
  return (family, record) => views[family](record)
}

function queueFilter(queues: readonly string[], links: () => LiveStore['links']): (id: string) => boolean {
  const named = new Set(queues)
  const known = new Map<string, boolean>()
  return (id) => {
    let seen = known.get(id)
    if (seen === undefined) {
      seen = named.has(id) || [...links().keys()].some((pbx) => isNamed(id, pbx, queues))
      known.set(id, seen)
    }
    return seen
  }
}

function isNamed(id: string, pbx: PbxName, queues: readonly string[]): boolean {
  return queues.some((queue) => queueId(pbx, queue) === id)
}
