import { randomUUID } from 'node:crypto'
import type { Changes } from '@/lib/diff/types'
import type { PbxName } from '@/lib/domain/ids'
import type { LinkHealth } from '@/lib/domain/link'
import { familiesOf } from '@/lib/domain/live-state'
import type { Clock } from '@/server/clock'
import { emptySourceTables, type SourceTables } from './source-tables'
import type { LiveStore } from './types'
import { Feed, type VisibleChanges, type VisibleTables } from './visible'

/** What one PBX gives to the store. */
type Source = {
  tables: SourceTables
  /** Called before each flush: what is put together once a flush and not with every event is due. */
  settle?(): void
  /** Asked whenever somebody looks, so that `heardAt` is as young as the look. Absent: it has no link of its own. */
  link?(): LinkHealth
}

/** A session's handle on the store. */
export type SourceHandle = {
  /** Something may have changed: the next flush looks. */
  touched(): void
  /** Other tables stand for this PBX from now on; the next flush tells the difference, record by record. */
  replace(tables: SourceTables): void
  /** The link entered another state. */
  linkChanged(): void
  /** Takes the PBX and all its records out. */
  detach(): void
}

/** Plain numbers for metrics; times in ms. */
type StoreStats = { flushes: number; recordsChanged: number; lastFlushMs: number; flushMsTotal: number }

export type WritableLiveStore = LiveStore & {
  attach(source: Source): SourceHandle
  /** Flushes now instead of at the end of the interval. */
  flush(): void
  stats(): StoreStats
  close(): void
}

type LiveStoreOptions = {
  clock: Clock
  /** How long changes are gathered and squashed before they are told, in ms. */
  flushMs?: number
  epoch?: string
}

/** Long enough to squash a burst, short enough to look immediate. */
export const FLUSH_MS = 100

/** The union of all PBXs' tables as of the last flush; a flush costs what changed and not what there is. */
export function createLiveStore(options: LiveStoreOptions): WritableLiveStore {
  const { clock, flushMs = FLUSH_MS, epoch = randomUUID() } = options
  const visible: VisibleTables = emptyMaps()
  const feeds = new Map<Feed, Source>()
  const flushListeners = new Set<(changes: Changes) => void>()
  const linkListeners = new Set<(link: LinkHealth) => void>()
  const stats: StoreStats = { flushes: 0, recordsChanged: 0, lastFlushMs: 0, flushMsTotal: 0 }
  let disarm: (() => void) | null = null

  function arm(): void {
    disarm ??= clock.after(flushMs, flush)
  }

  function flush(): void {
    disarm?.()
    disarm = null
    const began = performance.now()
    const changes: VisibleChanges = emptyMaps()
    let count = 0
    for (const [feed, source] of feeds) {
      source.settle?.()
      count += feed.collect(visible, changes)
    }
    if (count === 0) return
    for (const listener of flushListeners) listener(changes)
    const took = performance.now() - began
    stats.flushes += 1
    stats.recordsChanged += count
    stats.lastFlushMs = took
    stats.flushMsTotal += took
  }

  function attach(source: Source): SourceHandle {
    const feed = new Feed(source.tables)
    feeds.set(feed, source)
    const replace = (tables: SourceTables) => {
      feed.replace(tables)
      arm()
    }
    const linkChanged = () => {
      const link = source.link?.()
      if (link) for (const listener of linkListeners) listener(link)
    }
    const detach = () => {
      if (!feeds.has(feed)) return
      replace(emptySourceTables())
      flush()
      feeds.delete(feed)
    }
    return { touched: arm, replace, linkChanged, detach }
  }

  return {
    epoch,
    tables: visible,
    get links() {
      const links = [...feeds.values()].flatMap((source) => source.link?.() ?? [])
      return new Map<PbxName, LinkHealth>(links.map((link) => [link.pbx, link]))
    },
    onFlush: (listener) => subscribe(flushListeners, listener),
    onLink: (listener) => subscribe(linkListeners, listener),
    attach,
    flush,
    stats: () => ({ ...stats }),
    close() {
      disarm?.()
      disarm = null
    },
  }
}

function subscribe<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function emptyMaps(): VisibleTables & VisibleChanges {
  return familiesOf(() => new Map()) as VisibleTables & VisibleChanges
}
