import { type KpiWindow, WINDOW_STEP_MS } from '@/lib/domain/kpi'

/** From (included) to (not included), ms since 1970. */
export type Span = { from: number; to: number }

const MINUTE_MS = 60_000
const MINUTES: Readonly<Record<Exclude<KpiWindow, 'today'>, number>> = { last15: 15, last30: 30, last60: 60 }

/** The span of a window that ends now. */
export function spanOf(window: KpiWindow, now: number, dayStart: (now: number) => number): Span {
  if (window === 'today') return { from: dayStart(now), to: now + 1 }
  const from = now - MINUTES[window] * MINUTE_MS
  return { from: from - (from % WINDOW_STEP_MS), to: now + 1 }
}
