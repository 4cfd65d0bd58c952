'use client'

import { useTranslations } from 'use-intl'
import { useQueueWindow } from './board/use-board'
import { useUnseen } from './gap-mark'
import type { Gap } from './spark-path'
import { useWallSettings } from './wall-settings'

const MINUTE_MS = 60_000

/** Names what was not seen: the newest gap of the last hour, else how much of the figures' time. */
export function DataGap({ gap, unseenMs }: { gap: Gap | null; unseenMs: number }) {
  const t = useTranslations('link')
  const unseen = useUnseen()
  const window = useQueueWindow()
  const { clock } = useWallSettings()
  const minutes = gap && Math.round((gap.to - gap.from) / MINUTE_MS)
  return (
    <>
      <i className="hatch" />
      <b>
        {gap ? t('gap', { from: clock.time(gap.from), to: clock.time(gap.to) }) : sentence(unseen(unseenMs, window))}
      </b>
      <span>{minutes === null ? t('gapEarlier') : t(unseenMs > 0 ? 'gapHint' : 'gapInCharts', { minutes })}</span>
    </>
  )
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
