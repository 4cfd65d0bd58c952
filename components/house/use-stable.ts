'use client'

import { useCallback, useEffect, useRef } from 'react'

/** A function that stays the same and does what the newest one does, so that rows which take it need not render again. */
export function useStable<Arguments extends unknown[]>(
  newest: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(newest)
  useEffect(() => {
    latest.current = newest
  })
  return useCallback((...given) => latest.current(...given), [])
}
