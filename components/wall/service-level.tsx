'use client'

import type { CSSProperties } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { QueueView } from './board/queue-view'
import { useQueueWindow } from './board/use-board'
import { Explained } from './explained'
import { Percent } from './figure'
import { GapMark } from './gap-mark'
import { Limit } from './limit'
import { formatPercent } from './numbers'
import { useRoom } from './use-room'

/** The service level by the queue's own rules, over a meter whose notch is the target. */
export function ServiceLevel({ view: { queue, alarm, tally, level } }: { view: QueueView }) {
  const t = useTranslations('tile')
  const locale = useLocale()
  const window = useQueueWindow()
  const room = useRoom()
  const target = queue.limits.levelWarning ?? queue.limits.levelCritical
  const broken = alarm.broken.find(({ figure }) => figure === 'serviceLevel')
  const within = tally && t('within', { seconds: tally.thresholdMs / 1000 })
  const mark = tally && <GapMark unseenMs={tally.unseenMs} window={window} />
  return (
    <div className="level">
      <Meter value={level ?? 0} target={target} hit={broken !== undefined} />
      <Explained figure="serviceLevel" queue={queue}>
        <Percent value={level} />
      </Explained>
      <span className="lab">
        <span className="long">
          {mark} {t('serviceLevel')}
        </span>
        <span className="short">
          {broken && <Icon name={broken.level} />}
          {mark}
          {within}
        </span>
        {target === null ? (
          <span className="lab long">{within}</span>
        ) : (
          <Limit className="long" text={t('target', { target: formatPercent(locale, target) })} broken={broken} />
        )}
        {tally && target !== null && (
          <span className="lab room">
            <Explained figure="serviceLevel" queue={queue}>
              {room(tally, target)}
            </Explained>
          </span>
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
