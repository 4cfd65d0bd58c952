import type uPlot from 'uplot'
import type { Colours } from '../plot/colours'
import { hatch, hatchGap, LEAST_GAP } from '../plot/hatch'
import { type Bar, heightOf, SEGMENTS, type Segment, visibleBars } from './bars'

type Gap = { from: number; to: number }

/** Canvas px for one CSS px. */
export function ratioOf(plot: uPlot): number {
  return plot.ctx.canvas.width / plot.width
}

/** Bars of which each part stands upon the one before, with a fine line between. */
export function drawBars(plot: uPlot, bars: readonly Bar[], colours: Colours): void {
  const { ctx } = plot
  const ratio = ratioOf(plot)
  const x = (moment: number) => plot.valToPos(moment, 'x', true)
  const shown = visibleBars(inSight(plot, bars), x)
  clipped(plot, () => {
    for (const segment of SEGMENTS) {
      ctx.fillStyle = fillOf(segment, colours)
      for (const bar of shown) {
        const height = heightOf(bar, segment)
        if (height > 0) drawPart(plot, bar, { segment, height, ratio, colours })
      }
    }
  })
}

type Part = { segment: Segment; height: number; ratio: number; colours: Colours }

function drawPart(plot: uPlot, bar: Bar, { segment, height, ratio, colours }: Part): void {
  const { ctx } = plot
  const below = SEGMENTS.slice(0, SEGMENTS.indexOf(segment)).reduce((sum, one) => sum + heightOf(bar, one), 0)
  const [begin, end] = [plot.valToPos(bar.from, 'x', true), plot.valToPos(bar.to, 'x', true)]
  const space = end - begin < 4 * ratio ? 0 : Math.min(8 * ratio, (end - begin) * 0.22)
  const left = begin + space / 2
  const width = Math.max(1, end - begin - space)
  const line = below > 0 && width > 3 * ratio ? 1.5 * ratio : 0
  const bottom = plot.valToPos(below, 'n', true) - line
  const top = Math.min(bottom - ratio / 2, plot.valToPos(below + height, 'n', true))
  const place = { left, top, width, height: bottom - top }
  if (segment === 'unknown') hatch(ctx, place, { ink: colours.ink3, paper: colours.tile, ratio })
  else ctx.fillRect(left, top, width, bottom - top)
}

function fillOf(segment: Segment, { answered, lost, other, ink3 }: Colours): string {
  return { answered, lost, other, unknown: ink3 }[segment]
}

/** Bands over what nobody saw, from top to bottom. */
export function drawGaps(plot: uPlot, gaps: readonly Gap[], colours: Colours): void {
  const { ctx, bbox } = plot
  const ratio = ratioOf(plot)
  clipped(plot, () => {
    for (const { from, to } of gaps) {
      const [begin, end] = [plot.valToPos(from, 'x', true), plot.valToPos(to, 'x', true)]
      const width = Math.max(LEAST_GAP * ratio, end - begin)
      const left = (begin + end - width) / 2
      hatchGap(ctx, { left, top: bbox.top, width, height: bbox.height }, colours, ratio)
    }
  })
}

type Look = { colours: Colours; font: string; text: (percent: number) => string }

/** Each target as a dashed line, and the ends of the scale of percent; a target is written in bold. */
export function drawTargets(plot: uPlot, targets: readonly number[], { colours, font, text }: Look): void {
  const { ctx, bbox } = plot
  const ratio = ratioOf(plot)
  const y = (percent: number) => plot.valToPos(percent, '%', true)
  ctx.save()
  ctx.strokeStyle = colours.ink2
  ctx.lineWidth = ratio
  ctx.setLineDash([3 * ratio, 4 * ratio])
  for (const target of targets) {
    ctx.beginPath()
    ctx.moveTo(bbox.left, y(target))
    ctx.lineTo(bbox.left + bbox.width, y(target))
    ctx.stroke()
  }
  ctx.textAlign = 'left'
  ctx.textBaseline = 'middle'
  const write = (percent: number, weight: number, colour: string) => {
    ctx.font = font.replace(/^\d+ \d+px/, `${weight} ${12 * ratio}px`)
    ctx.fillStyle = colour
    ctx.fillText(text(percent), bbox.left + bbox.width + 8 * ratio, y(percent))
  }
  const others = [50, 100].filter((one) => targets.every((target) => Math.abs(y(target) - y(one)) > 14 * ratio))
  for (const percent of others) write(percent, 450, colours.ink3)
  for (const target of targets) write(target, 600, colours.ink)
  ctx.restore()
}

function inSight({ scales }: uPlot, bars: readonly Bar[]): readonly Bar[] {
  const { min, max } = scales.x ?? {}
  if (min === undefined || max === undefined) return bars
  return bars.filter(({ from, to }) => to > min && from < max)
}

function clipped({ ctx, bbox }: uPlot, draw: () => void): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  draw()
  ctx.restore()
}
