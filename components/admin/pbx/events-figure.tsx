'use client'

import { useTranslations } from 'use-intl'
import type { EventFigures } from '@/lib/protocol/admin/pbx-status'
import { Figure } from './figures'
import { usePbxWords } from './use-pbx-words'

/** What comes from the PBX, with the last minutes as bars. */
export function EventsFigure({ events }: { events: EventFigures }) {
  const t = useTranslations('admin.pbx')
  const { duration, rate, bytesPerSecond } = usePbxWords()
  const isKnown = events.seconds > 0
  return (
    <Figure label={t('figure.events')} value={isKnown ? rate(events.perSecond) : '–'}>
      {isKnown && (
        <>
          <Bars steps={events.steps} />
          <span>
            {bytesPerSecond(events.bytesPerSecond)}, {t('lastMinutes', { duration: duration(events.seconds * 1000) })}
          </span>
        </>
      )}
    </Figure>
  )
}

const STEPS = 30
const WIDTH = 4
const HEIGHT = 20

function Bars({ steps }: { steps: readonly number[] }) {
  const t = useTranslations('admin.pbx')
  const { rate } = usePbxWords()
  const most = Math.max(...steps, 0)
  if (steps.length < 2 || most === 0) return null
  const missing = STEPS - steps.length
  return (
    <svg
      className="pbx-bars"
      viewBox={`0 0 ${STEPS * WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('perSecond', { most: rate(most) })}
    >
      {steps.map((step, index) => {
        const height = Math.max(1, (step / most) * HEIGHT)
        const x = (missing + index) * WIDTH
        return <rect key={x} x={x} y={HEIGHT - height} width={WIDTH - 1} height={height} />
      })}
    </svg>
  )
}
