import type { Changes } from '@/lib/diff/types'
import type { Browser } from './browser'
import { type Rights, rightsKey } from './rights'
import { View, type ViewContext, type ViewCounts } from './view'

/** Each view costs a diff per flush, so their number has an end; people's rights differ, which makes views. */
export const MAX_VIEWS = 300
/** So many of them at most while nobody in particular asks for one more: visitors of an open wall leave room for people. */
export const MAX_PUBLIC_VIEWS = 100

/** All views that somebody looks at. */
export class Views {
  private readonly byRights = new Map<string, View>()
  private readonly watching = new Map<Browser, { key: string; view: View }>()
  private readonly countsOfGone: ViewCounts = { diffs: 0, diffMessages: 0, snapshotsBuilt: 0, snapshots: 0 }
  private made = 0

  constructor(private readonly context: ViewContext) {}

  get size(): number {
    return this.byRights.size
  }

  /** Lets the browser watch what `rights` allow; false when there are `max` different views already. */
  watch(browser: Browser, rights: Rights, max: number): boolean {
    const key = rightsKey(rights)
    if (this.watching.get(browser)?.key === key) return this.refresh(browser)
    if (!this.byRights.has(key) && this.byRights.size >= max) return false
    this.unwatch(browser)
    const view = this.byRights.get(key) ?? this.make(key, rights)
    this.watching.set(browser, { key, view })
    view.join(browser)
    return true
  }

  /** A view that nobody watches any more is gone, and its epoch with it. */
  unwatch(browser: Browser): void {
    const watched = this.watching.get(browser)
    if (watched === undefined) return
    const { key, view } = watched
    this.watching.delete(browser)
    view.leave(browser)
    if (view.size > 0) return
    this.byRights.delete(key)
    addCounts(this.countsOfGone, view.counts())
  }

  /** Sends the browser a snapshot of what it watches; false when it watches nothing. */
  refresh(browser: Browser): boolean {
    const view = this.watching.get(browser)?.view
    view?.sendSnapshotTo(browser)
    return view !== undefined
  }

  flush(changes: Changes): void {
    for (const view of this.byRights.values()) view.flush(changes)
  }

  beat(): void {
    for (const view of this.byRights.values()) view.beat()
  }

  counts(): ViewCounts {
    const sum = { ...this.countsOfGone }
    for (const view of this.byRights.values()) addCounts(sum, view.counts())
    return sum
  }

  private make(key: string, rights: Rights): View {
    this.made += 1
    const view = new View(`${this.context.store.epoch}.${this.made}`, rights, this.context)
    this.byRights.set(key, view)
    return view
  }
}

function addCounts(sum: ViewCounts, counts: ViewCounts): void {
  sum.diffs += counts.diffs
  sum.diffMessages += counts.diffMessages
  sum.snapshotsBuilt += counts.snapshotsBuilt
  sum.snapshots += counts.snapshots
}
