'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { Personal } from '@/lib/client/personal'
import { useLiveCache } from './live-context'

/**
 * What `select` takes of what the server tells this person alone: viewer, own calls, receipts. It must give a primitive or
 * a reference that is held there.
 */
export function usePersonal<T>(select: (personal: Personal) => T): T {
  const cache = useLiveCache()
  const subscribe = useCallback((listener: () => void) => cache.subscribePersonal(listener), [cache])
  const read = () => select(cache.personal())
  return useSyncExternalStore(subscribe, read, read)
}
