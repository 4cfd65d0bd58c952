import type { HouseThing } from '@/components/wall/explained'
import type { HouseFigure } from '@/lib/domain/house-figure'
import type { QueueId } from '@/lib/domain/ids'
import type { KpiWindow } from '@/lib/domain/kpi'
import type { LiveFigure } from '@/lib/domain/live-figure'
import type { Figure } from '@/lib/kpi/figures'

type OfQueues = {
  /** Asterisk's names; none: all that one sees. */
  queues: readonly string[]
  /** What people call the queue; `null`: several, or the live picture knows. */
  label: string | null
}

/** A figure of this moment that is opened, and of whom. */
export type ExplainedNow = OfQueues & {
  live: LiveFigure
  /** Agents are told by what they do in all their queues, and not in these alone. */
  everywhere?: boolean
}

/** A figure that is opened: of which time, and of whom; `agent`: interface of whoever answered, left out: anybody. */
export type ExplainedWindow = OfQueues & { figure: Figure; window: KpiWindow; agent?: string }

/** A figure of the house that is opened, and of which room, mailbox or trunk; `null`: of all. */
export type ExplainedHouse = { house: HouseFigure; of: HouseThing | null }

/** Calls that an agent has taken in these queues, as Asterisk itself counts them. */
export type ExplainedTaken = { taken: { pbx: string; interface: string }; queues: readonly QueueId[]; label: string }

export type Explained = ExplainedWindow | ExplainedNow | ExplainedHouse | ExplainedTaken

let opened: Explained | null = null
const listeners = new Set<() => void>()

/** Which figure of this page is opened. It outlives the place where it was pressed: tiles and rows come and go. */
export const explainStore = {
  get: (): Explained | null => opened,
  set(next: Explained | null): void {
    opened = next
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
