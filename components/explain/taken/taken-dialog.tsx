'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { inOrder, type RecordColumn, type RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { useMay } from '@/components/session/viewer'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { formatCount } from '@/components/wall/numbers'
import { samePhone } from '@/lib/domain/endpoint'
import type { Member } from '@/lib/domain/member'
import type { Locale } from '@/lib/i18n/locale'
import { type ExplainedTaken, explainStore } from '../explain-store'
import { OursInHistory, OursToday } from './ours-today'
import '../explain-dialog.css'

/** What Asterisk's own counters say of the calls that an agent took, since when they count, and why that is something else. */
export function TakenDialog({ explained }: { explained: ExplainedTaken }) {
  const t = useTranslations('supervise.taken')
  const locale = useLocale() as Locale
  const columns = useColumns()
  const maySeeOurs = useMay('history.see')
  const [order, setOrder] = useState<RecordOrder>({ by: 'taken', down: true })
  const { taken, queues, label } = explained
  const members = useLiveRecords('members').filter((one) => queues.includes(one.queue) && samePhone(one, taken))
  const sum = members.reduce((all, { callsTaken }) => all + callsTaken, 0)
  return (
    <Dialog
      open
      size="wide"
      title={t('title', { name: label })}
      onClose={() => explainStore.set(null)}
      footer={maySeeOurs && <OursInHistory agent={taken.interface} />}
    >
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1}>
        <div className="records-head">
          <h3>{t('name')}</h3>
          <b className="fig">{formatCount(locale, sum)}</b>
        </div>
        <p className="records-note">{t('madeOf')}</p>
        {members.length === 0 ? (
          <Empty title={t('gone')} />
        ) : (
          <RecordsTable
            label={t('name')}
            records={inOrder(members, columns, order, locale)}
            keyOf={({ id }) => id}
            {...{ columns, order, onOrder: setOrder }}
          />
        )}
        <div className="records-note">
          <p>{t('why')}</p>
          {maySeeOurs && <OursToday agent={taken.interface} />}
        </div>
      </div>
    </Dialog>
  )
}

function useColumns(): readonly RecordColumn<Member>[] {
  const t = useTranslations('supervise.taken')
  const times = useTimes()
  const queues = new Map(useLiveRecords('queues').map((queue) => [queue.id, queue]))
  const labelOf = ({ queue }: Member) => queues.get(queue)?.label ?? queue
  const sinceOf = ({ queue }: Member) => queues.get(queue)?.countersSince ?? null
  const told = (at: number | null) => (at === null ? t('unknown') : times.dayAndTime(at))
  return [
    { id: 'queue', label: t('column.queue'), value: labelOf, cell: (one) => <bdi>{labelOf(one)}</bdi> },
    { id: 'taken', label: t('column.taken'), isFigure: true, value: ({ callsTaken }) => callsTaken },
    { id: 'since', label: t('column.since'), isFigure: true, value: sinceOf, cell: (one) => told(sinceOf(one)) },
    {
      ...{ id: 'member', label: t('column.member'), isFigure: true, value: ({ loggedInAt }) => loggedInAt },
      cell: ({ loggedInAt }) => told(loggedInAt),
    },
    {
      ...{ id: 'last', label: t('column.last'), isFigure: true, value: ({ lastCallAt }) => lastCallAt },
      cell: ({ lastCallAt }) => (lastCallAt === null ? '–' : times.dayAndTime(lastCallAt)),
    },
  ]
}
