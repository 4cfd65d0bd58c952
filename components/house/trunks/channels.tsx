'use client'

import type { CSSProperties } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { formatCount } from '@/components/wall/numbers'
import { NEARLY_FULL, type Trunk } from '@/lib/domain/trunk-alarm'

/** Channels in use, against how many there may be: the fill is the value, the notch where it gets narrow. */
export function Channels({ trunk: { endpoint, alarm } }: { trunk: Trunk }) {
  const t = useTranslations('house.trunks')
  const locale = useLocale()
  const { channels, maxChannels } = endpoint
  const share = maxChannels ? Math.min(100, (channels / maxChannels) * 100) : 0
  return (
    <div className="trunk-channels">
      <b className="ui-figure">{formatCount(locale, channels)}</b>
      <span>{maxChannels === null ? t('inUse') : t('inUseOf', { limit: maxChannels })}</span>
      {maxChannels !== null && (
        <span
          className="trunk-meter"
          data-level={alarm.trouble === 'full' || alarm.trouble === 'nearlyFull' ? 'warning' : undefined}
          style={{ '--v': share, '--t': NEARLY_FULL * 100 } as CSSProperties}
        >
          <i />
          <u />
        </span>
      )}
    </div>
  )
}
