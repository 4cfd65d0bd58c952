'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { useTimes } from '@/components/session/use-times'
import { useMay } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { keepingSchema } from '@/lib/protocol/keeping'
import './keeping-note.css'

/** So soon it is seen that visits are not written down, or are again, in ms. */
const ANEW_MS = 5_000

/** Says that visits are not being written down, as long as they are not. Live figures stay right; what is kept of them would not. */
export function KeepingNote() {
  const t = useTranslations('keeping')
  const times = useTimes()
  const mayKnow = useMay('history.see')
  const { data } = useQuery({
    queryKey: ['keeping'],
    enabled: mayKnow,
    queryFn: ({ signal }) => fetchJson('/api/v1/keeping', (value) => keepingSchema.parse(value), { signal }),
    refetchInterval: ANEW_MS,
  })
  if (!data || data.failingSince === null) return null
  const { failingSince, why, waiting, lost } = data
  return (
    <div className="keeping-note" role="alert">
      <Icon name="warning" />
      <p>
        <b>{t('failing', { time: times.time(failingSince), why: t(`why.${why ?? 'other'}`) })}</b>{' '}
        {t('waiting', { count: waiting })} {lost > 0 && t('lost', { count: lost })}
      </p>
    </div>
  )
}
