import type uPlot from 'uplot'
import type { MakePlot } from '../plot/plot'
import { countStep, middlesOf } from '../plot/ticks'
import type { AxisText } from '../plot/use-axis-text'
import { type Bar, lonelyLevels } from './bars'
import { drawBars, drawGaps, drawTargets } from './draw-bars'

export type TimePlotParts = {
  bars: readonly Bar[]
  gaps: readonly { from: number; to: number }[]
  targets: readonly number[]
  /** What is in sight. */
  span: { from: number; to: number }
  axisText: AxisText
  /** Each bar is a day, whose name stands below it and not at its edge. */
  areDays: boolean
  countText: (count: number) => string
  percentText: (percent: number) => string
  /** The bar under the pointer; `null`: it left. */
  onPoint: (index: number | null) => void
  onZoom: (span: { from: number; to: number }) => void
}

/** Room for one label of the time axis, CSS px. */
const LABEL = 64
/** Distance of lines, CSS px. */
const LINES = 90
/** A drag shorter than this, CSS px, is a click. */
const DRAG = 8

/** Bars of what was offered, the level as a line above them, its targets, and what nobody saw. */
export function timePlot(parts: TimePlotParts): MakePlot {
  const { bars, gaps, targets, span, axisText, areDays, countText, percentText, onPoint, onZoom } = parts
  return (colours, font) => {
    let texts: string[] = []
    const line = { stroke: colours.line, width: 1 }
    const level = { scale: '%', pxAlign: false, spanGaps: false, cap: 'round' as const }
    return {
      ms: 1,
      legend: { show: false },
      padding: [12, 44, 0, 4],
      cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: DRAG } },
      scales: {
        x: { time: true, range: () => [span.from, span.to] },
        n: { range: (_plot, _min, max) => [0, Math.max(1, max ?? 0) * 1.1] },
        '%': { range: () => [0, 104] },
      },
      axes: [
        {
          ...{ stroke: colours.ink3, font, size: 28, gap: 6, grid: { show: false }, ticks: { show: false } },
          splits: (plot, _axis, from, to) => {
            const found = axisText(from, to, Math.max(2, Math.floor(plot.width / LABEL)))
            const at = found.isDays && areDays ? middlesOf(found.at, to) : found.at
            texts = found.texts.slice(0, at.length)
            return at
          },
          values: () => texts,
        },
        {
          ...{ scale: 'n', stroke: colours.ink3, font, size: 40, gap: 6, grid: line, ticks: { show: false } },
          splits: (plot, _axis, _min, max) => {
            const step = countStep(max, Math.max(2, plot.height / LINES))
            return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
          },
          values: (_plot, counts) => counts.map(countText),
        },
      ],
      series: [
        {},
        { scale: 'n', paths: () => null, points: { show: false } },
        { ...level, stroke: colours.tile, width: 5, points: { show: false } },
        { ...level, stroke: colours.level, width: 2, points: { ...alone, size: 6, fill: colours.level } },
      ],
      hooks: {
        drawAxes: [
          (plot) => {
            drawBars(plot, bars, colours)
            drawGaps(plot, gaps, colours)
            drawTargets(plot, targets, { colours, font, text: percentText })
          },
        ],
        setCursor: [
          ({ cursor: { left = -1, idx = null, event } }) => {
            // A new size takes the pointer away, too, but it is no reason to move the cursor of the keyboard.
            if (left >= 0) onPoint(idx)
            else if (event?.type === 'mouseleave') onPoint(null)
          },
        ],
        setSelect: [
          (plot) => {
            const { left, width } = plot.select
            if (width < DRAG) return
            onZoom({ from: plot.posToVal(left, 'x'), to: plot.posToVal(left + width, 'x') })
          },
        ],
      },
    }
  }
}

const alone: uPlot.Series.Points = {
  show: true,
  filter: (plot, series) => lonelyLevels(plot.data[series] ?? []),
}
