'use client'

import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { KeepingNote } from '@/components/keeping/keeping-note'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { useTimes } from '@/components/session/use-times'
import { useMay } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { BoardDayStart } from './charts/plot/board-day-start'
import { HistoryBelow } from './history-below'
import { HistoryHead } from './history-head'
import { HistoryTools, PageTools } from './history-tools'
import { HISTORY_TABS, type Openable } from './history-view'
import { KeysLine } from './keys-line'
import { OpenedFigure, OpenedList, OpenedTime } from './opened-figure'
import { useHistoryView } from './use-history-view'
import { useKeys } from './use-keys'
import './history.css'
import './history-print.css'

type HistoryPageProps = {
  search: string
  /** How long after midnight the board's day begins, ms. */
  dayStartMs: number
}

/** The figures of any span, what each is made of, and the visits behind it. */
export function HistoryPage({ search, dayStartMs }: HistoryPageProps) {
  const t = useTranslations('history')
  const state = useHistoryView(search, dayStartMs)
  const { view, setView, move } = state
  const mayHandle = useMay('lost.handle')
  const tabs = HISTORY_TABS.filter((tab) => tab !== 'lost' || mayHandle)
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  const close = () => setView({ ...view, opened: null, part: null })
  useKeys({ onMove: move, onClose: view.opened ? close : null })
  const open = (what: Openable | null) =>
    setView({
      ...{ ...view, part: null, opened: what && 'figure' in what ? what : null },
      ...{ listed: what && 'list' in what ? what : null, timed: what && 'time' in what ? what : null },
    })
  return (
    <DeskPage title={t('title')} tools={<HistoryTools state={state} />} keys={<KeysLine />}>
      <div className="history" data-hollow={solid ? undefined : ''}>
        {!solid && <NotLive />}
        <KeepingNote />
        <HistoryHead state={state} onOpen={open} />
        <div className="history-tabs">
          <Segmented
            label={t('shown')}
            value={view.tab}
            onChange={(tab) => setView({ ...view, tab, part: null })}
            options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))}
          />
          <span className="ui-end" />
          <PageTools state={state} />
        </div>
        <OpenedFigure state={state} onClose={close} />
        <OpenedList state={state} onClose={() => open(null)} />
        <OpenedTime state={state} onClose={() => open(null)} />
        <BoardDayStart value={dayStartMs}>
          <HistoryBelow {...{ state, search }} onOpen={open} />
        </BoardDayStart>
      </div>
    </DeskPage>
  )
}

/** What was asked for stays true, and says since when it may lack the newest. */
function NotLive() {
  const t = useTranslations('history.report')
  const times = useTimes()
  const trueAt = useCacheStatus((status) => status.trueAt)
  if (trueAt === null) return null
  return (
    <p className="ui-panel history-unseen" role="status">
      <Icon name="warning" /> {t('notLive', { time: times.timeWithSeconds(trueAt) })}
    </p>
  )
}
