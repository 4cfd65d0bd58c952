'use client'

import { useLocale, useTranslations } from 'use-intl'
import { Elapsed } from '@/components/live/ticking'
import { useLiveRecords } from '@/components/live/use-live'
import type { RecordColumn } from '@/components/records/order'
import { formatCount } from '@/components/wall/numbers'
import { type AgentFigure, type AgentNow, agentsIn } from '@/lib/domain/live-figure'
import type { Locale } from '@/lib/i18n/locale'
import type { ExplainedNow } from '../explain-store'
import { longest } from './live-members'
import { LiveRecords } from './live-records'
import { useFileOf } from './use-file-of'
import { useMoment } from './use-moment'
import { useQueuesOf } from './use-queues-of'
import { useStateText } from './use-state-text'

/** People, each once, however many queues they are in. */
export function LiveAgents({ figure, explained }: { figure: AgentFigure; explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const stateText = useStateText()
  const locale = useLocale() as Locale
  const { ids, labelOf } = useQueuesOf(explained)
  const now = useMoment()
  const { everywhere = false } = explained
  const agents = agentsIn(useLiveRecords('members'), ids, figure, { now, everywhere })
  const queuesOf = ({ agent }: AgentNow) => agent.members.map(({ queue }) => labelOf(queue)).join(', ')
  const columns: readonly RecordColumn<AgentNow>[] = [
    {
      ...{ id: 'agent', label: t('column.agent'), value: ({ agent }) => agent.name },
      cell: ({ agent }) => <bdi>{agent.name}</bdi>,
    },
    {
      ...{ id: 'since', label: t('column.since'), isFigure: true, value: ({ since }) => longest(since) },
      cell: ({ since }) => <Elapsed since={since} />,
    },
    { id: 'state', label: t('column.state'), value: ({ state, member }) => stateText(state, member.pausedReason) },
    { id: 'queue', label: t('column.queues'), value: queuesOf, cell: (one) => <bdi>{queuesOf(one)}</bdi> },
  ]
  return (
    <LiveRecords
      {...{ columns, ...useFileOf(explained) }}
      value={formatCount(locale, agents.length)}
      madeOf={t(`madeOf.agents.${figure === 'agents.all' ? 'all' : everywhere ? 'everywhere' : 'here'}`)}
      records={agents}
      keyOf={({ agent }) => `${agent.pbx}|${agent.interface}`}
      begins="since"
    />
  )
}
