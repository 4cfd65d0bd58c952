'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { CallerWords } from '@/components/history/visits/caller-words'
import { useLiveCache } from '@/components/live/live-context'
import { isSolid } from '@/components/live/ticker'
import { Elapsed } from '@/components/live/ticking'
import { useCacheStatus, useLiveRecords } from '@/components/live/use-live'
import { inOrder, type RecordColumn, type RecordOrder } from '@/components/records/order'
import { RecordsTable } from '@/components/records/records-table'
import { useTimes } from '@/components/session/use-times'
import { Dialog } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { formatCount } from '@/components/wall/numbers'
import type { Caller } from '@/lib/domain/caller'
import { type CrewFigure, callersIn, crewIn, isOfCrew } from '@/lib/domain/live-figure'
import { type Member, memberStateAt } from '@/lib/domain/member'
import type { Locale } from '@/lib/i18n/locale'
import { type ExplainedNow, explainStore } from './explain-store'
import './explain-dialog.css'

/** Who is in a figure of this moment. It goes on with the picture, as the figure itself does. */
export function LiveDialog({ explained }: { explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const all = useTranslations('explain')('all')
  const { live, label } = explained
  return (
    <Dialog open size="wide" title={t('title', { queue: label ?? all })} onClose={() => explainStore.set(null)}>
      {/* The focus goes here, and not into a heading of the table. */}
      <div className="explain-body" data-first tabIndex={-1}>
        {isOfCrew(live) ? <Crew figure={live} explained={explained} /> : <Callers explained={explained} />}
        <p className="records-note">{t('asterisk')}</p>
      </div>
    </Dialog>
  )
}

function Callers({ explained }: { explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const locale = useLocale() as Locale
  const { ids, labelOf } = useQueues(explained)
  const callers = callersIn(useLiveRecords('callers'), ids)
  const oldest = callers.length === 0 ? null : Math.min(...callers.map(({ joinedAt }) => joinedAt))
  const columns: readonly RecordColumn<Caller>[] = [
    {
      ...{ id: 'who', label: t('column.who'), value: ({ name, number }) => name ?? number },
      cell: (one) => <CallerWords name={one.name} number={one.number} />,
    },
    {
      ...{ id: 'queue', label: t('column.queue'), value: ({ queue }) => labelOf(queue) },
      cell: ({ queue }) => <bdi>{labelOf(queue)}</bdi>,
    },
    { id: 'position', label: t('column.position'), isFigure: true, value: ({ position }) => position },
    {
      ...{ id: 'wait', label: t('column.wait'), isFigure: true, value: ({ joinedAt }) => -joinedAt },
      cell: ({ joinedAt }) => <Elapsed since={joinedAt} />,
    },
  ]
  const value = explained.live === 'longestNow' ? <Elapsed since={oldest} /> : formatCount(locale, callers.length)
  return <Records figure={explained.live} value={value} records={callers} columns={columns} begins="wait" />
}

function Crew({ figure, explained }: { figure: CrewFigure; explained: ExplainedNow }) {
  const t = useTranslations('history.live')
  const stateName = useTranslations('team')
  const locale = useLocale() as Locale
  const { ids, labelOf } = useQueues(explained)
  const now = useMoment()
  const members = crewIn(useLiveRecords('members'), ids, figure, now)
  const stateOf = (member: Member) => memberStateAt(member, now)
  const tell = (member: Member) => {
    const { state } = stateOf(member)
    const { pausedReason: reason } = member
    return state === 'paused' && reason ? stateName('pausedFor', { reason }) : stateName(state)
  }
  const columns: readonly RecordColumn<Member>[] = [
    { id: 'agent', label: t('column.agent'), value: ({ name }) => name, cell: ({ name }) => <bdi>{name}</bdi> },
    {
      ...{ id: 'queue', label: t('column.queue'), value: ({ queue }) => labelOf(queue) },
      cell: ({ queue }) => <bdi>{labelOf(queue)}</bdi>,
    },
    { id: 'state', label: t('column.state'), value: tell },
    {
      ...{ id: 'since', label: t('column.since'), isFigure: true, value: (one) => negative(stateOf(one).since) },
      cell: (one) => <Elapsed since={stateOf(one).since} />,
    },
  ]
  const value = formatCount(locale, members.length)
  return <Records {...{ figure, value, columns }} records={members} begins="since" />
}

type RecordsProps<R> = {
  figure: ExplainedNow['live']
  value: ReactNode
  records: readonly R[]
  columns: readonly RecordColumn<R>[]
  /** The column by which they stand at first, the longest first. */
  begins: string
}

function Records<R extends { id: string }>({ figure, value, records, columns, begins }: RecordsProps<R>) {
  const t = useTranslations('history.live')
  const locale = useLocale() as Locale
  const [order, setOrder] = useState<RecordOrder>({ by: begins, down: true })
  const name = t(`figure.${figure}`)
  return (
    <>
      <div className="records-head">
        <h3>{name}</h3>
        <b className="fig">{value}</b>
      </div>
      <p className="records-note">{t(`madeOf.${figure}`)}</p>
      <NotLive />
      {records.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <RecordsTable
          label={name}
          records={inOrder(records, columns, order, locale)}
          keyOf={({ id }) => id}
          {...{ columns, order }}
          onOrder={setOrder}
        />
      )}
    </>
  )
}

/** An old picture says of when it is. */
function NotLive() {
  const t = useTranslations('history.live')
  const times = useTimes()
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  const trueAt = useCacheStatus((status) => status.trueAt)
  if (solid || trueAt === null) return null
  return <p role="status">{t('notLive', { time: times.timeWithSeconds(trueAt) })}</p>
}

function useQueues({ queues }: ExplainedNow) {
  const all = useLiveRecords('queues')
  const shown = all.filter(({ name }) => queues.includes(name))
  const labels = new Map(shown.map(({ id, label }) => [id, label]))
  return { ids: new Set(labels.keys()), labelOf: (id: Caller['queue']) => labels.get(id) ?? id }
}

/** Wrap-up ends by itself: no event tells of it. */
const ANEW_MS = 1_000

function useMoment(): number {
  const cache = useLiveCache()
  const [now, setNow] = useState(() => cache.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(cache.now()), ANEW_MS)
    return () => clearInterval(timer)
  }, [cache])
  return now
}

function negative(moment: number | null): number | null {
  return moment === null ? null : -moment
}
