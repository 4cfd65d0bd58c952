'use client'

import { useTranslations } from 'use-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { unseenParts } from '@/lib/domain/gap'
import { formatDuration } from '@/lib/i18n/duration'
import type { VisitStory } from '@/lib/protocol/visits'
import { lengthsOf, type Stretch, stretchesOf } from './moments'

/** The band's own units; what lasts is drawn in proportion, and a moment is still seen. */
const WIDTH = 1000
const HEIGHT = 28
const NARROWEST = 3

const ICONS: Readonly<Record<Stretch['kind'], IconName>> = {
  waiting: 'queue',
  ringing: 'ringing',
  talking: 'onCall',
  onHold: 'onHold',
}
/** Told apart by height, too. */
const HEIGHTS: Readonly<Record<Stretch['kind'], number>> = { waiting: 10, ringing: 20, talking: 28, onHold: 14 }

/** A visit as one band in proportion: waiting, ringing, talking, on hold; what was not seen is hatched. */
export function VisitBand({ story }: { story: Pick<VisitStory, 'visit' | 'gaps' | 'now'> }) {
  const t = useTranslations('visits')
  const { visit, gaps, now } = story
  const stretches = stretchesOf(visit, now)
  const begin = visit.enteredAt
  const end = stretches.at(-1)?.to ?? begin
  const x = (at: number) => (end === begin ? 0 : (Math.min(Math.max(at, begin), end) - begin) * (WIDTH / (end - begin)))
  const lengths = [...lengthsOf(stretches)]
  return (
    <section className="visit-band" aria-label={t('band')}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {stretches.map(({ kind, from, to }) => (
          <rect
            key={`${kind} ${from}`}
            className={`visit-${kind}`}
            x={x(from)}
            y={HEIGHT - HEIGHTS[kind]}
            width={Math.max(NARROWEST, x(to) - x(from))}
            height={HEIGHTS[kind]}
          />
        ))}
        {gaps.flatMap(unseenParts).map(({ from, to }) => (
          <rect
            key={from}
            className="visit-gap"
            x={x(from)}
            y={0}
            width={Math.max(NARROWEST, x(to) - x(from))}
            height={HEIGHT}
          />
        ))}
      </svg>
      <dl>
        {lengths.map(([kind, ms]) => (
          <div key={kind}>
            <dt>
              <Icon name={ICONS[kind]} className={`visit-${kind}`} /> {t(`kind.${kind}`)}
            </dt>
            <dd className="fig">{formatDuration(ms)}</dd>
          </div>
        ))}
      </dl>
      {lengths.some(([kind]) => kind === 'onHold') && <p className="visit-dim">{t('holdsTogether')}</p>}
    </section>
  )
}
