'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import type { RecordColumn } from '@/components/records/order'
import { formatCount } from '@/components/wall/numbers'
import { type CrewFigure, crewIn } from '@/lib/domain/live-figure'
import { type Member, memberStateAt } from '@/lib/domain/member'
import type { Locale } from '@/lib/i18n/locale'
import type { ExplainedNow } from '../explain-store'
import { LiveRecords } from './live-records'
import { useFileOf } from './use-file-of'
import { useMoment } from './use-moment'
import { useQueuesOf } from './use-queues-of'
import { useStateText } from './use-state-text'

/** Members of queues: an agent of two queues is there once for each. */
export function LiveMembers({ figure, explained }: { figure: CrewFigure; explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const stateText = useStateText()
  const locale = useLocale() as Locale
  const { ids, labelOf } = useQueuesOf(explained)
  const now = useMoment()
  const members = crewIn(useLiveRecords('members'), ids, figure, now)
  const stateOf = (member: Member) => memberStateAt(member, now)
  const columns: readonly RecordColumn<Member>[] = [
    { id: 'agent', label: t('column.agent'), value: ({ name }) => name, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      ...{ id: 'since', label: t('column.since'), isFigure: true, value: (one) => longest(stateOf(one).since) },
      cell: (one) => <Elapsed since={stateOf(one).since} />,
    },
    { id: 'state', label: t('column.state'), value: (one) => stateText(stateOf(one).state, one.pausedReason) },
    {
      ...{ id: 'queue', label: t('column.queue'), value: ({ queue }) => labelOf(queue) },
      cell: ({ queue }) => <bdi>{labelOf(queue)}</bdi>,
    },
  ]
  return (
    <LiveRecords
      {...{ columns, ...useFileOf(explained) }}
      value={formatCount(locale, members.length)}
      madeOf={t(`madeOf.${figure}`)}
      records={members}
      keyOf={({ id }) => id}
      begins="since"
    />
  )
}

/** The earlier, the longer. */
export function longest(since: number | null): number | null {
  return since === null ? null : -since
}
