'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useTicker } from './live-context'

/** Has this moment (ms) come, by the clock of the picture? `null`: it never does. Renders once, when it comes. */
export function usePast(moment: number | null): boolean {
  const ticker = useTicker()
  const subscribe = useCallback((listener: () => void) => ticker.onTick(listener), [ticker])
  const read = () => moment !== null && ticker.pictureNow() >= moment
  return useSyncExternalStore(subscribe, read, read)
}
