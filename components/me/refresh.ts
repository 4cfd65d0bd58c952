'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useMyCalls } from './use-me'

/** What other phones' calls change (lost callers), in ms. */
export const REFRESH_MS = 30_000
/** The server writes a call down within this time after its end, in ms. */
const WRITTEN_AFTER_MS = 1500

/** Lists of ended calls are read again soon after a call of one's own ended. */
export function useRefreshAfterCalls(): void {
  const client = useQueryClient()
  const count = useMyCalls().length
  const before = useRef(count)
  useEffect(() => {
    const ended = count < before.current
    before.current = count
    if (!ended) return
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['me'] }), WRITTEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [client, count])
}
