'use client'

import { useEffect, useState } from 'react'
import { useLiveCache } from '@/components/live/live-context'

const MINUTE_MS = 60_000

/** The server's clock, to the minute: spans that end now move on with it. */
export function useNow(): number {
  const cache = useLiveCache()
  const [now, setNow] = useState(cache.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(cache.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [cache])
  return now
}
