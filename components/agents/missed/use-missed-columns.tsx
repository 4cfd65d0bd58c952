'use client'

import { useTranslations } from 'use-intl'
import { CallerWords } from '@/components/history/visits/caller-words'
import { EndingWords } from '@/components/history/visits/ending-words'
import type { RecordColumn } from '@/components/records/order'
import { useTimes } from '@/components/session/use-times'
import { formatDuration } from '@/lib/i18n/duration'
import { MISSED_SORTS, type MissedRings, type MissedRingView, type MissedSort } from '@/lib/protocol/missed-rings'

const DAY_MS = 86_400_000

/** The columns of rings in vain; of one agent's, without who it is. */
export function useMissedColumns(told: MissedRings | undefined): readonly RecordColumn<MissedRingView>[] {
  const t = useTranslations('agents.missed')
  const times = useTimes()
  if (told === undefined) return []
  const withDay = told.to - told.from > DAY_MS
  const columns: Record<MissedSort, Omit<RecordColumn<MissedRingView>, 'id' | 'label'>> = {
    time: {
      value: ({ at }) => at,
      cell: ({ at }) => (
        <span className="fig">
          {withDay ? `${times.shortDay(at)}, ` : ''}
          {times.timeWithSeconds(at)}
        </span>
      ),
    },
    agent: { value: ({ agentName }) => agentName, cell: ({ agentName }) => <bdi>{agentName}</bdi> },
    queue: { value: ({ queueLabel }) => queueLabel, cell: ({ queueLabel }) => <bdi>{queueLabel}</bdi> },
    caller: { value: ({ number }) => number, cell: (one) => <CallerWords name={one.name} number={one.number} /> },
    rang: {
      isFigure: true,
      value: ({ rangMs }) => rangMs,
      cell: ({ rangMs }) => (rangMs === null ? '–' : formatDuration(rangMs)),
    },
    ending: { value: ({ ending }) => ending, cell: (one) => <Became ring={one} /> },
  }
  return MISSED_SORTS.filter((id) => id !== 'agent' || told.agent === null).map((id) => ({
    ...{ id, label: t(`column.${id}`), ...columns[id] },
  }))
}

/** How the caller’s waiting ended, and who answered at last; it leads to the whole visit. */
function Became({ ring: { visit, ending, answeredBy, isPartlyUnseen } }: { ring: MissedRingView }) {
  const t = useTranslations('agents.missed')
  return (
    <a className="agents-open" href={`/history?${new URLSearchParams({ tab: 'visits', visit })}`} title={t('visit')}>
      <EndingWords visit={{ ending, endedBy: null, isPartlyUnseen }} />
      {answeredBy !== null && (
        <small className="agents-edges">
          {' '}
          <bdi>{answeredBy}</bdi>
        </small>
      )}
    </a>
  )
}
