import type { Changes } from '@/lib/diff/types'
import type { PbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import type { Families, Family } from '@/lib/domain/live-state'

/** Read side of one family: what the gateway and the API may see. */
export interface ReadTable<R> {
  readonly size: number
  get(id: string): R | undefined
  values(): IterableIterator<R>
  entries(): IterableIterator<[string, R]>
}

export type ReadTables = { readonly [F in Family]: ReadTable<Families[F]> }

/** The live picture of all PBXs, flushed on one interval. */
export interface LiveStore {
  /** Random per process: a client that holds another one starts anew. */
  readonly epoch: string
  /** As of the last flush, never ahead of what `onFlush` has announced. */
  readonly tables: ReadTables
  readonly links: ReadonlyMap<PbxName, LinkHealth>
  /** Called once per flush interval that had an effect. Returns the undo. */
  onFlush(listener: (changes: Changes) => void): () => void
  /** Called at once when a link changes its state. Returns the undo. */
  onLink(listener: (link: LinkHealth) => void): () => void
}
