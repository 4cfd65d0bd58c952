'use client'

import { useLocale, useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import type { AlarmLevel, BrokenLimit, QueueAlarm } from '@/lib/domain/alarm'
import { formatDuration } from '@/lib/i18n/duration'
import { unreachable } from '@/lib/unreachable'
import { formatPercent } from './numbers'

const WAS = {
  calm: 'wasCalm',
  warning: 'wasWarning',
  critical: 'wasCritical',
  closed: 'wasClosed',
} as const satisfies Record<AlarmLevel, string>

/** A tile's head: the queue's name, its level by icon and word, and why. */
export function LevelBand({ name, alarm }: { name: string; alarm: QueueAlarm }) {
  const t = useTranslations('level')
  const live = useCacheStatus(({ freshness }) => isSolid(freshness))
  const worst = alarm.broken[0]
  return (
    <header className="band">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p>
        <Icon name={alarm.level} />
        <b>{t(live ? alarm.level : WAS[alarm.level])}</b>
        {live && worst && <Reason broken={worst} />}
        {live && alarm.level === 'closed' && <span>{t('closedHint')}</span>}
      </p>
    </header>
  )
}

function Reason({ broken }: { broken: BrokenLimit }) {
  return <span>{useReason()(broken)}</span>
}

/** Says in words which limit is broken. */
export function useReason(): (broken: BrokenLimit) => string {
  const t = useTranslations('reason')
  const locale = useLocale()
  return ({ figure, limit }) => {
    switch (figure) {
      case 'wait':
        return t('wait', { limit: formatDuration(limit * 1000) })
      case 'waiting':
        return t('waiting', { limit })
      case 'serviceLevel':
        return t('serviceLevel', { limit: formatPercent(locale, limit) })
      default:
        return unreachable(figure)
    }
  }
}
