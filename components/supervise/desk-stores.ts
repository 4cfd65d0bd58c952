import type { Queue } from '@/lib/domain/queue'
import type { Panel } from './model/desk-view'
import type { Place } from './model/walk'

/** Which record the drawer shows. */
export type Opened = { kind: Panel; id: string }

type Desk = {
  place: Place | null
  /** The row that gets the focus once it is in the document: a list scrolls to it first. */
  coming: Place | null
  opened: Opened | null
  asked: Asked | null
  /** What had the focus when the question came up, and gets it back. */
  askedFrom: HTMLElement | null
}

/** A question above the page before something is done. */
export type Asked =
  | { kind: 'confirm'; title: string; text: string; verb: string; onConfirm: () => void }
  | {
      kind: 'target'
      title: string
      text: string | null
      who: TargetWho | null
      /** Which queues can be chosen: transfers go to numbers alone. */
      fits: (queue: Queue) => boolean
      onTarget: (target: Target) => void
    }
  | { kind: 'limit'; onSeconds: (seconds: number) => void }
  | { kind: 'lend'; agentId: string }
  | { kind: 'remove'; title: string; text: string; verb: string; onSeconds: (seconds: number | null) => void }

/** Who of the two goes on: the names of both sides. */
type TargetWho = { from: string; to: string; chosen: 'from' | 'to'; onChoose: (who: 'from' | 'to') => void }
/** `queue`: a queue's id; `to`: an extension or a number. */
export type Target = { queue: string; to: null } | { queue: null; to: string }

/** Where one is on the desk. A row listens for itself alone: moving on draws two rows anew and no table. */
export class DeskStores {
  private readonly listeners = new Set<() => void>()
  private desk: Desk = { place: null, coming: null, opened: null, asked: null, askedFrom: null }

  get = (): Desk => this.desk

  set(change: Partial<Desk>): void {
    this.desk = { ...this.desk, ...change }
    for (const listener of this.listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
