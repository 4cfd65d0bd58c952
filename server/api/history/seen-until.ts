import type { HistoryDeps } from './deps'

/** As far as this what goes on has come, ms: to now, or to where the sight of it was lost. */
export function seenUntil({ clock, blind }: Pick<HistoryDeps, 'clock' | 'blind'>): number {
  return blind()?.since ?? clock.now()
}
