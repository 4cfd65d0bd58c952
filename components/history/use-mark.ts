import { useEffect, useState } from 'react'
import type { KpiWindow, QueueKpi } from '@/lib/domain/kpi'
import { offeredOf } from '@/lib/kpi/tally'

/** In a busy hour visits end many times a second; what stands behind the figures is asked for this often at most, in ms. */
const AT_MOST_MS = 1_000

/** Changes when the figures of these queues do: what is made of them is then asked for again, so that both tell the same. */
export function useMark(kpis: readonly QueueKpi[], window: KpiWindow): string {
  const now = kpis.map(({ windows }) => `${offeredOf(windows[window])}.${windows[window].talks}`).join()
  const [mark, setMark] = useState(now)
  useEffect(() => {
    if (now === mark) return
    const timer = setTimeout(() => setMark(now), AT_MOST_MS)
    return () => clearTimeout(timer)
  }, [now, mark])
  return mark
}
