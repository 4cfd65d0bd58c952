'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Trend } from '@/lib/domain/trend'
import { SPARK_HEIGHT, SPARK_WIDTH, sparkShape } from './spark-path'
import { useMissingMinutes } from './use-missing-minutes'

/** How many waited over the last hour, minute by minute; what was not seen is hatched. */
export const Sparkline = memo(function Sparkline({ trend }: { trend: Trend | undefined }) {
  const t = useTranslations('tile')
  const missing = useMissingMinutes()
  const shape = trend && sparkShape(trend, missing)
  return (
    <div className="trend">
      <span className="lab">{t('trend', { minutes: shape?.minutes ?? 60 })}</span>
      <div className="plot">
        {shape && (
          <svg
            className="spark"
            viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path className="area" d={shape.area} />
            <path className="line" d={shape.line} />
            {shape.gaps !== '' && <path className="gap" d={shape.gaps} />}
          </svg>
        )}
      </div>
    </div>
  )
})
