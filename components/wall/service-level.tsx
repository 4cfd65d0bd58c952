'use client'

import type { CSSProperties } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { QueueAlarm } from '@/lib/domain/alarm'
import type { Queue } from '@/lib/domain/queue'
import { asteriskServiceLevel } from '@/lib/domain/queue-figures'
import { Percent } from './figure'
import { Limit } from './limit'
import { formatPercent } from './numbers'

/** Asterisk's own service level over a meter whose notch is the target. */
export function ServiceLevel({ queue, alarm }: { queue: Queue; alarm: QueueAlarm }) {
  const t = useTranslations('tile')
  const locale = useLocale()
  const level = asteriskServiceLevel(queue)
  const target = queue.limits.levelWarning ?? queue.limits.levelCritical
  const broken = alarm.broken.find(({ figure }) => figure === 'serviceLevel')
  const within = t('within', { seconds: queue.serviceLevelSeconds })
  return (
    <div className="level">
      <Meter value={level ?? 0} target={target} hit={broken !== undefined} />
      <Percent value={level} />
      <span className="lab">
        <span className="long">{t('serviceLevel')}</span>
        <span className="short">
          {broken && <Icon name={broken.level} />}
          {within}
        </span>
        {target === null ? (
          <span className="lab long">{within}</span>
        ) : (
          <Limit className="long" text={t('target', { target: formatPercent(locale, target) })} broken={broken} />
        )}
      </span>
    </div>
  )
}

function Meter({ value, target, hit }: { value: number; target: number | null; hit: boolean }) {
  return (
    <div className={hit ? 'meter hit-bar' : 'meter'} style={{ '--v': value, '--t': target ?? 0 } as CSSProperties}>
      <i />
      {target !== null && <u />}
    </div>
  )
}
