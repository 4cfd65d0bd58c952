'use client'

import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { Ticking } from '@/components/live/ticking'
import { useCacheStatus } from '@/components/live/use-live'
import { Downloads } from '@/components/records/downloads'
import { inOrder, type RecordColumn, type RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { Empty } from '@/components/ui/empty'
import type { Locale } from '@/lib/i18n/locale'

type LiveRecordsProps<R> = {
  /** What the figure is called. */
  name: string
  value: ReactNode
  /** Where its records are a file. */
  file: { path: string; params: URLSearchParams }
  /** Of which moment it is, where that is not now, ms. */
  at?: number
  /** Said where there are no records. */
  none?: string
  /** Whom it counts, in words. */
  madeOf: string
  records: readonly R[]
  columns: readonly RecordColumn<R>[]
  keyOf: (record: R) => string
  /** The column by which they stand at first, the longest first. */
  begins: string
}

/** A figure of this moment over the records it counts, with the moment and their files. */
export function LiveRecords<R>(props: LiveRecordsProps<R>) {
  const { name, value, file, at, none, madeOf, records, columns, keyOf, begins } = props
  const t = useTranslations('history.live')
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<RecordOrder>({ by: begins, down: true })
  return (
    <>
      <div className="records-head">
        <h3>{name}</h3>
        <b className="fig">{value}</b>
        <span className="records-note">
          <AsOf at={at} />
        </span>
        <span className="records-tools">
          <Downloads {...file} />
        </span>
      </div>
      <p className="records-note">{madeOf}</p>
      {records.length === 0 ? (
        <Empty title={none ?? t('none')} />
      ) : (
        <RecordsTable
          label={name}
          records={inOrder(records, columns, order, locale)}
          {...{ columns, keyOf, order }}
          onOrder={setOrder}
        />
      )}
    </>
  )
}

/** Of which moment it is; an old picture says so. */
function AsOf({ at }: { at: number | undefined }) {
  const t = useTranslations('history.live')
  const times = useTimes()
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const trueAt = useCacheStatus((status) => status.trueAt)
  if (at !== undefined) return t('asOf', { time: times.timeWithSeconds(at) })
  if (solid) return <Ticking tell={(now) => t('asOf', { time: times.timeWithSeconds(now) })} />
  return trueAt !== null && <span role="status">{t('notLive', { time: times.timeWithSeconds(trueAt) })}</span>
}
