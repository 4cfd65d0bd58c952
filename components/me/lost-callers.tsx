'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { useDial } from '@/components/dial/use-dial'
import { useTimes } from '@/components/session/use-times'
import { Button } from '@/components/ui/button'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { formatDuration } from '@/lib/i18n/duration'
import { type LostCaller, lostCallersSchema } from '@/lib/protocol/history'
import { REFRESH_MS } from './refresh'
import { useCallBack } from './use-call-back'

/** Who was lost today in the queues one sees and has not been spoken to since, with the way to call back. */
export function LostCallers() {
  const t = useTranslations('me')
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'lost'],
    queryFn: ({ signal }) => fetchJson('/api/v1/me/lost', (value) => lostCallersSchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <section className="ui-panel me-lost">
      <header>
        <h2>
          {t('callBack')} {data && <span className="ui-count">{data.items.length}</span>}
        </h2>
        <small className="ui-end">{t('lostToday')}</small>
      </header>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data?.items.length === 0 && <Empty icon="check" title={t('nobodyLost')} />}
      <ul>
        {data?.items.map((caller) => (
          <LostRow key={caller.id} caller={caller} />
        ))}
      </ul>
    </section>
  )
}

function LostRow({ caller }: { caller: LostCaller }) {
  const t = useTranslations('me')
  const times = useTimes()
  const { allowed, why } = useDial()
  const [callBack, busy] = useCallBack(caller.id)
  const story = [
    caller.queue,
    caller.times > 1 && t('times', { count: caller.times }),
    t(`ended.${caller.outcome}`),
    times.time(caller.at),
    caller.waitMs !== null && t('after', { time: formatDuration(caller.waitMs) }),
  ]
  return (
    <li>
      <span>
        <b className="ui-cut">
          <bdi>{caller.name ?? caller.number ?? t('withheld')}</bdi>
        </b>
        <small>
          <bdi>{story.filter(Boolean).join(', ')}</bdi>
        </small>
      </span>
      {allowed && caller.callable && (
        <Button icon="phoneOutgoing" why={why} busy={busy} onClick={() => void callBack()}>
          {t('call')}
        </Button>
      )}
    </li>
  )
}
