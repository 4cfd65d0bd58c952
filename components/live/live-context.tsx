'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { LiveCache } from '@/lib/client/types'
import { Ticker } from './ticker'

type Live = { cache: LiveCache; ticker: Ticker }

const LiveContext = createContext<Live | null>(null)

/** Gives everything below it the browser's cache and the one clock that all timers share. */
export function LiveProvider({ cache, children }: { cache: LiveCache; children: ReactNode }) {
  const live = useMemo(() => ({ cache, ticker: new Ticker(cache) }), [cache])
  useEffect(() => live.ticker.start(), [live])
  return <LiveContext value={live}>{children}</LiveContext>
}

export function useLiveCache(): LiveCache {
  return useLive().cache
}

export function useTicker(): Ticker {
  return useLive().ticker
}

function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('Live hooks need a LiveProvider above them.')
  return live
}
