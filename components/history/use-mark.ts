import { useEffect, useRef, useState } from 'react'
import { useLiveRecords } from '@/components/live/use-live'
import { offeredOf } from '@/lib/kpi/tally'
import type { Asked } from './asked'

const NEVER = { from: 0, to: 0 }
/** In a busy hour visits end many times a second; what stands behind the figures is asked for this often at most, in ms. */
const AT_MOST_MS = 2_000

/**
 * Changes when somebody's waiting or talk ended, as long as a span is asked for that ends now: what is asked of it is then
 * asked anew, so that all of the page tells the same.
 */
export function useMark(asked: Asked | null): string {
  const span = asked?.span ?? NEVER
  const kpis = useLiveRecords('kpis')
  const now =
    'window' in span
      ? kpis.map(({ windows }) => `${offeredOf(windows[span.window])}.${windows[span.window].talks}`).join()
      : ''
  const [mark, setMark] = useState(now)
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  /** Which mark is no longer true; what comes while it waits goes along, and does not put it off. */
  const behind = now === mark ? null : mark
  useEffect(() => {
    if (behind === null) return
    const timer = setTimeout(() => setMark(latest.current), AT_MOST_MS)
    return () => clearTimeout(timer)
  }, [behind])
  return mark
}
