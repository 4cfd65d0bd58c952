'use client'

import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useAddressState } from '@/components/session/use-address-state'
import { Button } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import type { Figure } from '@/lib/kpi/figures'
import type { VisitView } from '@/lib/protocol/visits'
import type { Asked } from '../asked'
import { useSettled } from './use-settled'
import { type Behind, useVisits, visitsParams } from './use-visits'
import { VisitStory } from './visit-story'
import { VisitsFilters } from './visits-filters'
import { VisitsGrid } from './visits-grid'
import { ALL_VISITS, isFiltered, sortedBy, VISITS_FORM, type VisitsView, withoutFilters } from './visits-view'
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
  const locale = useLocale() as Locale
  const find = useSettled(view.find)
  const params = visitsParams(asked, behind, { ...view, find })
  const { query, isOld, anew } = useVisits(asked, params)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = query
  const visits = useMemo(() => onceEach(data?.pages.flatMap(({ items }) => items) ?? []), [data])
  const total = data?.pages[0]?.total ?? 0
  return (
    <>
      <header className="visits-head">
        <h2>
          {t('title')} <span className="ui-count">{data && formatCount(locale, total)}</span>
        </h2>
        {isOld && (
          <Button icon="reload" look="ghost" size="sm" onClick={anew}>
            {t('anew')}
          </Button>
        )}
        <span className="ui-end" />
        <Downloads params={params} />
      </header>
      <VisitsFilters {...{ asked, view }} onChange={onView} />
      <div className="visits-found" aria-busy={isPlaceholderData || query.isLoading}>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : visits.length === 0 ? (
          <None view={view} onView={onView} />
        ) : (
          <VisitsGrid
            key={orderKey(params)}
            {...{ visits, total, order: view, withDay: isLong(asked) }}
            onSort={(sort) => onView(sortedBy(view, sort))}
            onOpen={(visit) => onView({ ...view, visit })}
            onEnd={() => {
              if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage()
            }}
          />
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

/** A talk that ends meanwhile moves its visit to another page. */
function onceEach(visits: readonly VisitView[]): VisitView[] {
  return [...new Map(visits.map((visit) => [visit.id, visit])).values()]
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
