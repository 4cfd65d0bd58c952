import type { Colours } from './colours'

/** Distance and width of the lines, CSS px. */
const EVERY = 6
const WIDTH = 2
/** From this width on, CSS px, a band is seen by its edges, and strong lines all over it would outshine what was counted. */
const WIDE = 40
/** A gap of a second must not vanish among the bars. */
export const LEAST_GAP = 5

type Place = { left: number; top: number; width: number; height: number }

/** A band over what nobody saw: strong lines where it is narrow, faint ones between strong edges where it is wide. */
export function hatchGap(ctx: CanvasRenderingContext2D, place: Place, colours: Colours, ratio: number): void {
  const isWide = place.width >= WIDE * ratio
  hatch(ctx, place, { ink: isWide ? colours.lineStrong : colours.ink2, paper: colours.tile, ratio })
  if (!isWide) return
  ctx.fillStyle = colours.ink2
  for (const left of [place.left, place.left + place.width - WIDTH * ratio]) {
    ctx.fillRect(left, place.top, WIDTH * ratio, place.height)
  }
}

/** Fills a rectangle with slanted lines: nobody saw what happened then. All in canvas px. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  { left, top, width, height }: Place,
  { ink, paper, ratio }: { ink: string; paper: string; ratio: number },
): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, top, width, height)
  ctx.clip()
  ctx.fillStyle = paper
  ctx.fillRect(left, top, width, height)
  ctx.strokeStyle = ink
  ctx.lineWidth = WIDTH * ratio
  ctx.beginPath()
  const step = EVERY * ratio
  // Lines hang together from band to band, as if cut out of one sheet.
  for (let sum = Math.floor((left + top) / step) * step; sum < left + top + width + height + step; sum += step) {
    ctx.moveTo(sum - top, top)
    ctx.lineTo(sum - top - height, top + height)
  }
  ctx.stroke()
  ctx.restore()
}
