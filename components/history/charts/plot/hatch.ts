/** Distance and width of the lines, CSS px. */
const EVERY = 6
const WIDTH = 2
/** A gap of a second must not vanish among the bars. */
export const LEAST_GAP = 5

/** Fills a rectangle with slanted lines: nobody saw what happened then. All in canvas px. */
export function hatch(
  ctx: CanvasRenderingContext2D,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
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
