import { useEffect, useState } from 'react'
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
  useEffect(() => {
    if (now === mark) return
    const timer = setTimeout(() => setMark(now), AT_MOST_MS)
    return () => clearTimeout(timer)
  }, [now, mark])
  return mark
}
