'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useAddressState } from '@/components/session/use-address-state'
import { Button } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import type { Asked } from '../asked'
import { Working } from '../progress-note'
import { useSettled } from './use-settled'
import { useVisitCount } from './use-visit-count'
import { type Behind, useVisits, visitsParams } from './use-visits'
import { VisitStory } from './visit-story'
import { VisitsFilters } from './visits-filters'
import { VisitsGrid } from './visits-grid'
import { ALL_VISITS, isFiltered, sortedBy, VISITS_FORM, type VisitsView, withoutFilters } from './visits-view'
import '../history.css'
import './visits.css'

const DAY_MS = 86_400_000

type VisitsTableProps = {
  asked: Asked
  /** With `part`: only those behind this figure. */
  figure?: Figure | null
  part?: NonNullable<Behind>['part'] | null
  /** The page's address: what is filtered then stands in it; left out, in a dialog, it does not. */
  search?: string
}

/** Visits that ended waiting in a span, those behind a figure alone where one is named: found, sorted, opened, downloaded. */
export function VisitsTable({ asked, figure = null, part = null, search }: VisitsTableProps) {
  const t = useTranslations('visits')
  const { view, setView } = useVisitsView(search)
  const behind = figure && part && { figure, part }
  return (
    <section className="ui-panel visits" aria-label={t('title')}>
      <Found {...{ asked, behind, view }} onView={setView} />
      {view.visit !== null && (
        <VisitStory
          id={view.visit}
          onOpen={(visit) => setView({ ...view, visit })}
          onClose={() => setView({ ...view, visit: null })}
        />
      )}
    </section>
  )
}

function useVisitsView(search: string | undefined) {
  const [own, setOwn] = useState(ALL_VISITS)
  const address = useAddressState(search ?? '', VISITS_FORM)
  return search === undefined ? { view: own, setView: setOwn } : address
}

type FoundProps = { asked: Asked; behind: Behind; view: VisitsView; onView: (view: VisitsView) => void }

function Found({ asked, behind, view, onView }: FoundProps) {
  const t = useTranslations('visits')
  const find = useSettled(view.find)
  const params = visitsParams(asked, behind, { ...view, find })
  const { query, visits, isBefore, lacks, done, isStopped, isOld, ...act } = useVisits(asked, params)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query
  const told = lacks ? undefined : data?.pages[0]
  const counting = useVisitCount(told?.total === null && hasNextPage ? asked : null, params)
  const total = told ? (told.total ?? (hasNextPage ? counting.total : visits.length)) : null
  const isHere = told !== undefined || isBefore
  return (
    <>
      <header className="visits-head">
        <h2>
          {t('title')} <span className="ui-count">{!isBefore && <Count {...{ total }} shown={visits.length} />}</span>
        </h2>
        {isOld && (
          <Button icon="reload" look="ghost" size="sm" onClick={act.anew}>
            {t('anew')}
          </Button>
        )}
        {counting.isStopped && (
          <Button look="ghost" size="sm" onClick={counting.refetch}>
            {t('count')}
          </Button>
        )}
        <span className="ui-end" />
        <Downloads params={params} />
      </header>
      <VisitsFilters {...{ asked, view }} onChange={onView} />
      <div className="visits-found" aria-busy={lacks && query.isFetching} data-old={isBefore ? '' : undefined}>
        {done !== null ? (
          <Working key="page" done={done} label={(share) => t('searching', { share })} onCancel={act.cancel} />
        ) : (
          counting.done !== null && (
            <Working done={counting.done} label={(share) => t('counting', { share })} onCancel={counting.cancel} />
          )
        )}
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : visits.length === 0 && !isHere && !isStopped ? (
          <Loading />
        ) : visits.length === 0 && isHere ? (
          <None view={view} onView={onView} />
        ) : (
          visits.length > 0 && (
            <VisitsGrid
              key={orderKey(params)}
              {...{ visits, total, order: view, withDay: isLong(asked) }}
              onSort={(sort) => onView(sortedBy(view, sort))}
              onOpen={(visit) => onView({ ...view, visit })}
              onEnd={() => {
                if (hasNextPage && !isFetchingNextPage && !isStopped && !error) void fetchNextPage()
              }}
            />
          )
        )}
        {isStopped && (
          <p className="visits-failed" role="status">
            <Icon name="info" /> {t('stopped')}
            <Button size="sm" onClick={act.goOn}>
              {t('goOn')}
            </Button>
          </p>
        )}
        {data && error && (
          <p className="visits-failed" role="alert">
            <Icon name="warning" /> {t('failed')}
            <Button size="sm" onClick={() => void (hasNextPage ? fetchNextPage() : refetch())}>
              {t('again')}
            </Button>
          </p>
        )}
      </div>
    </>
  )
}

/** How many there are; as long as that is not known, how many at least. */
function Count({ total, shown }: { total: number | null; shown: number }) {
  const locale = useLocale() as Locale
  if (total !== null) return formatCount(locale, Math.max(total, shown))
  return shown > 0 && `${formatCount(locale, shown)}+`
}

/** Another order, or other filters, are another list: it begins at its top. */
function orderKey(params: URLSearchParams): string {
  const filters = new URLSearchParams(params)
  for (const name of ['from', 'to', 'window']) filters.delete(name)
  return filters.toString()
}

function isLong({ span }: Asked): boolean {
  return !('window' in span) && span.to - span.from > DAY_MS
}

function None({ view, onView }: Pick<FoundProps, 'view' | 'onView'>) {
  const t = useTranslations('visits')
  if (!isFiltered(view)) return <Empty icon="history" title={t('none')} hint={t('noneHint')} />
  return (
    <Empty icon="filter" title={t('noneFound')} hint={t('noneFoundHint')}>
      <Button onClick={() => onView(withoutFilters(view))}>{t('all')}</Button>
    </Empty>
  )
}

/** Exactly what is filtered, in its order, all of it, whether it was scrolled to or not. */
function Downloads({ params }: { params: URLSearchParams }) {
  const t = useTranslations('visits')
  return (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <a
          key={format}
          className="ui-button"
          href={`/api/v1/visits?${params}&format=${format}`}
          download
          aria-label={t('download', { format: format.toUpperCase() })}
        >
          <Icon name="download" /> {format.toUpperCase()}
        </a>
      ))}
    </>
  )
}
