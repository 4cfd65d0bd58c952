import type { LiveCache } from '@/lib/client/types'
import type { Caller } from '@/lib/domain/caller'
import type { KpiWindow } from '@/lib/domain/kpi'
import type { Family } from '@/lib/domain/live-state'
import type { Member } from '@/lib/domain/member'
import { type AgentView, agentViewsAt, type Crew, crewOf } from './agent-view'
import { groupByQueue } from './group-by-queue'
import { type Pick, pickQueues } from './pick-queues'
import {
  nextChangeOf,
  type QueueParts,
  type QueueView,
  queueViewAt,
  sameFields,
  sameItems,
  tallyOf,
} from './queue-view'
import { type Totals, totalsOf } from './totals'
import { worstOf } from './worst'

const WATCHED = ['queues', 'members', 'callers', 'trends', 'kpis'] as const satisfies readonly Family[]
/** Queues that keep a tile of their own on a wall of lines. */
export const WORST_TILES = 4
const NONE: readonly never[] = []

/** Everything on the wall but its single queues. Each part keeps its identity while nothing in it changes. */
export type WallPicture = {
  /** In the order in which they are shown: never by their figures. */
  order: readonly string[]
  unknown: readonly string[]
  /** The queues in most trouble, worst first. */
  worst: readonly string[]
  totals: Totals
  agents: readonly AgentView[]
  crew: Crew
}

type WallBoardOptions = Pick & {
  cache: LiveCache
  /** Of which time figures are. */
  window: KpiWindow
  /** The moment (ms) that the picture stands for: stands still while it is not live. */
  now: () => number
}

/**
 * What the wall shows, derived from the cache: per queue, and in sum. A change derives anew only the queues it touched,
 * and a passing second only those whose state changes by the clock.
 */
export class WallBoard {
  private readonly listeners = new Set<() => void>()
  private members: ReadonlyMap<string, readonly Member[]> = new Map()
  private callers: ReadonlyMap<string, readonly Caller[]> = new Map()
  private parts = new Map<string, QueueParts>()
  private views = new Map<string, QueueView>()
  /** When each queue changes by the clock alone, and the soonest of these moments. */
  private dueAt = new Map<string, number>()
  private nextDue = Number.POSITIVE_INFINITY
  private refreshing = false
  private current: WallPicture

  /** Of which time figures are. */
  readonly window: KpiWindow

  constructor(private readonly options: WallBoardOptions) {
    this.window = options.window
    this.current = { order: NONE, unknown: NONE, worst: NONE, totals: totalsOf(NONE), agents: NONE, crew: crewOf(NONE) }
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

  picture = (): WallPicture => this.current

  queue(id: string): QueueView | undefined {
    return this.views.get(id)
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
    const { cache, compare, now } = this.options
    const moment = now()
    this.members = groupByQueue(cache.records('members'), this.members)
    this.callers = groupByQueue(cache.records('callers'), this.callers)
    const picked = pickQueues(cache.records('queues'), this.options)
    const views = picked.queues.map((queue) => this.refreshQueue(queue.id, moment))
    this.forgetAllBut(new Set(picked.queues.map(({ id }) => id)))
    this.nextDue = Math.min(...this.dueAt.values())
    const members = picked.queues.flatMap(({ id }) => this.members.get(id) ?? NONE)
    const agents = agentViewsAt(members, moment, compare, this.current.agents)
    this.publish({
      order: sameItems<string>(
        views.map(({ queue }) => queue.id),
        this.current.order,
      ),
      unknown: sameItems(picked.unknown, this.current.unknown),
      worst: worstOf(views, WORST_TILES, this.current.worst),
      totals: sameFields(totalsOf(views), this.current.totals),
      agents,
      crew: crewOf(agents, this.current.crew),
    })
  }

  private refreshQueue(id: string, now: number): QueueView {
    const { cache, window } = this.options
    const known = this.parts.get(id)
    const parts = sameFields(
      {
        queue: cache.record('queues', id) as QueueParts['queue'],
        members: this.members.get(id) ?? NONE,
        callers: this.callers.get(id) ?? NONE,
        trend: cache.record('trends', id),
        tally: tallyOf(cache.record('kpis', id), window, known?.tally),
      },
      known,
    )
    const before = this.views.get(id)
    if (before && parts === known && now < (this.dueAt.get(id) ?? 0)) return before
    const view = queueViewAt(parts, now, before)
    this.parts.set(id, parts)
    this.dueAt.set(id, nextChangeOf(parts, now))
    this.views.set(id, view)
    return view
  }

  private forgetAllBut(ids: ReadonlySet<string>): void {
    for (const id of this.views.keys()) {
      if (ids.has(id)) continue
      this.views.delete(id)
      this.parts.delete(id)
      this.dueAt.delete(id)
    }
  }

  private publish(picture: WallPicture): void {
    this.current = sameFields(picture, this.current)
    for (const listener of this.listeners) listener()
  }
}
