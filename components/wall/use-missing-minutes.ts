'use client'

import { useEffect, useState } from 'react'
import { useTicker } from '@/components/live/live-context'

const MINUTE_MS = 60_000

/** How many minutes have begun since the picture was last true; 0 while it is live. */
export function useMissingMinutes(): number {
  const ticker = useTicker()
  const [missing, setMissing] = useState(0)
  useEffect(() => {
    const count = () => setMissing(minuteOf(ticker.screenNow()) - minuteOf(ticker.pictureNow()))
    count()
    return ticker.onTick(count)
  }, [ticker])
  return missing
}

function minuteOf(moment: number): number {
  return Math.floor(moment / MINUTE_MS)
}
