import type { AgentSpan, SpanState } from '@/lib/domain/time-line'
import type { Colours } from '../plot/colours'
import { hatchGap, LEAST_GAP } from '../plot/hatch'
import type { View } from '../plot/zoom'
import { firstAfter } from './spans'

/** How high a state stands: what takes an agent's whole attention is as high as the lane. States differ by it, not by colour alone. */
const HEIGHT: Readonly<Record<SpanState, number>> = {
  ...{ ringing: 1, onCall: 1, onHold: 1, otherCall: 0.72, wrapUp: 0.72 },
  ...{ paused: 0.5, ready: 0.3, unavailable: 0.14 },
}
const COLOUR: Readonly<Record<SpanState, keyof Colours>> = {
  ...{ ringing: 'ringing', onCall: 'call', onHold: 'call', otherCall: 'call', wrapUp: 'wrap' },
  ...{ paused: 'paused', ready: 'ready', unavailable: 'unavailable' },
}

export type Lane = {
  spans: readonly AgentSpan[]
  /** When nobody saw this agent's PBX. */
  gaps: readonly View[]
  view: View
  /** The span that is told of. */
  chosen: AgentSpan | null
}
type Sheet = { width: number; height: number; ratio: number; colours: Colours }

/** One agent's time as bands from left to right. Sizes in canvas px. */
export function drawLane(ctx: CanvasRenderingContext2D, { spans, gaps, view, chosen }: Lane, sheet: Sheet): void {
  const { width, height, ratio, colours } = sheet
  const scale = width / (view.to - view.from)
  const x = (at: number) => (at - view.from) * scale
  ctx.clearRect(0, 0, width, height)
  let pixel = { at: -1, highest: 0 }
  for (let index = firstAfter(spans, view.from); index < spans.length; index++) {
    const span = spans[index]
    if (!span || span.from >= view.to) break
    const [left, right] = [Math.max(0, x(span.from)), Math.min(width, x(span.to))]
    const at = Math.floor(left)
    // Of many within one pixel the highest is seen: so many others are not worth drawing.
    if (at !== pixel.at) pixel = { at, highest: 0 }
    else if (right <= at + 1 && HEIGHT[span.state] <= pixel.highest) continue
    pixel.highest = Math.max(pixel.highest, HEIGHT[span.state])
    drawState(ctx, span.state, { left, width: Math.max(1, right - left) }, sheet)
  }
  for (const gap of gaps) {
    const [left, right] = [x(gap.from), x(gap.to)]
    const wide = Math.max(LEAST_GAP * ratio, right - left)
    const place = { left: (left + right - wide) / 2, top: 0, width: wide, height }
    if (right > 0 && left < width) hatchGap(ctx, place, colours, ratio)
  }
  if (chosen) frame(ctx, x(chosen.from), x(chosen.to), sheet)
}

/** One band; also the swatches of the legend. */
export function drawState(
  ctx: CanvasRenderingContext2D,
  state: SpanState,
  { left, width }: { left: number; width: number },
  { height, ratio, colours }: Sheet,
): void {
  const high = Math.round(HEIGHT[state] * height)
  const top = height - high
  ctx.fillStyle = colours[COLOUR[state]]
  if (state !== 'otherCall') ctx.fillRect(left, top, width, high)
  else if (width <= 4 * ratio) ctx.fillRect(left, top, width, 2 * ratio)
  else {
    // Hollow: this call is not one of those that are looked at.
    ctx.fillRect(left, top, width, 1.5 * ratio)
    ctx.fillRect(left, height - 1.5 * ratio, width, 1.5 * ratio)
    ctx.fillRect(left, top, 1.5 * ratio, high)
    ctx.fillRect(left + width - 1.5 * ratio, top, 1.5 * ratio, high)
  }
  if (state !== 'onHold') return
  ctx.fillStyle = colours.tile
  for (let stripe = left + 2 * ratio; stripe < left + width - ratio; stripe += 4 * ratio) {
    ctx.fillRect(stripe, top + 3 * ratio, 2 * ratio, high - 6 * ratio)
  }
}

function frame(ctx: CanvasRenderingContext2D, left: number, right: number, { height, ratio, colours }: Sheet): void {
  ctx.strokeStyle = colours.ink
  ctx.lineWidth = 2 * ratio
  ctx.strokeRect(left, ratio, Math.max(2 * ratio, right - left), height - 2 * ratio)
}
