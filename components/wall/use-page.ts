'use client'

import { useEffect, useState } from 'react'
import { useTicker } from '@/components/live/live-context'

/** How long a page stands: time to find a name from across the room. */
const PAGE_MS = 12_000

/** The part of a list that shows now, as `slice` takes it. Pages turn by the server's clock, on all screens at once. */
export function usePage(count: number, capacity: number): { from: number; to: number } {
  const ticker = useTicker()
  const pages = Math.max(1, Math.ceil(count / capacity))
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages === 1) return
    const turnPage = () => setTurn(Math.floor(ticker.screenNow() / PAGE_MS) % pages)
    turnPage()
    return ticker.onTick(turnPage)
  }, [ticker, pages])
  const from = (turn % pages) * capacity
  return { from, to: Math.min(count, from + capacity) }
}
