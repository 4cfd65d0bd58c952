import { type Crew, crewOf } from '@/components/wall/board/agent-view'
import { groupByQueue } from '@/components/wall/board/group-by-queue'
import { pickQueues } from '@/components/wall/board/pick-queues'
import {
  nextChangeOf,
  type QueueView,
  queueViewAt,
  sameFields,
  sameItems,
  tallyOf,
} from '@/components/wall/board/queue-view'
import type { LiveCache } from '@/lib/client/types'
import { type Agent, agentsOf } from '@/lib/domain/agent'
import type { Caller } from '@/lib/domain/caller'
import type { Family } from '@/lib/domain/live-state'
import type { Member } from '@/lib/domain/member'
import type { Queue } from '@/lib/domain/queue'
import { queuesOfGroup } from '@/lib/domain/queue-group'
import { type AgentItem, agentItems, sameAgentItems } from './agent-items'
import { type AgentRow, agentIdOf, agentRowAt, nextChangeOfAgent } from './agent-row'
import { type CallRow, callRowOf } from './call-row'
import { type CallerRow, callerRowAt, nextChangeOfCaller } from './caller-row'
import { CallsByAgent } from './calls-by-agent'
import type { DeskView } from './desk-view'
import { isFound } from './findable'
import { type Compare, sortAgents, sortCallers, sortCalls, sortQueues } from './sorting'

const WATCHED = ['queues', 'members', 'callers', 'calls', 'trends', 'kpis'] as const satisfies readonly Family[]
const NONE: readonly never[] = []
const NOBODY = crewOf(NONE)

/** What the configuration adds to the picture. */
export type DeskHouse = {
  queueGroups: Readonly<Record<string, readonly string[]>>
  /** Folded pause reason → its limit in ms. */
  pauseLimits: ReadonlyMap<string, number>
}

/** The lists of the desk. Each part keeps its identity while nothing in it changes. */
export type DeskPicture = {
  queues: readonly string[]
  callers: readonly string[]
  calls: readonly string[]
  agents: readonly AgentItem[]
  /** Agents of the queues shown, before the filter by state and the search. */
  crew: Crew
  agentCount: number
  /** All callers waiting in the queues shown. */
  waiting: number
  longestSince: number | null
  /** How many wait in the fullest queue: the scale of the bars. */
  mostWaiting: number
  /** Ids of all queues that one may see. */
  known: readonly string[]
}

type Options = {
  cache: LiveCache
  /** Names of queues that come first. */
  order: readonly string[]
  compare: Compare
  now: () => number
  view: DeskView
  house: DeskHouse
}

/** Derives what the desk shows. Rows that did not change keep their identity, so that only the others are drawn anew. */
export class DeskBoard {
  private readonly listeners = new Set<() => void>()
  private members: ReadonlyMap<string, readonly Member[]> = new Map()
  private callers: ReadonlyMap<string, readonly Caller[]> = new Map()
  private queueViews = new Map<string, QueueView>()
  private agentRows = new Map<string, AgentRow>()
  private callerRows = new Map<string, CallerRow>()
  private callRows = new Map<string, CallRow>()
  private nextDue = Number.POSITIVE_INFINITY
  private refreshing = false
  private view: DeskView
  private house: DeskHouse
  private current: DeskPicture = {
    queues: NONE,
    callers: NONE,
    calls: NONE,
    agents: NONE,
    crew: NOBODY,
    agentCount: 0,
    waiting: 0,
    longestSince: null,
    mostWaiting: 0,
    known: NONE,
  }

  constructor(private readonly options: Options) {
    this.view = options.view
    this.house = options.house
    this.refresh()
  }

  /** Follows the cache; returns the stop. */
  start(): () => void {
    const stops = WATCHED.map((family) => this.options.cache.subscribeFamily(family, this.schedule))
    this.refresh()
    return () => {
      for (const stop of stops) stop()
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  picture = (): DeskPicture => this.current
  queue = (id: string): QueueView | undefined => this.queueViews.get(id)
  agent = (id: string): AgentRow | undefined => this.agentRows.get(id)
  caller = (id: string): CallerRow | undefined => this.callerRows.get(id)
  call = (id: string): CallRow | undefined => this.callRows.get(id)
  /** Everybody, whatever is filtered. */
  agents = (): Iterable<AgentRow> => this.agentRows.values()

  show(view: DeskView, house: DeskHouse): void {
    if (view === this.view && house === this.house) return
    this.view = view
    this.house = house
    this.refresh()
  }

  /** To be called every second: derives anew only when a moment has come at which something changes by itself. */
  tick = (): void => {
    if (this.options.now() >= this.nextDue) this.refresh()
  }

  /** One message may touch several families: they are taken in together. */
  private readonly schedule = (): void => {
    if (this.refreshing) return
    this.refreshing = true
    queueMicrotask(() => {
      this.refreshing = false
      this.refresh()
    })
  }

  private refresh(): void {
    const now = this.options.now()
    this.nextDue = Number.POSITIVE_INFINITY
    this.refreshQueues(now)
    const calls = new CallsByAgent(this.options.cache.records('calls'))
    const agents = agentsOf(this.options.cache.records('members'))
    this.refreshAgents(agents, calls, now)
    this.refreshCallers(now)
    this.refreshCalls(agents, calls)
    this.publish()
  }

  private refreshQueues(now: number): void {
    const { cache } = this.options
    this.members = groupByQueue(cache.records('members'), this.members)
    this.callers = groupByQueue(cache.records('callers'), this.callers)
    this.queueViews = rebuilt(cache.records('queues'), this.queueViews, (queue, before) => {
      const parts = {
        queue,
        members: this.members.get(queue.id) ?? NONE,
        callers: this.callers.get(queue.id) ?? NONE,
        trend: cache.record('trends', queue.id),
        tally: tallyOf(cache.record('kpis', queue.id), this.view.window, before?.tally),
      }
      this.due(nextChangeOf(parts, now))
      return queueViewAt(parts, now, before)
    })
  }

  private refreshAgents(agents: readonly Agent[], calls: CallsByAgent, now: number): void {
    const { pauseLimits } = this.house
    const withId = agents.map((agent) => ({ id: agentIdOf(agent), agent }))
    this.agentRows = rebuilt(withId, this.agentRows, ({ agent }, before) => {
      const row = agentRowAt({ agent, call: calls.of(agent)?.call, pauseLimits }, now, before)
      this.due(nextChangeOfAgent(row, now))
      return row
    })
  }

  private refreshCallers(now: number): void {
    const { cache } = this.options
    this.callerRows = rebuilt(cache.records('callers'), this.callerRows, (caller, before) => {
      const queue = cache.record('queues', caller.queue)
      this.due(nextChangeOfCaller(caller, queue, now))
      return callerRowAt(caller, queue, now, before)
    })
  }

  private refreshCalls(agents: readonly Agent[], calls: CallsByAgent): void {
    const { cache } = this.options
    const agentOfCall = calls.agentsOf(agents)
    const live = cache.records('calls').filter(({ state }) => state !== 'waiting')
    this.callRows = rebuilt(live, this.callRows, (call, before) => {
      const agent = agentOfCall.get(call.id)
      // A call that began before we looked does not tell its queue; the agent's membership does.
      const queue = call.queue ?? agent?.agent.members.find(({ inCall }) => inCall)?.queue ?? ''
      return callRowOf(call, cache.record('queues', queue), agent, before)
    })
  }

  private publish(): void {
    const { compare } = this.options
    const { sorts, find, state, by } = this.view
    const before = this.current
    const shown = this.shownQueues()
    const ids = new Set(shown.map(({ queue }) => queue.id as string))
    const queues = sortQueues(shown, sorts.queues, compare).map(({ queue }) => queue.id)
    const crewRows = [...this.agentRows.values()].filter(({ agent }) => agent.members.some((m) => ids.has(m.queue)))
    const found = crewRows.filter((row) => (state === null || row.state === state) && isFound(row.found, find))
    const labelOf = (id: string) => this.queueViews.get(id)?.queue.label ?? ''
    const agents = agentItems(sortAgents(found, sorts.agents, compare, labelOf), by, queues)
    const callers = [...this.callerRows.values()].filter((r) => ids.has(r.caller.queue) && isFound(r.found, find))
    const calls = [...this.callRows.values()].filter((row) => this.isShown(row, ids) && isFound(row.found, find))
    this.current = sameFields<DeskPicture>(
      {
        queues: sameItems<string>(queues, before.queues),
        callers: sameItems(idsOf(sortCallers(callers, sorts.callers, compare)), before.callers),
        calls: sameItems(idsOf(sortCalls(calls, sorts.calls, compare)), before.calls),
        agents: sameAgentItems(agents, before.agents),
        crew: crewOf(crewRows as never, before.crew),
        agentCount: crewRows.length,
        ...sumsOf(shown),
        known: sameItems([...this.queueViews.keys()], before.known),
      },
      before,
    )
    for (const listener of this.listeners) listener()
  }

  /** The queues of the filters, in the wall's order. */
  private shownQueues(): QueueView[] {
    const { cache, compare, order } = this.options
    const { group, queues: names } = this.view
    const all = pickQueues(cache.records('queues'), { names: null, order, compare }).queues
    const ofGroup = group === null ? null : folded(queuesOfGroup(this.house.queueGroups, group))
    const named = names === null ? null : folded(names)
    const isPicked = ({ name }: Queue) =>
      (ofGroup?.has(name.toLowerCase()) ?? true) && (named?.has(name.toLowerCase()) ?? true)
    return all.filter(isPicked).flatMap(({ id }) => this.queueViews.get(id) ?? [])
  }

  /** A call belongs to its queue; one that came through none belongs to its agent's. */
  private isShown({ call, agentId }: CallRow, ids: ReadonlySet<string>): boolean {
    if (call.queue !== null) return ids.has(call.queue)
    if (this.view.group === null && this.view.queues === null) return true
    const agent = agentId === null ? undefined : this.agentRows.get(agentId)?.agent
    return agent?.members.some((member) => ids.has(member.queue)) ?? false
  }

  private due(moment: number): void {
    this.nextDue = Math.min(this.nextDue, moment)
  }
}

function sumsOf(shown: readonly QueueView[]): Pick<DeskPicture, 'waiting' | 'longestSince' | 'mostWaiting'> {
  const counts = shown.map(({ figures }) => figures.waiting)
  const since = shown.map(({ figures }) => figures.longestSince).filter((moment) => moment !== null)
  return {
    waiting: counts.reduce((sum, count) => sum + count, 0),
    longestSince: since.length === 0 ? null : Math.min(...since),
    mostWaiting: Math.max(0, ...counts),
  }
}

function rebuilt<S extends { id: string }, R>(
  sources: Iterable<S>,
  before: ReadonlyMap<string, R>,
  make: (source: S, before: R | undefined) => R,
): Map<string, R> {
  const rows = new Map<string, R>()
  for (const source of sources) rows.set(source.id, make(source, before.get(source.id)))
  return rows
}

function idsOf(rows: readonly { id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}

function folded(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()))
}
