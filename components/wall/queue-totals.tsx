'use client'

import { formatDuration } from '@/lib/i18n/duration'
import { offeredOf } from '@/lib/kpi/tally'
import { percentOf } from '@/lib/kpi/window-tally'
import { useQueueView } from './board/use-board'
import { Count, Percent } from './figure'
import { WindowTotal } from './total'

/** With one queue the tile itself holds the sums, so there is room for averages. */
export function QueueTotals({ id }: { id: string }) {
  const view = useQueueView(id)
  if (!view) return null
  const { queue, tally } = view
  const unseenMs = tally?.unseenMs ?? 0
  const mean = (ms = 0, count = 0) => <b className="fig">{count === 0 ? '–' : formatDuration(ms / count)}</b>
  return (
    <>
      <WindowTotal figure="offered" queue={queue} unseenMs={unseenMs}>
        <Count value={tally ? offeredOf(tally) : null} />
      </WindowTotal>
      <WindowTotal figure="lossRate" queue={queue} unseenMs={unseenMs}>
        <Percent value={tally ? percentOf({ numerator: tally.lost, denominator: offeredOf(tally) }) : null} tenths />
      </WindowTotal>
      <WindowTotal figure="averageWait" queue={queue} unseenMs={unseenMs}>
        {mean(tally?.waitMs, tally?.waits)}
      </WindowTotal>
      <WindowTotal figure="averageTalk" queue={queue} unseenMs={unseenMs}>
        {mean(tally?.talkMs, tally?.talks)}
      </WindowTotal>
    </>
  )
}
