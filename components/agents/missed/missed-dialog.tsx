'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { GapLines } from '@/components/history/gap-lines'
import { Downloads } from '@/components/records/downloads'
import type { RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { Dialog } from '@/components/ui/dialog'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { formatCount } from '@/components/wall/numbers'
import type { Locale } from '@/lib/i18n/locale'
import { missedRingsSchema } from '@/lib/protocol/missed-rings'
import { useMissedColumns } from './use-missed-columns'
import '@/components/explain/explain-dialog.css'
import '@/components/history/visits/visits.css'
import '../agents.css'

const DAY_MS = 86_400_000

export type MissedDialogProps = {
  /** Interface; `null`: all agents together. */
  agent: string | null
  /** Their name, as far as it is known before the answer comes. */
  name: string | null
  /** Of which queues and when, in words. */
  when: string
  /** Of which queues and when. */
  params: URLSearchParams
  everyMs: number | false
  /** Where history shows the same. */
  history?: string
  onClose: () => void
}

/** An agent's rings in vain, one by one, with what became of each caller; the file has all of them. */
export function MissedDialog({ agent, name, when, params: asked, everyMs, history, onClose }: MissedDialogProps) {
  const t = useTranslations('agents')
  const h = useTranslations('history')
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<RecordOrder>({ by: 'time', down: true })
  const params = new URLSearchParams(asked)
  if (agent !== null) params.set('agent', agent)
  params.set('sort', `${order.down ? '-' : ''}${order.by}`)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['agents', 'missed', params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/missedRings?${params}`, (value) => missedRingsSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
  const columns = useMissedColumns(data)
  const whose = name ?? data?.agent?.name ?? agent ?? t('times.everybody')
  const title = t('times.title', { figure: t('figure.missed'), agent: whose, when })
  const link = history && (
    <a className="ui-button" href={history}>
      {t('times.history')}
    </a>
  )
  return (
    <Dialog open size="wide" title={title} onClose={onClose} {...(link && { footer: link })}>
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1} aria-busy={isPlaceholderData}>
        <div className="records-head">
          {data && <b className="fig">{formatCount(locale, data.total)}</b>}
          <span className="records-note">{t('missed.what')}</span>
          <span className="records-tools">
            <Downloads path="/api/v1/missedRings" params={params} />
          </span>
        </div>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.items.length === 0 ? (
          <Empty icon="phoneMissed" title={t('missed.none')} />
        ) : (
          <RecordsTable
            label={t('figure.missed')}
            {...{ columns, order }}
            records={data.items}
            keyOf={({ visit, ring }) => `${visit} ${ring}`}
            onOrder={setOrder}
          />
        )}
        {data && data.items.length < data.total && (
          <p className="records-note">{h('turnedAway.first', { shown: data.items.length, all: data.total })}</p>
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
