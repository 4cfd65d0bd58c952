'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { NumberLink } from '@/components/dial/number-link'
import { useTimes } from '@/components/session/use-times'
import { Empty, LoadError, Loading } from '@/components/ui/empty'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { formatDuration } from '@/lib/i18n/duration'
import { type RecentCall, recentCallsSchema } from '@/lib/protocol/history'
import { REFRESH_MS } from './refresh'

const KINDS = ['all', 'missed', 'out'] as const

/** The calls that ended at one's phones, the newest first; each number calls back. */
export function RecentCalls() {
  const t = useTranslations('me')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('all')
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'recent', kind],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/me/recent?kind=${kind}`, (value) => recentCallsSchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <section className="ui-panel me-recent">
      <header>
        <h2>{t('recent')}</h2>
        <Segmented
          label={t('recent')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </header>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data?.items.length === 0 && <Empty icon="phone" title={t('noRecent')} />}
      {data && data.items.length > 0 && (
        <table className="ui-table">
          <thead>
            <tr>
              <th scope="col">{t('time')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('queue')}</th>
              <th scope="col" className="r">
                {t('talked')}
              </th>
              <th scope="col">{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((call) => (
              <RecentRow key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function RecentRow({ call }: { call: RecentCall }) {
  const t = useTranslations('me')
  const times = useTimes()
  const missed = call.direction === 'in' && call.outcome !== 'answered'
  // Trunks without names send the number for one; it stands in the next column.
  const name = call.name === call.number ? null : call.name
  const noName = call.number === null ? 'withheld' : 'noName'
  const icon = call.direction === 'out' ? 'phoneOutgoing' : missed ? 'phoneMissed' : 'phoneIncoming'
  return (
    <tr>
      <td>{times.time(call.at)}</td>
      <td>
        <Icon name={icon} /> {name === null ? <span className="me-dim">{t(noName)}</span> : <bdi>{name}</bdi>}
      </td>
      <td>
        <NumberLink number={call.number} />
      </td>
      <td>
        <bdi>{call.queue}</bdi>
      </td>
      <td className="r">{call.talkMs === null ? '' : formatDuration(call.talkMs)}</td>
      <td>{t(`ended.${call.outcome}`)}</td>
    </tr>
  )
}
