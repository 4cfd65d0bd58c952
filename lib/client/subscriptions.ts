import { FAMILIES, type Family } from '@/lib/domain/live-state'
import type { Touched } from './record-store'

type Listener = () => void
/** A registration of its own each time, so that undoing one leaves the others of the same function. */
type Registrations = Set<{ listener: Listener }>

/** Who watches what: one record, a family, the status. */
export class Subscriptions {
  private readonly status: Registrations = new Set()
  private readonly families = new Map<Family, Registrations>(FAMILIES.map((family) => [family, new Set()]))
  private readonly records = new Map<Family, Map<string, Registrations>>(FAMILIES.map((family) => [family, new Map()]))

  subscribeStatus(listener: Listener): () => void {
    return register(this.status, listener)
  }

  subscribeFamily(family: Family, listener: Listener): () => void {
    return register(this.families.get(family) as Registrations, listener)
  }

  subscribeRecord(family: Family, id: string, listener: Listener): () => void {
    const byId = this.records.get(family) as Map<string, Registrations>
    const watchers = byId.get(id) ?? new Set()
    byId.set(id, watchers)
    const unregister = register(watchers, listener)
    return () => {
      unregister()
      if (watchers.size === 0 && byId.get(id) === watchers) byId.delete(id)
    }
  }

  /** Calls every listener concerned once, however much of what it watches was touched. */
  notify(touched: readonly Touched[], statusChanged: boolean): void {
    const listeners = new Set<Listener>()
    if (statusChanged) collect(this.status, listeners)
    for (const families of touched) {
      for (const [family, ids] of families) this.collectFamily(family, ids, listeners)
    }
    for (const listener of listeners) listener()
  }

  private collectFamily(family: Family, ids: ReadonlySet<string>, listeners: Set<Listener>): void {
    collect(this.families.get(family), listeners)
    const byId = this.records.get(family)
    for (const id of ids) collect(byId?.get(id), listeners)
  }
}

function register(registrations: Registrations, listener: Listener): () => void {
  const registration = { listener }
  registrations.add(registration)
  return () => registrations.delete(registration)
}

function collect(registrations: Registrations | undefined, into: Set<Listener>): void {
  for (const { listener } of registrations ?? []) into.add(listener)
}
