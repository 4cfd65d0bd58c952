import type { Carried } from './model/carry'
import type { Place } from './model/walk'

/** A call on its way to another phone; `over`: the phone at which it is held now. */
export type Carrying = { carried: Carried; dragged: boolean; over: string | null }

/** A question above the page before something is done. */
export type Asked = { kind: 'transfer'; carried: Carried; phone: string } | { kind: 'text'; phone: string }

type State = {
  place: Place | null
  /** Which phone the drawer shows. */
  opened: string | null
  carrying: Carrying | null
  /** Which phone's menu is open, and where. */
  menu: { phone: string; x: number; y: number } | null
  asked: Asked | null
  /** What had the focus when the menu or the question came up, and gets it back. */
  from: HTMLElement | null
}

/** Where one is on the page. A tile listens for itself alone: moving on draws two tiles anew and no list. */
export class PhonesStores {
  private readonly listeners = new Set<() => void>()
  private state: State = { place: null, opened: null, carrying: null, menu: null, asked: null, from: null }

  get = (): State => this.state

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
