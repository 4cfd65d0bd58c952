import { NOTHING_PERSONAL, type Personal } from '@/lib/client/personal'
import type { CacheStatus, LiveCache } from '@/lib/client/types'
import { emptyLiveState, FAMILIES, type Families, type Family, type LiveState } from '@/lib/domain/live-state'

type Listener = () => void

const LIVE: CacheStatus = {
  freshness: 'live',
  trueAt: 0,
  socket: 'connected',
  socketLostAt: null,
  links: [],
  demo: false,
}

/** A live cache filled by hand, for tests and benchmarks of components: the clock stands still until it is moved. */
export class FixtureCache implements LiveCache {
  private readonly state: LiveState = emptyLiveState()
  private readonly sorted: { [F in Family]?: { ids: string[]; records: Families[F][] } } = {}
  private readonly statusListeners = new Set<Listener>()
  private readonly familyListeners = new Map<Family, Set<Listener>>(FAMILIES.map((family) => [family, new Set()]))
  private readonly recordListeners = new Map<string, Set<Listener>>()
  private readonly personalListeners = new Set<Listener>()
  private told = NOTHING_PERSONAL
  private current: CacheStatus

  constructor(
    state: Partial<LiveState> = {},
    private time: number | (() => number) = 0,
    status: Partial<CacheStatus> = {},
  ) {
    Object.assign(this.state, state)
    this.current = { ...LIVE, trueAt: this.now(), ...status }
  }

  now = (): number => (typeof this.time === 'number' ? this.time : this.time())
  status = (): CacheStatus => this.current

  record<F extends Family>(family: F, id: string): Families[F] | undefined {
    return this.state[family][id]
  }

  ids(family: Family): readonly string[] {
    return this.sort(family).ids
  }

  records<F extends Family>(family: F): readonly Families[F][] {
    return this.sort(family).records
  }

  personal = (): Personal => this.told
  subscribePersonal = (listener: Listener) => subscribe(this.personalListeners, listener)
  subscribeStatus = (listener: Listener) => subscribe(this.statusListeners, listener)
  subscribeFamily = (family: Family, listener: Listener) =>
    subscribe(this.familyListeners.get(family) as Set<Listener>, listener)

  subscribeRecord(family: Family, id: string, listener: Listener) {
    const key = `${family}|${id}`
    const listeners = this.recordListeners.get(key) ?? new Set()
    this.recordListeners.set(key, listeners)
    return subscribe(listeners, listener)
  }

  /** Puts a record, or takes it away with `undefined`, and tells those who watch. */
  put<F extends Family>(family: F, id: string, record: Families[F] | undefined): void {
    const records = this.state[family] as Record<string, Families[F]>
    if (record === undefined) delete records[id]
    else records[id] = record
    delete this.sorted[family]
    for (const listener of this.recordListeners.get(`${family}|${id}`) ?? []) listener()
    for (const listener of this.familyListeners.get(family) ?? []) listener()
  }

  setStatus(status: Partial<CacheStatus>): void {
    this.current = { ...this.current, ...status }
    for (const listener of this.statusListeners) listener()
  }

  setPersonal(personal: Partial<Personal>): void {
    this.told = { ...this.told, ...personal }
    for (const listener of this.personalListeners) listener()
  }

  /** Moves the server's clock; nobody is told, as in life. */
  setNow(time: number): void {
    this.time = time
  }

  private sort<F extends Family>(family: F): { ids: string[]; records: Families[F][] } {
    const known = this.sorted[family]
    if (known) return known
    const ids = Object.keys(this.state[family]).sort()
    const fresh = { ids, records: ids.map((id) => this.state[family][id] as Families[F]) }
    this.sorted[family] = fresh as never
    return fresh
  }
}

function subscribe(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
