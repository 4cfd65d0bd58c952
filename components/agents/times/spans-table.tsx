'use client'

import { useTranslations } from 'use-intl'
import type { RecordColumn, RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { IconButton } from '@/components/ui/button'
import { formatDuration } from '@/lib/i18n/duration'
import type { TimeSort, TimeSpanOfQueues, TimeSpanView, TimesExplanation } from '@/lib/protocol/agent-times'
import { useTimeText } from './use-time-text'

const DAY_MS = 86_400_000

type SpansTableProps = {
  told: TimesExplanation
  label: string
  order: RecordOrder
  offset: number
  /** How many a page has. */
  limit: number
  onOrder: (order: RecordOrder) => void
  onOffset: (offset: number) => void
}

/** The spans behind an agent's time, a page of them. */
export function SpansTable({ told, label, order, offset, limit, onOrder, onOffset }: SpansTableProps) {
  const t = useTranslations('agents.times')
  const columns = useColumns(told)
  const { items, total } = told
  const place = { first: offset + 1, last: offset + items.length, total }
  return (
    <>
      <RecordsTable
        {...{ label, columns, order, onOrder }}
        records={items}
        keyOf={({ pbx, interface: iface, from }) => `${pbx} ${iface} ${from}`}
      />
      {total > limit && (
        <p className="records-note agents-pages">
          <IconButton
            icon="chevronLeft"
            size="sm"
            label={t('pageBefore')}
            why={offset === 0 ? t('firstPage') : null}
            onClick={() => onOffset(Math.max(0, offset - limit))}
          />
          <span aria-live="polite">{t('page', place)}</span>
          <IconButton
            icon="chevronRight"
            size="sm"
            label={t('pageAfter')}
            why={offset + limit >= total ? t('lastPage') : null}
            onClick={() => onOffset(offset + limit)}
          />
        </p>
      )}
    </>
  )
}

function useColumns({ from, to, agent, figure }: TimesExplanation): readonly RecordColumn<TimeSpanOfQueues>[] {
  const t = useTranslations('agents.times')
  const times = useTimes()
  const words = useTimeText()
  const withDay = to - from > DAY_MS
  const tell = (at: number) => `${withDay ? `${times.shortDay(at)}, ` : ''}${times.timeWithSeconds(at)}`
  const columns: Record<TimeSort, Omit<RecordColumn<TimeSpanOfQueues>, 'id' | 'label'>> = {
    time: {
      value: (span) => span.from,
      cell: (span) => (
        <>
          <span className="fig">
            {t('fromTo', { from: tell(span.from), to: span.ends === 'open' ? t('now') : tell(span.to) })}
          </span>
          <Edges span={span} />
        </>
      ),
    },
    duration: { isFigure: true, value: ({ ms }) => ms, cell: ({ ms }) => formatDuration(ms) },
    agent: { value: ({ name }) => name, cell: ({ name }) => <bdi>{name}</bdi> },
    state: {
      value: ({ state }) => state,
      cell: ({ state, reason, part, queues }) => (
        <>
          {words.state(state, reason)}
          {queues && <small className="agents-edges">{queues.join(', ')}</small>}
          {figure === 'occupancy' && part === 'denominator' && <small className="agents-edges">{t('belowOnly')}</small>}
        </>
      ),
    },
  }
  const shown: readonly TimeSort[] =
    agent === null ? ['time', 'agent', 'state', 'duration'] : ['time', 'state', 'duration']
  return shown.map((id) => ({ id, label: t(`column.${id}`), ...columns[id] }))
}

/** Why a span is no longer than it is told, where that was not seen. */
function Edges({ span: { begins, ends } }: { span: TimeSpanView }) {
  const t = useTranslations('agents.times')
  const told = [...(begins === 'seen' ? [] : [t(`begins.${begins}`)]), ...(ends === 'seen' ? [] : [t(`ends.${ends}`)])]
  return told.length === 0 ? null : <small className="agents-edges">{told.join(', ')}</small>
}
