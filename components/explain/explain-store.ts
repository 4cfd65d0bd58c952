import type { KpiWindow } from '@/lib/domain/kpi'
import type { Figure } from '@/lib/kpi/figures'

/** A figure that is opened: of which time, and of whom. */
export type Explained = {
  figure: Figure
  window: KpiWindow
  /** Asterisk's names; none: all that one sees. */
  queues: readonly string[]
  /** What people call the queue; `null`: several. */
  label: string | null
}

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
