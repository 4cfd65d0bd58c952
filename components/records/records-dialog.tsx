'use client'

import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { GapLines } from '@/components/history/gap-lines'
import { Dialog } from '@/components/ui/dialog'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import type { IconName } from '@/components/ui/icon'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import { Downloads } from './downloads'
import type { RecordColumn } from './order'
import { RecordsTable } from './records-table'
import type { Listed, ListOf } from './use-listed'
import '@/components/explain/explain-dialog.css'

/** Longer than this, a time of day alone does not say which day's it is. */
const DAY_MS = 86_400_000

type RecordsDialogProps<R> = {
  title: string
  label: string
  /** What is listed, and what is not. */
  what: string
  none: { icon: IconName; title: string }
  listed: Listed<ListOf<R>>
  columns: readonly RecordColumn<R>[]
  keyOf: (record: R) => string
  footer?: ReactNode
  onClose: () => void
}

/** Records behind a figure, one by one, above the page; the file has all of them. */
export function RecordsDialog<R>(props: RecordsDialogProps<R>) {
  const { title, label, what, none, listed, columns, keyOf, footer, onClose } = props
  const t = useTranslations('history')
  const locale = useLocale() as Locale
  const { path, params, answer, order, onOrder } = listed
  const { data, error, refetch, isPlaceholderData } = answer
  return (
    <Dialog open size="wide" title={title} onClose={onClose} {...(footer && { footer })}>
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1} aria-busy={isPlaceholderData}>
        <div className="records-head">
          {data && <b className="fig">{formatCount(locale, data.total)}</b>}
          <span className="records-note">{what}</span>
          <span className="records-tools">
            <Downloads {...{ path, params }} />
          </span>
        </div>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.items.length === 0 ? (
          <Empty {...none} />
        ) : (
          <RecordsTable {...{ label, columns, keyOf, order, onOrder }} records={data.items} />
        )}
        {data && data.items.length < data.total && (
          <p className="records-note">{t('turnedAway.first', { shown: data.items.length, all: data.total })}</p>
        )}
        {data && data.gaps.length > 0 && (
          <div className="records-note">
            {t('explain.gapsIn')}
            <GapLines gaps={data.gaps} withDay={data.to - data.from > DAY_MS} />
          </div>
        )}
      </div>
    </Dialog>
  )
}
