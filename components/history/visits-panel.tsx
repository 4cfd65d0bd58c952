'use client'

import { useLocale, useTranslations } from 'use-intl'
import { NumberLink } from '@/components/dial/number-link'
import { useTimes } from '@/components/session/use-times'
import { Button } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import type { VisitView } from '@/lib/protocol/visits'
import type { Asked } from './asked'
import type { Part } from './history-view'
import { useVisits } from './use-history'

const COLUMNS = ['time', 'queue', 'caller', 'wait', 'ending', 'agent', 'talk'] as const

type VisitsPanelProps = { asked: Asked; behind: { figure: Figure; part: Part } | null; find: string }

/** Visits that ended waiting in the window, or those behind the opened figure. */
export function VisitsPanel({ asked, behind, find }: VisitsPanelProps) {
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVisits(asked, behind, find)
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const visits = data.pages.flatMap(({ items }) => items)
  const total = data.pages[0]?.total ?? 0
  if (visits.length === 0) return <Empty icon="history" title={t('none')} hint={t('noneHint')} />
  return (
    <div className="ui-panel history-visits">
      <header>
        <h2>
          {t('visits')} <span className="ui-count">{formatCount(locale, total)}</span>
        </h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard could not reach what is cut off */}
      <section className="history-scroll" aria-label={t('visits')} tabIndex={0}>
        <table className="ui-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className={column === 'wait' || column === 'talk' ? 'r' : undefined}>
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <VisitRow key={visit.id} visit={visit} />
            ))}
          </tbody>
        </table>
      </section>
      {hasNextPage && (
        <Button look="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more', { count: total - visits.length })}
        </Button>
      )}
    </div>
  )
}

function VisitRow({ visit }: { visit: VisitView }) {
  const t = useTranslations('history')
  const times = useTimes()
  const { ending, endedBy } = visit
  const isBad = ending !== null && ['hungUp', 'timedOut', 'noAgents', 'lost'].includes(ending)
  const told = ending === 'answered' && endedBy !== null ? t(`endedBy.${endedBy}`) : t(`ending.${ending ?? 'waiting'}`)
  return (
    <tr>
      <td>{times.timeWithSeconds(visit.enteredAt)}</td>
      <td>
        <bdi>{visit.queueLabel}</bdi>
      </td>
      <td>
        <bdi>{visit.name}</bdi> {visit.number !== null && <NumberLink number={visit.number} />}
      </td>
      <td className="r fig">{visit.waitMs === null ? '–' : formatDuration(visit.waitMs)}</td>
      <td>
        <Icon name={isBad ? 'phoneMissed' : ending === 'answered' ? 'done' : 'withdraw'} /> {told}
        {visit.isPartlyUnseen && <span className="history-dim"> {t('partly')}</span>}
      </td>
      <td>
        <bdi>{visit.agentName ?? visit.agent}</bdi>
      </td>
      <td className="r fig">{visit.talkMs === null ? '–' : formatDuration(visit.talkMs)}</td>
    </tr>
  )
}
