'use client'

import type { CSSProperties, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import type { AlarmLevel } from '@/lib/domain/alarm'
import type { HouseFigure } from '@/lib/domain/house-figure'
import { Explained } from '../explained'
import type { WidgetName } from './names'

type WidgetProps = {
  name: WidgetName
  /** Its figure, beside the name, and which one it is. */
  figure?: ReactNode
  counts?: HouseFigure
  /** The worst level of what it shows. */
  level?: AlarmLevel
  /** How high what it shows would be if all of it fitted, in rem: those that have much get more of the screen. */
  want?: number
  children: ReactNode
}

/** A part of the house on a wall: its name, one figure, and what `children` show of it. Says when it is not live. */
export function Widget({ name, figure, counts, level = 'calm', want = 0, children }: WidgetProps) {
  const t = useTranslations('widgets')
  const solid = useCacheStatus(({ freshness }) => isSolid(freshness))
  return (
    <section
      className="widget"
      data-widget={name}
      data-level={level}
      aria-label={t(`${name}.title`)}
      style={{ '--want': want } as CSSProperties}
    >
      <header className="widget-head">
        <h2>{t(`${name}.title`)}</h2>
        {solid ? (
          counts && (
            <Explained figure={counts} queue={null}>
              {figure}
            </Explained>
          )
        ) : (
          <span className="lab widget-stale">
            <Icon name="lost" /> {t('notLive')}
          </span>
        )}
      </header>
      {children}
    </section>
  )
}

/** Where a widget has nothing to show: an empty picture, or none yet. */
export function NothingThere({ text }: { text: string }) {
  const connecting = useCacheStatus(({ freshness }) => freshness === 'connecting')
  return <p className="lab widget-none">{connecting ? '–' : text}</p>
}
