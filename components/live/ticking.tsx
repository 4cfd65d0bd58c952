'use client'

import { memo, useLayoutEffect, useRef } from 'react'
import { formatDuration } from '@/lib/i18n/duration'
import { useTicker } from './live-context'
import type { Telling } from './ticker'

type TickingProps = {
  /** Keep the function's identity while it tells the same: a new one registers anew. */
  tell: Telling
  clock?: 'picture' | 'screen'
  className?: string
}

/** A text that follows the clock without React: the ticker writes its text node. */
export function Ticking({ tell, clock = 'picture', className }: TickingProps) {
  const ticker = useTicker()
  const ref = useRef<HTMLTimeElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const node = document.createTextNode('')
    element.replaceChildren(node)
    return ticker.add(node, tell, clock)
  }, [ticker, tell, clock])
  return <time ref={ref} className={className} aria-live="off" />
}

/** How long something has lasted, as m:ss; `since` in ms since 1970, `null` when it began before we looked. */
export const Elapsed = memo(function Elapsed({ since, className = '' }: { since: number | null; className?: string }) {
  const ticker = useTicker()
  const ref = useRef<HTMLTimeElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const node = document.createTextNode('–')
    element.replaceChildren(node)
    if (since === null) return
    return ticker.add(node, (now) => formatDuration(now - since), 'picture')
  }, [ticker, since])
  return <time ref={ref} className={className} aria-live="off" />
})
