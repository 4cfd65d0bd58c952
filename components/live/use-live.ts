'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { CacheStatus } from '@/lib/client/types'
import type { Families, Family } from '@/lib/domain/live-state'
import { useLiveCache } from './live-context'

/** One record; the component renders again only when this very record changes. */
export function useLiveRecord<F extends Family>(family: F, id: string): Families[F] | undefined {
  const cache = useLiveCache()
  const subscribe = useCallback(
    (listener: () => void) => cache.subscribeRecord(family, id, listener),
    [cache, family, id],
  )
  const read = () => cache.record(family, id)
  return useSyncExternalStore(subscribe, read, read)
}

/** All records of a family; renders again on any change within it. */
export function useLiveRecords<F extends Family>(family: F): readonly Families[F][] {
  const cache = useLiveCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribeFamily(family, listener), [cache, family])
  const read = () => cache.records(family)
  return useSyncExternalStore(subscribe, read, read)
}

/**
 * What `select` takes of the cache's status. It must give a primitive or a reference that the status itself holds:
 * heartbeats change the status every two seconds, and only a changed selection renders.
 */
export function useCacheStatus<T>(select: (status: CacheStatus) => T): T {
  const cache = useLiveCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribeStatus(listener), [cache])
  const read = () => select(cache.status())
  return useSyncExternalStore(subscribe, read, read)
}
