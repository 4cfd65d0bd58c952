'use client'

import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { askedOf } from './asked-of'
import { ExplanationPanel } from './explanation-panel'
import { useRangeText } from './range/use-range-text'
import type { HistoryState } from './use-history-view'
import { useWithinText } from './use-within-text'

/** The opened figure, above the page's corner, so that what it was opened from stays in sight. */
export function OpenedFigure({ state, onClose }: { state: HistoryState; onClose: () => void }) {
  const { view, setView, asked, days, times } = state
  const t = useTranslations('history')
  const queues = useLiveRecords('queues')
  const tell = useRangeText(days)
  const tellWithin = useWithinText()
  if (view.opened === null) return null
  const { figure, of } = view.opened
  const asking = askedOf(asked, of)
  const isBrief = view.tab === 'visits' && view.part !== null
  const labelOf = (name: string) => queues.find((queue) => queue.name === name)?.label ?? name
  const whom =
    of && 'queue' in of
      ? labelOf(of.queue)
      : of && 'agent' in of
        ? of.agent
        : asked.queues.length > 0
          ? asked.queues.map(labelOf).join(', ')
          : t('allQueues')
  return (
    <div className={isBrief ? undefined : 'history-opened'}>
      <ExplanationPanel
        {...{ asked: asking, figure, part: view.part, isBrief, onClose }}
        of={[whom, tell(of && 'from' in of ? of : times), ...(asking.within ? [tellWithin(asking.within)] : [])].join(
          ', ',
        )}
        onPart={(part) => setView({ ...view, part, tab: 'visits' })}
      />
    </div>
  )
}
