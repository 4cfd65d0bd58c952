'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { NumberLink } from '@/components/dial/number-link'
import { Downloads } from '@/components/records/downloads'
import { inOrder, type RecordColumn, type RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { Dialog } from '@/components/ui/dialog'
import { LoadError, Loading } from '@/components/ui/empty'
import { formatCount } from '@/components/wall/numbers'
import { formatDuration } from '@/lib/i18n/duration'
import type { Locale } from '@/lib/i18n/locale'
import { type MyCallFigure, type MyCalls, myCallsSchema, type RecentCall } from '@/lib/protocol/history'
import { REFRESH_MS } from '../refresh'
import '@/components/explain/explain-dialog.css'

const PATH = '/api/v1/me/calls'

/** The calls that a figure of one's own day counts, and how. */
export function MyCallsDialog({ figure, onClose }: { figure: MyCallFigure; onClose: () => void }) {
  const t = useTranslations('me')
  const params = new URLSearchParams({ figure })
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'calls', figure],
    queryFn: ({ signal }) => fetchJson(`${PATH}?${params}`, (value) => myCallsSchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Dialog open size="wide" title={t('calls.title', { figure: t(figure) })} onClose={onClose}>
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1}>
        {error ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <>
            <div className="records-head">
              <h3>{t(figure)}</h3>
              <b className="fig">
                <Value told={data} />
              </b>
              <span className="records-tools">
                <Downloads path={PATH} params={params} />
              </span>
            </div>
            <MadeOf told={data} />
            <Calls told={data} />
            <p className="records-note">{t('calls.asterisk')}</p>
          </>
        ) : (
          <Loading />
        )}
      </div>
    </Dialog>
  )
}

function Value({ told: { figure, value } }: { told: MyCalls }) {
  const locale = useLocale() as Locale
  if (value === null) return '–'
  return figure === 'talk' || figure === 'averageTalk' ? formatDuration(value) : formatCount(locale, value)
}

/** Which calls count, and of a mean what is divided by what. */
function MadeOf({ told: { figure, talkMs, items, since } }: { told: MyCalls }) {
  const t = useTranslations('me.calls')
  const times = useTimes()
  return (
    <p className="records-note">
      {t(`madeOf.${figure}`)}{' '}
      {figure === 'averageTalk' && `${t('mean', { talk: formatDuration(talkMs), count: items.length })} `}
      {t('since', { time: times.time(since) })}
    </p>
  )
}

function Calls({ told: { figure, items } }: { told: MyCalls }) {
  const t = useTranslations('me')
  const times = useTimes()
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<RecordOrder>({ by: 'time', down: true })
  const length = (ms: number | null) => (ms === null ? '' : formatDuration(ms))
  const columns: readonly RecordColumn<RecentCall>[] = [
    { id: 'time', label: t('time'), value: ({ at }) => at, cell: ({ at }) => times.timeWithSeconds(at) },
    {
      ...{ id: 'who', label: t('who'), value: ({ name }) => name },
      cell: ({ name, number }) => <bdi>{name ?? t(number === null ? 'withheld' : 'noName')}</bdi>,
    },
    {
      ...{ id: 'number', label: t('number'), value: ({ number }) => number },
      cell: ({ number }) => <NumberLink number={number} />,
    },
    { id: 'queue', label: t('queue'), value: ({ queue }) => queue, cell: ({ queue }) => <bdi>{queue}</bdi> },
    {
      ...{ id: 'talked', label: t('talked'), isFigure: true, value: ({ talkMs }) => talkMs },
      cell: ({ talkMs }) => length(talkMs),
    },
    { id: 'outcome', label: t('outcome'), value: ({ outcome }) => t(`ended.${outcome}`) },
  ]
  return (
    <RecordsTable
      label={t(figure)}
      records={inOrder(items, columns, order, locale)}
      keyOf={({ id }) => id}
      {...{ columns, order, onOrder: setOrder }}
    />
  )
}
