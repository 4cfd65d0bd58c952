import type { Project } from '@/lib/diff/diff'
import { type LivePart, partsFor } from '@/lib/domain/house'
import type { Families, Family } from '@/lib/domain/live-state'
import { maskCall, maskCaller, maskParkedCall, maskParticipant, maskPhoneChannel } from '@/lib/domain/mask'
import type { Queue } from '@/lib/domain/queue'
import { type AccountRights, inScope, type QueueScope } from '@/lib/domain/rights'
import type { ReadTable, ReadTables } from '@/server/store/types'

/** What a browser sees: what it may, narrowed to what it asked for. */
export type Rights = {
  /** Queues that one may see, by Asterisk's own names and no other words: a label is no right. */
  scope: QueueScope
  /** Queues asked for by name, label or id, without case; `null` for all. */
  queues: readonly string[] | null
  /** Parts of the house besides queues, of those asked for the ones that one may see. */
  parts: readonly LivePart[]
  /** Callers' numbers cut to their last two digits, and names shortened. */
  maskNumbers: boolean
}

/**
 * What somebody with such rights sees of the queues asked for, and of the parts of the house asked for (by default all).
 * One's own calls come besides, by `mine`.
 */
export function rightsFor(
  rights: Pick<AccountRights, 'queues' | 'numbers' | 'permissions'>,
  asked: readonly string[] | null,
  parts?: readonly LivePart[],
): Rights {
  const { queues: scope, numbers } = rights
  return { scope, queues: asked, parts: partsFor(rights, parts), maskNumbers: numbers !== 'all' }
}

/** The same for equal rights, whatever the order in which queues were named. */
export function rightsKey({ scope, queues, parts, maskNumbers }: Rights): string {
  return JSON.stringify([
    maskNumbers,
    sorted(parts),
    sorted(scope?.map((name) => name.toLowerCase()) ?? null),
    sorted(queues),
  ])
}

function sorted(names: readonly string[] | null): string[] | null {
  return names === null ? null : [...new Set(names)].sort()
}

/** What `rights` leave of a record. Without all queues, one sees devices and extensions only by the part `phones`. */
export function projectFor(rights: Rights, tables: Pick<ReadTables, 'queues'>): Project {
  const all = rights.scope === null && rights.queues === null
  const parts: ReadonlySet<LivePart> = new Set(rights.parts)
  const part = <R>(name: LivePart, record: R, mask = (whole: R) => whole): R | undefined => {
    if (!parts.has(name)) return undefined
    return rights.maskNumbers ? mask(record) : record
  }
  const sees = all ? () => true : queueFilter(rights, tables.queues)
  const views: { [F in Family]: (record: Families[F]) => Families[F] | undefined } = {
    queues: (queue) => (sees(queue.id) ? queue : undefined),
    members: (member) => (sees(member.queue) ? member : undefined),
    kpis: (kpi) => (sees(kpi.id) ? kpi : undefined),
    // Over all queues is for those who see all: of some, nothing may show that happens in others.
    agentKpis: (kpi) => (part('agentFigures', kpi) && (kpi.queue === null ? all : sees(kpi.queue)) ? kpi : undefined),
    trends: (trend) => (sees(trend.id) ? trend : undefined),
    callers: (caller) => {
      if (!sees(caller.queue)) return undefined
      return rights.maskNumbers ? maskCaller(caller) : caller
    },
    calls: (call) => {
      if (!(all || (call.queue !== null && sees(call.queue)))) return undefined
      return rights.maskNumbers ? maskCall(call) : call
    },
    extensions: (extension) => (all || parts.has('phones') ? extension : undefined),
    devices: (device) => (all || parts.has('phones') ? device : undefined),
    phoneChannels: (channel) => part('phones', channel, maskPhoneChannel),
    endpoints: (endpoint) => part(endpoint.kind === 'trunk' ? 'trunks' : 'phones', endpoint),
    contacts: (contact) => (parts.has('trunks') || parts.has('phones') ? contact : undefined),
    registrations: (registration) => part('trunks', registration),
    mailboxes: (mailbox) => part('mailboxes', mailbox),
    parkingLots: (lot) => part('parking', lot),
    parkedCalls: (parked) => part('parking', parked, maskParkedCall),
    conferences: (conference) => part('conferences', conference),
    participants: (participant) => part('conferences', participant, maskParticipant),
  }
  return (family, record) => views[family](record)
}

function queueFilter(rights: Rights, records: ReadTable<Queue>): (id: string) => boolean {
  const isAsked = askedFilter(rights.queues)
  // Remembered, because a queue that is gone is still to be told as gone.
  const known = new Map<string, boolean>()
  return (id) => {
    const queue = records.get(id)
    if (queue !== undefined && !known.has(id)) known.set(id, inScope(rights.scope, queue.name) && isAsked(queue))
    return known.get(id) ?? false
  }
}

/** Asterisk compares names of queues without case (app_queue.c, `queue_cmp_cb`); people rather know the label. */
function askedFilter(queues: Rights['queues']): (queue: Queue) => boolean {
  if (queues === null) return () => true
  const named = new Set(queues.map((queue) => queue.toLowerCase()))
  return ({ id, name, label }) => [id, name, label].some((word) => named.has(word.toLowerCase()))
}
