import type { KpiWindow } from '@/lib/domain/kpi'
import type { LiveFigure } from '@/lib/domain/live-figure'
import type { Figure } from '@/lib/kpi/figures'

/** A figure of this moment that is opened, and of which queues (Asterisk's names). `label` `null`: several. */
export type ExplainedNow = { live: LiveFigure; queues: readonly string[]; label: string | null }

/** A figure that is opened: of which time, and of whom. */
export type ExplainedWindow = {
  figure: Figure
  window: KpiWindow
  /** Asterisk's names; none: all that one sees. */
  queues: readonly string[]
  /** What people call the queue; `null`: several. */
  label: string | null
}

export type Explained = ExplainedWindow | ExplainedNow

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
