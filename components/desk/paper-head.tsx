'use client'

import type { ReactNode } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { useCacheStatus } from '@/components/live/use-live'
import { useTimes } from '@/components/session/use-times'

type PaperHeadProps = {
  title: ReactNode
  /** When what stands below it was true; `null`: it is not there yet. */
  at: number | null
  /** Of whom, and of how many. */
  children?: ReactNode
}

/** What paper must say, as nobody sees the page's own head on it: what it tells, as of when and by which clock, of which PBX. */
export function PaperHead({ title, at, children }: PaperHeadProps) {
  const t = useTranslations('desk.paper')
  const l = useTranslations('link')
  const times = useTimes()
  const zone = useTimeZone() ?? 'UTC'
  const links = useCacheStatus((status) => status.links)
  const demo = useCacheStatus((status) => status.demo)
  return (
    <div className="desk-paper">
      <h1>{title}</h1>
      {children}
      {at !== null && <p>{t('asOf', { time: times.dayAndTime(at), zone })}</p>}
      <p>
        {t('pbx', { names: links.map(({ label }) => label).join(', ') })}
        {demo && (
          <>
            {' '}
            <b>{l('demo')}</b>
          </>
        )}
      </p>
    </div>
  )
}
