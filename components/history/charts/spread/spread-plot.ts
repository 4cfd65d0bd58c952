import type uPlot from 'uplot'
import { formatDuration } from '@/lib/i18n/duration'
import type { Colours } from '../plot/colours'
import type { MakePlot } from '../plot/plot'
import { countStep, durationStep } from '../plot/ticks'
import { ratioOf } from '../time/draw-bars'
import type { SpreadBar, SpreadKind } from './fold-bins'

type SpreadPlotParts = {
  bars: readonly SpreadBar[]
  thresholds: readonly number[]
  texts: { count: (count: number) => string; threshold: (ms: number) => string }
  onPoint: (index: number | null) => void
}

/** Whoever got through stands above the line, whoever did not hangs below it. */
const UP: readonly SpreadKind[] = ['answered', 'talk']
const DOWN: readonly SpreadKind[] = ['lost', 'other']
const LABEL = 70

/** The last bar, which has no end, is drawn as wide as the others. */
export function middleOf(bar: SpreadBar, bars: readonly SpreadBar[]): number {
  return (bar.from + endOf(bar, bars)) / 2
}

function endOf({ from, to }: SpreadBar, bars: readonly SpreadBar[]): number {
  return to ?? from + (bars[0]?.to ?? 5_000)
}

const heightOf = ({ counts }: SpreadBar, kinds: readonly SpreadKind[]) =>
  kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)

/** Bars over an axis of time spent, with the thresholds within which an answer is in time. */
export function spreadPlot({ bars, thresholds, texts, onPoint }: SpreadPlotParts): MakePlot {
  const last = bars.at(-1)
  const end = last ? endOf(last, bars) : 1
  const highest = Math.max(1, ...bars.map((bar) => heightOf(bar, UP))) * 1.12
  const deepest = Math.max(...bars.map((bar) => heightOf(bar, DOWN))) * 1.25
  return (colours, font) => ({
    ms: 1,
    legend: { show: false },
    padding: [18, 28, 0, 4],
    cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { x: { time: false, range: () => [0, end] }, n: { range: () => [-deepest, highest] } },
    axes: [
      {
        ...{ stroke: colours.ink3, font, size: 28, gap: 6, grid: { show: false }, ticks: { show: false } },
        splits: (plot) => {
          const step = durationStep(end, plot.width / LABEL)
          const all = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
          // All that is longer is named, and what would run into its name is not.
          return last?.to === null ? [...all.filter((ms) => ms <= last.from - step / 2), last.from] : all
        },
        values: (_plot, times) =>
          times.map((ms) => (last?.to === null && ms === last.from ? `> ${formatDuration(ms)}` : formatDuration(ms))),
      },
      {
        ...{ scale: 'n', stroke: colours.ink3, font, size: 44, gap: 6, ticks: { show: false } },
        grid: { stroke: colours.line, width: 1 },
        splits: (plot) => {
          const step = countStep(highest + deepest, Math.max(3, plot.height / 70))
          const first = Math.ceil(-deepest / step)
          return Array.from({ length: Math.floor(highest / step) - first + 1 }, (_, index) => (first + index) * step)
        },
        values: (_plot, counts) => counts.map(texts.count),
      },
    ],
    series: [{}, { scale: 'n', paths: () => null, points: { show: false } }],
    hooks: {
      draw: [
        (plot) => {
          for (const bar of bars) drawOne(plot, bar, endOf(bar, bars), colours)
          drawThresholds(plot, thresholds, { colours, font, text: texts.threshold })
        },
      ],
      setCursor: [
        ({ cursor: { left = -1, idx = null, event } }) => {
          if (left >= 0) onPoint(idx)
          else if (event?.type === 'mouseleave') onPoint(null)
        },
      ],
    },
  })
}

function drawOne(plot: uPlot, bar: SpreadBar, end: number, colours: Colours): void {
  const { ctx } = plot
  const ratio = ratioOf(plot)
  const [begin, until] = [plot.valToPos(bar.from, 'x', true), plot.valToPos(end, 'x', true)]
  const space = Math.min(4 * ratio, (until - begin) * 0.2)
  const zero = plot.valToPos(0, 'n', true)
  for (const kinds of [UP, DOWN]) {
    const sign = kinds === UP ? 1 : -1
    let below = 0
    for (const kind of kinds) {
      const count = bar.counts[kind] ?? 0
      if (count === 0) continue
      const line = (below === 0 ? 0.75 : 1.5) * ratio * sign
      const from = (below === 0 ? zero : plot.valToPos(sign * below, 'n', true)) - line
      below += count
      const to = plot.valToPos(sign * below, 'n', true)
      ctx.fillStyle = colourOf(kind, colours)
      // One caller among thousands must be seen, too.
      const height = Math.max(ratio, Math.abs(from - to))
      ctx.fillRect(begin + space / 2, sign === 1 ? from - height : from, until - begin - space, height)
    }
  }
}

function colourOf(kind: SpreadKind, { answered, lost, other }: Colours): string {
  return { answered, talk: answered, lost, other }[kind]
}

type Look = { colours: Colours; font: string; text: (ms: number) => string }

function drawThresholds(plot: uPlot, thresholds: readonly number[], { colours, font, text }: Look): void {
  const { ctx, bbox } = plot
  const ratio = ratioOf(plot)
  ctx.save()
  ctx.strokeStyle = colours.ink
  ctx.fillStyle = colours.ink
  ctx.lineWidth = ratio
  ctx.font = font.replace(/^\d+ \d+px/, `600 ${12 * ratio}px`)
  ctx.textBaseline = 'bottom'
  ctx.textAlign = 'left'
  for (const threshold of thresholds) {
    const x = plot.valToPos(threshold, 'x', true)
    ctx.setLineDash([3 * ratio, 3 * ratio])
    ctx.beginPath()
    ctx.moveTo(x, bbox.top - 2 * ratio)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.fillText(text(threshold), x, bbox.top - 3 * ratio)
  }
  ctx.restore()
}
