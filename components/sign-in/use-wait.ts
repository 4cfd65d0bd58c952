'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '@/lib/i18n/duration'

const SECOND_MS = 1000

/** Counts down to a moment (ms since 1970 by this browser's clock) as `14:32`; `null` when there is nothing to wait for. */
export function useWait(until: number | null): string | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (until === null) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [until])
  if (until === null || now >= until) return null
  return formatDuration(Math.ceil((until - now) / SECOND_MS) * SECOND_MS)
}
