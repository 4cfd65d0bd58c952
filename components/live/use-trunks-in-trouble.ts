'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { LiveCache } from '@/lib/client/types'
import { type TrunkInTrouble, trunksInTrouble } from '@/lib/domain/trunk-alarm'
import { useLiveCache } from './live-context'

const NONE: readonly TrunkInTrouble[] = []

/** Trunks in trouble, the worst first. Renders again when one falls, is back or is in another trouble, never for a call more. */
export function useTrunksInTrouble(): readonly TrunkInTrouble[] {
  const cache = useLiveCache()
  const trouble = useMemo(() => watching(cache), [cache])
  return useSyncExternalStore(trouble.subscribe, trouble.read, trouble.read)
}

function watching(cache: LiveCache) {
  let shown = NONE
  return {
    subscribe(listener: () => void) {
      const stops = [cache.subscribeFamily('endpoints', listener), cache.subscribeFamily('registrations', listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    read() {
      const fresh = trunksInTrouble(cache.records('endpoints'), cache.records('registrations'))
      if (!isSame(fresh, shown)) shown = fresh
      return shown
    },
  }
}

function isSame(fresh: readonly TrunkInTrouble[], shown: readonly TrunkInTrouble[]): boolean {
  return (
    fresh.length === shown.length &&
    fresh.every(({ id, alarm }, i) => {
      const other = shown[i]
      return other?.id === id && other.alarm.trouble === alarm.trouble && other.alarm.since === alarm.since
    })
  )
}
