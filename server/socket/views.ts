import type { Browser } from './browser'
import { type Rights, rightsKey } from './rights'
import { View, type ViewContext } from './view'

/** Each view costs a diff per flush, so their number has an end. */
export const MAX_VIEWS = 100

/** All views that somebody looks at. */
export class Views {
  snapshotsBuilt = 0
  snapshotsSent = 0
  private readonly byRights = new Map<string, View>()
  private readonly watching = new Map<Browser, { key: string; view: View }>()
  private made = 0

  constructor(private readonly context: ViewContext) {}

  get size(): number {
    return this.byRights.size
  }

  all(): Iterable<View> {
    return this.byRights.values()
  }

  of(browser: Browser): View | undefined {
    return this.watching.get(browser)?.view
  }

  /** Lets the browser watch what `rights` allow; false when there are too many different views already. */
  watch(browser: Browser, rights: Rights): boolean {
    const key = rightsKey(rights)
    const before = this.watching.get(browser)
    if (before?.key === key) {
      before.view.snapshots.request(browser)
      return true
    }
    if (!this.byRights.has(key) && this.byRights.size >= MAX_VIEWS) return false
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
    view.snapshots.drop()
    this.snapshotsBuilt += view.snapshots.built
    this.snapshotsSent += view.snapshotsSent
  }

  private make(key: string, rights: Rights): View {
    this.made += 1
    const view = new View(`${this.context.store.epoch}.${this.made}`, rights, this.context)
    this.byRights.set(key, view)
    return view
  }
}
