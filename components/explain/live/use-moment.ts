'use client'

import { useEffect, useState } from 'react'
import { useTicker } from '@/components/live/live-context'

/** The picture's moment, once a second: wrap-up ends by itself, and no event tells of it. */
export function useMoment(): number {
  const ticker = useTicker()
  const [now, setNow] = useState(() => ticker.pictureNow())
  useEffect(() => ticker.onTick(() => setNow(ticker.pictureNow())), [ticker])
  return now
}
