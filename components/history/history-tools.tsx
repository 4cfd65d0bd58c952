'use client'

import { useTimeZone, useTranslations } from 'use-intl'
import { ReplayLink } from '@/components/replay/replay-link'
import { Button, IconButton } from '@/components/ui/button'
import type { HistoryView } from './history-view'
import { QueuesFilter } from './queues-filter'
import type { TimeSpan } from './range/board-days'
import { RangePicker } from './range/range-picker'
import { spanBefore } from './range/span'
import { useRangeText } from './range/use-range-text'
import type { HistoryState } from './use-history-view'

/** Of what time and of whom. */
export function HistoryTools({ state }: { state: HistoryState }) {
  const t = useTranslations('history')
  const { view, setView, now, days, times, move } = state
  return (
    <>
      <RangePicker
        {...{ span: view.span, times, now, days }}
        onChange={(span) => setView({ ...view, span })}
        onMove={move}
      />
      <QueuesFilter value={view.queues} onChange={(queues) => setView({ ...view, queues })} />
      {view.agent !== null && (
        <Button icon="close" look="ghost" hint={t('allAgents')} onClick={() => setView({ ...view, agent: null })}>
          {t('agent', { name: view.agent })}
        </Button>
      )}
    </>
  )
}

/** The board's zone, comparison, printing. */
export function PageTools({ state: { view, setView, times, now, days } }: { state: HistoryState }) {
  const r = useTranslations('history.report')
  const tell = useRangeText(days)
  const zone = useTimeZone()
  return (
    <>
      {view.compare && (
        <span className="history-compared">{r('comparedWith', { span: tell(spanBefore(times, now, days)) })}</span>
      )}
      <span className="history-zone">{zone}</span>
      <Button icon="swap" pressed={view.compare} onClick={() => setView({ ...view, compare: !view.compare })}>
        {r('compare')}
      </Button>
      <ReplayLink at={beginOf(view, times)} />
      <IconButton icon="printer" label={r('print')} onClick={() => window.print()} />
    </>
  )
}

/** Where a replay of what is looked at begins; `null`: in a span that goes on, the last of it. */
function beginOf({ span, opened }: HistoryView, times: TimeSpan): number | null {
  if (opened?.of && 'from' in opened.of) return opened.of.from
  return 'window' in span ? null : times.from
}
