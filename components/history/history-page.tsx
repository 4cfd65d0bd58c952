'use client'

import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { Button } from '@/components/ui/button'
import { LoadError, Loading } from '@/components/ui/empty'
import { Segmented } from '@/components/ui/segmented'
import type { Asked } from './asked'
import { ExplanationPanel } from './explanation-panel'
import { FiguresPanel } from './figures-panel'
import { HISTORY_TABS, type Opened } from './history-view'
import { QueuesFilter } from './queues-filter'
import { RangePicker } from './range/range-picker'
import { useReport } from './use-history'
import { type HistoryState, useHistoryView } from './use-history-view'
import { VisitsTable } from './visits/visits-table'
import './history.css'

type HistoryPageProps = {
  search: string
  /** How long after midnight the board's day begins, ms. */
  dayStartMs: number
}

/** The figures of any span, what each is made of, and the visits behind it. */
export function HistoryPage({ search, dayStartMs }: HistoryPageProps) {
  const t = useTranslations('history')
  const state = useHistoryView(search, dayStartMs)
  const { view, setView, now, days, times, asked, move } = state
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  const { data, error, refetch } = useReport(asked, 'queue')
  const tools = (
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
  return (
    <DeskPage title={t('title')} tools={tools}>
      <div className="history" data-hollow={solid ? undefined : ''}>
        {error ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <FiguresPanel
            report={data}
            opened={view.opened?.figure ?? null}
            onOpen={(figure) =>
              setView({ ...view, opened: figure && { figure, of: null }, part: figure && 'numerator' })
            }
          />
        ) : (
          <Loading />
        )}
        <Segmented
          label={t('shown')}
          value={view.tab}
          onChange={(tab) => setView({ ...view, tab })}
          options={HISTORY_TABS.map((value) => ({ value, label: t(`tab.${value}`) }))}
        />
        <Below state={state} search={search} />
      </div>
    </DeskPage>
  )
}

function Below({ state: { view, setView, asked }, search }: { state: HistoryState; search: string }) {
  const { opened, part } = view
  const of = opened ? within(asked, opened) : asked
  return (
    <>
      {opened && (
        <ExplanationPanel
          {...{ asked: of, figure: opened.figure, part }}
          onPart={(next) => setView({ ...view, part: next })}
        />
      )}
      <VisitsTable {...{ asked: of, part, search }} figure={opened?.figure ?? null} />
    </>
  )
}

/** What is asked for where a figure was opened of one queue, or one piece of the time. */
function within(asked: Asked, { of }: Opened): Asked {
  if (of === null) return asked
  return 'queue' in of ? { ...asked, queues: [of.queue] } : { ...asked, span: of }
}
