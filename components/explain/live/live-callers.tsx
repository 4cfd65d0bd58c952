'use client'

import { useLocale, useTranslations } from 'use-intl'
import { CallerWords } from '@/components/history/visits/caller-words'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import type { RecordColumn } from '@/components/records/order'
import { formatCount } from '@/components/wall/numbers'
import type { Caller } from '@/lib/domain/caller'
import { type CallerFigure, callersIn } from '@/lib/domain/live-figure'
import type { Locale } from '@/lib/i18n/locale'
import type { ExplainedNow } from '../explain-store'
import { LiveRecords } from './live-records'
import { useFileOf } from './use-file-of'
import { useQueuesOf } from './use-queues-of'

/** Who waits. */
export function LiveCallers({ figure, explained }: { figure: CallerFigure; explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const locale = useLocale() as Locale
  const { ids, labelOf } = useQueuesOf(explained)
  const callers = callersIn(useLiveRecords('callers'), ids)
  const oldest = callers.length === 0 ? null : Math.min(...callers.map(({ joinedAt }) => joinedAt))
  const columns: readonly RecordColumn<Caller>[] = [
    {
      ...{ id: 'who', label: t('column.who'), value: ({ name, number }) => name ?? number },
      cell: (one) => <CallerWords name={one.name} number={one.number} />,
    },
    {
      ...{ id: 'wait', label: t('column.wait'), isFigure: true, value: ({ joinedAt }) => -joinedAt },
      cell: ({ joinedAt }) => <Elapsed since={joinedAt} />,
    },
    {
      ...{ id: 'queue', label: t('column.queue'), value: ({ queue }) => labelOf(queue) },
      cell: ({ queue }) => <bdi>{labelOf(queue)}</bdi>,
    },
    { id: 'position', label: t('column.position'), isFigure: true, value: ({ position }) => position },
  ]
  const value = figure === 'longestNow' ? <Elapsed since={oldest} /> : formatCount(locale, callers.length)
  return (
    <LiveRecords
      {...{ value, columns, ...useFileOf(explained) }}
      madeOf={t(`madeOf.${figure}`)}
      records={callers}
      keyOf={({ id }) => id}
      begins="wait"
    />
  )
}
