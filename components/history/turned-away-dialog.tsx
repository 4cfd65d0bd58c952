'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { Downloads } from '@/components/records/downloads'
import type { RecordColumn, RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { Dialog } from '@/components/ui/dialog'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import { TURNED_AWAY_SORTS, type TurnedAwayView, turnedAwayListSchema } from '@/lib/protocol/turned-away'
import { type Asked, askedParams } from './asked'
import { GapLines } from './gap-lines'
import { CallerWords } from './visits/caller-words'
import '@/components/explain/explain-dialog.css'

const DAY_MS = 86_400_000
/** A span that ends now goes on: so often it is asked for anew, in ms. */
const ANEW_MS = 20_000

type TurnedAwayDialogProps = {
  asked: Asked
  /** Of whom and when, in words. */
  of: string
  onClose: () => void
}

/** Whom the queues did not let in, one by one; the file has all of them. */
export function TurnedAwayDialog({ asked, of, onClose }: TurnedAwayDialogProps) {
  const t = useTranslations('history.turnedAway')
  const h = useTranslations('history')
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<RecordOrder>({ by: 'time', down: true })
  const params = askedParams({ ...asked, agent: null })
  params.set('sort', `${order.down ? '-' : ''}${order.by}`)
  const { data, error, refetch } = useQuery({
    queryKey: ['turnedAway', params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/turnedAway?${params}`, (value) => turnedAwayListSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 'window' in asked.span ? ANEW_MS : false,
  })
  const columns = useColumns(data !== undefined && data.to - data.from > DAY_MS)
  return (
    <Dialog open size="wide" title={`${h('report.turnedAway')}: ${of}`} onClose={onClose}>
      <div className="explain-body" data-first tabIndex={-1}>
        <div className="records-head">
          {data && <b className="fig">{formatCount(locale, data.total)}</b>}
          <span className="records-note">{h('report.turnedAwayHint')}</span>
          <span className="records-tools">
            <Downloads path="/api/v1/turnedAway" params={params} />
          </span>
        </div>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.items.length === 0 ? (
          <Empty icon="history" title={t('none')} />
        ) : (
          <RecordsTable
            label={h('report.turnedAway')}
            {...{ columns, order }}
            records={data.items}
            keyOf={({ id }) => id}
            onOrder={setOrder}
          />
        )}
        {data && data.items.length < data.total && (
          <p className="records-note">{t('first', { shown: data.items.length, all: data.total })}</p>
        )}
        {data && data.gaps.length > 0 && (
          <div className="records-note">
            {h('explain.gapsIn')}
            <GapLines gaps={data.gaps} withDay={data.to - data.from > DAY_MS} />
          </div>
        )}
      </div>
    </Dialog>
  )
}

const WHY = ['FULL', 'JOINEMPTY', 'JOINUNAVAIL'] as const

function useColumns(withDay: boolean): RecordColumn<TurnedAwayView>[] {
  const t = useTranslations('history.turnedAway')
  const times = useTimes()
  const tellWhy = (why: string) => {
    const known = WHY.find((one) => one === why)
    return known ? t(`why.${known}`) : why
  }
  const cells: Record<(typeof TURNED_AWAY_SORTS)[number], Pick<RecordColumn<TurnedAwayView>, 'value' | 'cell'>> = {
    time: { value: ({ at }) => at, cell: ({ at }) => (withDay ? times.dayAndTime(at) : times.timeWithSeconds(at)) },
    queue: { value: ({ queueLabel }) => queueLabel, cell: ({ queueLabel }) => <bdi>{queueLabel ?? t('noQueue')}</bdi> },
    why: { value: ({ why }) => why, cell: ({ why }) => tellWhy(why) },
    number: { value: ({ number }) => number, cell: (one) => <CallerWords name={one.name} number={one.number} /> },
  }
  return TURNED_AWAY_SORTS.map((id) => ({ id, label: t(`column.${id}`), ...cells[id] }))
}
