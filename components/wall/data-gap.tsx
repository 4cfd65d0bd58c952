'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveRecords } from '@/components/live/use-live'
import { type Gap, gapsOf } from './spark-path'
import { useWallSettings } from './wall-settings'

const MINUTE_MS = 60_000

/** The newest stretch of the last hour that was not seen; `null` when all of it was. */
export function useNewestGap(): Gap | null {
  const trends = useLiveRecords('trends')
  // What we did not see of one queue we did not see of any.
  return useMemo(() => (trends[0] && gapsOf(trends[0]).at(-1)) ?? null, [trends])
}

/** Names a gap. Only the charts have it: Asterisk's own counters ran on meanwhile. */
export function DataGap({ gap }: { gap: Gap }) {
  const t = useTranslations('link')
  const { clock } = useWallSettings()
  return (
    <>
      <i className="hatch" />
      <b>{t('gap', { from: clock.time(gap.from), to: clock.time(gap.to) })}</b>
      <span>{t('gapHint', { minutes: Math.round((gap.to - gap.from) / MINUTE_MS) })}</span>
    </>
  )
}
