'use client'

import { useTranslations } from 'use-intl'
import { OpenedMissed } from '@/components/agents/missed/opened-missed'
import { OpenedTimes } from '@/components/agents/times/opened-times'
import { useLiveRecords } from '@/components/live/use-live'
import type { Figure } from '@/lib/kpi/figures'
import { askedParams } from './asked'
import { askedOf } from './asked-of'
import { ExplanationPanel } from './explanation-panel'
import type { Opened } from './history-view'
import { useRangeText } from './range/use-range-text'
import { TurnedAwayDialog } from './turned-away-dialog'
import type { HistoryState } from './use-history-view'
import { useWithinText } from './use-within-text'

/** What goes on adds up by itself, ms. */
const ANEW_MS = 15_000

/** Tells what was opened, of whom and when. */
function useOfText({ asked, days, times }: HistoryState): (of: Opened['of']) => string {
  const t = useTranslations('history')
  const queues = useLiveRecords('queues')
  const tell = useRangeText(days)
  const tellWithin = useWithinText()
  const labelOf = (name: string) => queues.find((queue) => queue.name === name)?.label ?? name
  const whom = (of: Opened['of']) => {
    if (of && 'queue' in of) return labelOf(of.queue)
    if (of && 'agent' in of) return of.agent
    return asked.queues.length > 0 ? asked.queues.map(labelOf).join(', ') : t('ofAllQueues')
  }
  return (of) => {
    const { within } = askedOf(asked, of)
    return [whom(of), tell(of && 'from' in of ? of : times), ...(within ? [tellWithin(within)] : [])].join(', ')
  }
}

/** The opened figure, above the page's corner, so that what it was opened from stays in sight. */
export function OpenedFigure({ state, onClose }: { state: HistoryState; onClose: () => void }) {
  const { view, setView, asked } = state
  const tell = useOfText(state)
  if (view.opened === null) return null
  const { figure, of } = view.opened
  const isBrief = view.tab === 'visits' && view.part !== null
  return (
    <div className={isBrief ? undefined : 'history-opened'}>
      <ExplanationPanel
        {...{ asked: askedOf(asked, of), figure, part: view.part, isBrief, onClose }}
        of={tell(of)}
        {...(isOfPiece(of) && {
          onFigure: (next: Figure) => setView({ ...view, opened: { figure: next, of }, part: null }),
        })}
        onPart={(part) => setView({ ...view, part, tab: 'visits' })}
      />
    </div>
  )
}

/** A chart opens one figure of the piece that is pointed at, and tells several of it. */
function isOfPiece(of: Opened['of']): boolean {
  return of !== null && !('queue' in of) && !('agent' in of)
}

/** The opened list, above the page. */
export function OpenedList({ state, onClose }: { state: HistoryState; onClose: () => void }) {
  const { view, asked } = state
  const tell = useOfText(state)
  if (view.listed === null) return null
  const { list, of } = view.listed
  if (list === 'missed') {
    const agent = of && 'agent' in of ? of.agent : asked.agent
    const everyMs = 'window' in asked.span ? ANEW_MS : false
    const params = askedParams({ ...asked, agent: null })
    return <OpenedMissed {...{ agent, name: null, when: tell(null), params, everyMs, onClose }} />
  }
  return <TurnedAwayDialog asked={askedOf(asked, of)} of={tell(of)} onClose={onClose} />
}

/** The opened time of an agent, above the page. */
export function OpenedTime({ state, onClose }: { state: HistoryState; onClose: () => void }) {
  const { view, asked } = state
  const tell = useOfText(state)
  const everyMs = 'window' in asked.span ? ANEW_MS : false
  return (
    <OpenedTimes
      {...{ of: view.timed, name: null, when: tell(null), everyMs, onClose }}
      path="/api/v1/explain/agents"
      params={askedParams(asked)}
    />
  )
}
