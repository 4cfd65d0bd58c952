'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DeskPage } from '@/components/desk/desk-page'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus, useLiveRecords } from '@/components/live/use-live'
import { useAddressState } from '@/components/session/use-address-state'
import { SearchField } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { ExplanationPanel, type Part } from './explanation-panel'
import { FiguresPanel } from './figures-panel'
import { HISTORY_FORM } from './history-view'
import { useMark } from './use-mark'
import { VisitsPanel } from './visits-panel'
import './history.css'

const ALL = '*'

/** The figures of today and of the last minutes, what each is made of, and the visits behind it. */
export function HistoryPage({ search }: { search: string }) {
  const t = useTranslations('history')
  const { view, setView } = useAddressState(search, HISTORY_FORM)
  const [part, setPart] = useState<Part>('numerator')
  const queues = useLiveRecords('queues')
  const kpis = useLiveRecords('kpis')
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness) || freshness === 'connecting')
  const chosen = queues.find(({ name }) => name === view.queue)
  const shown = chosen ? kpis.filter(({ id }) => id === chosen.id) : kpis
  const mark = useMark(shown, view.window)
  const tools = (
    <>
      <Select
        label={t('queue')}
        value={chosen?.name ?? ALL}
        onChange={(queue) => setView({ ...view, queue: queue === ALL ? null : queue })}
        options={[{ value: ALL, label: t('allQueues') }, ...queues.map(({ name, label }) => ({ value: name, label }))]}
      />
      <Segmented
        label={t('window')}
        value={view.window}
        onChange={(window) => setView({ ...view, window })}
        options={KPI_WINDOWS.map((value) => ({ value, label: t(`windows.${value}`) }))}
      />
    </>
  )
  return (
    <DeskPage title={t('title')} tools={tools}>
      <div className="history" data-hollow={solid ? undefined : ''}>
        <FiguresPanel
          kpis={shown}
          window={view.window}
          opened={view.figure}
          onOpen={(figure) => {
            setPart('numerator')
            setView({ ...view, figure })
          }}
        />
        {view.figure !== null && <ExplanationPanel view={view} mark={mark} part={part} onPart={setPart} />}
        <SearchField
          className="history-find"
          label={t('find')}
          value={view.find}
          maxLength={40}
          onChange={(event) => setView({ ...view, find: event.target.value })}
        />
        <VisitsPanel view={view} mark={mark} part={part} />
      </div>
    </DeskPage>
  )
}
