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
import { type MyDay as DayTold, MY_CALL_FIGURES, type MyCallFigure, myDaySchema } from '@/lib/protocol/history'
import { OpenedCalls } from './calls/opened-calls'
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
  const [calls, openCalls] = useState<MyCallFigure | null>(null)
  return (
    <section className="ui-panel me-day">
      <header>
        <h2>{t('myDay')}</h2>
        {data && <small className="ui-end">{t('since', { time: times.time(data.since) })}</small>}
      </header>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && (
        <dl>
          {MY_CALL_FIGURES.map((figure) => (
            <OfCalls key={figure} figure={figure} day={data} onOpen={openCalls} />
          ))}
          {TIMES.map((time) => data.time && <Time key={time} {...{ time, onOpen }} ms={data.time[`${time}Ms`] ?? 0} />)}
        </dl>
      )}
      <OpenedCalls figure={calls} onClose={() => openCalls(null)} />
      <OpenedTimes
        {...{ of: opened, name: t('own'), when: t('today'), onClose: () => onOpen(null) }}
        path="/api/v1/me/times"
        params={new URLSearchParams()}
        everyMs={REFRESH_MS}
      />
    </section>
  )
}

type OfCallsProps = { figure: MyCallFigure; day: DayTold; onOpen: (figure: MyCallFigure) => void }

/** What is nothing has nothing behind it. */
function OfCalls({ figure, day, onOpen }: OfCallsProps) {
  const t = useTranslations('me')
  const a = useTranslations('agents.times')
  const [amount, value] = amountOf(figure, day)
  if (!amount) return <Figure name={t(figure)} value={value} />
  const label = a('open', { figure: t(figure), agent: t('own'), value })
  return (
    <Figure
      name={t(figure)}
      value={
        <button type="button" className="agents-open" aria-label={label} onClick={() => onOpen(figure)}>
          {value}
        </button>
      }
    />
  )
}

/** How much it is, and as text. */
function amountOf(figure: MyCallFigure, { averageTalkMs, talkMs, ...counts }: DayTold): [number | null, string] {
  if (figure === 'talk') return [talkMs, formatDuration(talkMs)]
  if (figure !== 'averageTalk') return [counts[figure], String(counts[figure])]
  return [averageTalkMs, averageTalkMs === null ? '–' : formatDuration(averageTalkMs)]
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
