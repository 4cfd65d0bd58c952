'use client'

import { useEffect, useState } from 'react'
import { useTicker } from '@/components/live/live-context'
import { type Page, pageOf } from './page-of'

/** How long a page stands: time to find a name from across the room. */
const PAGE_MS = 12_000

/** The part of a list that shows now. Pages turn by the server's clock, on all screens at once. */
export function usePage(count: number, columns: number, rows: number): Page {
  const ticker = useTicker()
  const [turn, setTurn] = useState(0)
  const { pages } = pageOf(count, columns, rows, 0)
  useEffect(() => {
    if (pages === 1) return
    const turnPage = () => setTurn(Math.floor(ticker.screenNow() / PAGE_MS) % pages)
    turnPage()
    return ticker.onTick(turnPage)
  }, [ticker, pages])
  return pageOf(count, columns, rows, turn)
}
