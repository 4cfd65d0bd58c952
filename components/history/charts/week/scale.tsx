'use client'

import { useTranslations } from 'use-intl'
import type { Report } from '@/lib/protocol/visits'
import { type HeatFigure, heatOf, STRONGEST } from './heat'
import { useHeatText } from './use-heat-text'

/** What the shades mean. */
export function Scale({ rows, figure }: { rows: Report['rows']; figure: HeatFigure }) {
  const t = useTranslations('charts.week')
  const text = useHeatText(figure)
  const values = [...heatOf(rows, figure).values()].flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  return (
    <li>
      <span className="charts-scale" aria-hidden="true">
        {Array.from({ length: STRONGEST + 1 }, (_, strength) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the strength is what it is
          <i key={strength} data-strength={strength} data-hue={figure === 'offered' ? 'calm' : 'bad'} />
        ))}
      </span>
      {t(`strong.${figure}`)}, {t('scale', { least: text(Math.min(...values)), most: text(Math.max(...values)) })}
    </li>
  )
}
