'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { useTimes } from '@/components/session/use-times'
import { LoadError, Loading } from '@/components/ui/empty'
import { formatDuration } from '@/lib/i18n/duration'
import { myDaySchema } from '@/lib/protocol/history'
import { REFRESH_MS } from './refresh'

/** One's own day so far, as Callboard saw it. */
export function MyDay() {
  const t = useTranslations('me')
  const times = useTimes()
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'day'],
    queryFn: ({ signal }) => fetchJson('/api/v1/me/day', (value) => myDaySchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
  })
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
          {data.time && (
            <>
              <Figure name={t('ready')} value={formatDuration(data.time.readyMs)} />
              <Figure name={t('paused')} value={formatDuration(data.time.pausedMs)} />
              <Figure name={t('wrapUp')} value={formatDuration(data.time.wrapUpMs)} />
              <Figure name={t('loggedIn')} value={formatDuration(data.time.loggedInMs)} />
            </>
          )}
        </dl>
      )}
    </section>
  )
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dd className="ui-figure">{value}</dd>
      <dt>{name}</dt>
    </div>
  )
}
