'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { fetchJson } from '@/components/api/fetch-json'
import { useTimes } from '@/components/session/use-times'
import { useMay } from '@/components/session/viewer'
import { Icon } from '@/components/ui/icon'
import { KEPT, type Keeping, type Kept, keepingSchema, type Writing } from '@/lib/protocol/keeping'
import './keeping-note.css'

/** So soon it is seen that visits are not written down, or are again, in ms. */
const ANEW_MS = 5_000

/**
 * Says that visits, agents' times, calls at phones or the day replay are not being written down, as long as they are not. Live figures stay
 * right; what is kept of them would not.
 */
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
  const failing = data ? failingOf(data) : []
  const [first] = failing
  if (first === undefined) return null
  const what = failing.map((one) => t(`what.${one.what}`)).join(', ')
  const count = (pick: (one: Failing) => number) => failing.reduce((sum, one) => sum + pick(one), 0)
  const lost = count((one) => one.lost)
  return (
    <div className="keeping-note" role="alert">
      <Icon name="warning" />
      <p>
        <b>{t('failing', { time: times.time(first.since), what, why: t(`why.${first.why ?? 'other'}`) })}</b>{' '}
        {t('waiting', { count: count(({ waiting }) => waiting) })} {lost > 0 && t('lost', { count: lost })}
      </p>
    </div>
  )
}

type Failing = Omit<Writing, 'failingSince'> & { what: Kept; since: number }

/** What is not written down, beginning with what has not been for longest. */
function failingOf(keeping: Keeping): Failing[] {
  return KEPT.flatMap((what) => {
    const { failingSince, ...writing } = keeping[what]
    return failingSince === null ? [] : { ...writing, what, since: failingSince }
  }).sort((one, other) => one.since - other.since)
}
