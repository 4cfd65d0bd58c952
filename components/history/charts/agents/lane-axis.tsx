'use client'

import { useTimeZone } from 'use-intl'
import { useAxisText } from '../plot/use-axis-text'
import type { View } from '../plot/zoom'

/** Room for one label, CSS px. */
const LABEL = 72

/** Times above the lanes; ends of labels that would leave the chart are turned inward. */
export function LaneAxis({ view: { from, to }, width }: { view: View; width: number }) {
  const axisText = useAxisText(useTimeZone() ?? 'UTC')
  if (width === 0) return null
  const { at, texts } = axisText(from, to, Math.max(2, Math.floor(width / LABEL)))
  return (
    <div className="charts-lane-axis" aria-hidden="true">
      {at.map((moment, index) => {
        const left = ((moment - from) / (to - from)) * width
        return (
          <span key={moment} style={{ left }} data-end={left < 24 ? 'left' : left > width - 24 ? 'right' : undefined}>
            {texts[index]}
          </span>
        )
      })}
    </div>
  )
}
