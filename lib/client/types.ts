import type { LinkHealth } from '@/lib/domain/link'
import type { Families, Family } from '@/lib/domain/live-state'
import type { Personal } from './personal'

/**
 * How much of the picture may be believed.
 * - `connecting`: nothing yet; `catchingUp`: (re)connected, the picture is not complete until its snapshot is in;
 * - `live`; `late`: no heartbeat for 5 s, or the PBX was last heard over 5 s ago; `stale`: over 15 s, or the socket or
 *   a PBX link is known to be down. Figures are solid only in `live` and `late`.
 */
export type Freshness = 'connecting' | 'catchingUp' | 'live' | 'late' | 'stale'

export type CacheStatus = {
  freshness: Freshness
  /** Server time (ms) at which the picture was last known to be true; `null` before the first snapshot. */
  trueAt: number | null
  /** Is this browser connected to our server? */
  socket: 'connecting' | 'connected' | 'disconnected'
  /** When the browser lost the server, by the server's clock; `null` while connected. */
  socketLostAt: number | null
  links: readonly LinkHealth[]
  demo: boolean
}

/** The browser's copy of its view. Every getter returns the same reference until what it gives has changed. */
export interface LiveCache {
  status(): CacheStatus
  /** The server's clock, in ms since 1970. */
  now(): number
  record<F extends Family>(family: F, id: string): Families[F] | undefined
  /** Ids of a family, sorted by code unit. */
  ids(family: Family): readonly string[]
  /** All records of a family, in the order of `ids`. */
  records<F extends Family>(family: F): readonly Families[F][]
  /** What the server tells this person alone. */
  personal(): Personal
  /** Each returns its own undo. A listener is called once per applied message that touched what it watches. */
  subscribeStatus(listener: () => void): () => void
  subscribeRecord(family: Family, id: string, listener: () => void): () => void
  /** Any change within the family: a record's fields as well as which records there are. */
  subscribeFamily(family: Family, listener: () => void): () => void
  subscribePersonal(listener: () => void): () => void
}
