'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { OpenedTimes } from '@/components/agents/times/opened-times'
import { TimeButton } from '@/components/agents/times/time-button'
import type { TimesOf } from '@/components/agents/times/times'
import { fetchJson } from '@/components/api/fetch-json'
import { useTimes } from '@/components/session/use-times'
import { LoadError, Loading } from '@/components/ui/empty'
import { formatDuration } from '@/lib/i18n/duration'
import { myDaySchema } from '@/lib/protocol/history'
import { REFRESH_MS } from './refresh'

const TIMES = ['ready', 'paused', 'wrapUp', 'loggedIn'] as const

/** One's own day so far, as Callboard saw it. */
export function MyDay() {
  const t = useTranslations('me')
  const times = useTimes()
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'day'],
    queryFn: ({ signal }) => fetchJson('/api/v1/me/day', (value) => myDaySchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
  })
  const [opened, onOpen] = useState<TimesOf | null>(null)
  return (
    <section className="ui-panel me-day">
      <header>
        <h2>{t('myDay')}</h2>
        {data && <small className="ui-end">{t('since', { time: times.time(data.since) })}</small>}
      </header>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && (
        <dl>
          <Figure name={t('answered')} value={String(data.answered)} />
          <Figure name={t('notTaken')} value={String(data.notTaken)} />
          <Figure name={t('dialled')} value={String(data.dialled)} />
          <Figure
            name={t('averageTalk')}
            value={data.averageTalkMs === null ? '–' : formatDuration(data.averageTalkMs)}
          />
          <Figure name={t('talk')} value={formatDuration(data.talkMs)} />
          {TIMES.map((time) => data.time && <Time key={time} {...{ time, onOpen }} ms={data.time[`${time}Ms`] ?? 0} />)}
        </dl>
      )}
      <OpenedTimes
        {...{ of: opened, name: t('own'), when: t('today'), onClose: () => onOpen(null) }}
        path="/api/v1/me/times"
        params={new URLSearchParams()}
        everyMs={REFRESH_MS}
      />
    </section>
  )
}

type TimeProps = { time: (typeof TIMES)[number]; ms: number; onOpen: (of: TimesOf) => void }

function Time({ time, ms, onOpen }: TimeProps) {
  const t = useTranslations('me')
  const value = formatDuration(ms)
  if (ms === 0) return <Figure name={t(time)} value={value} />
  return (
    <Figure name={t(time)} value={<TimeButton of={{ time, agent: null }} name={t('own')} {...{ value, onOpen }} />} />
  )
}

function Figure({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dd className="ui-figure">{value}</dd>
      <dt>{name}</dt>
    </div>
  )
}
