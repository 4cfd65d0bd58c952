/** Where something lies on the page, as `getBoundingClientRect` tells. */
type Box = { left: number; right: number; top: number; bottom: number }

/**
 * Which of `boxes` (in reading order) an arrow key leads to from the one at `index`; `null`: the key leads nowhere. Left and
 * right follow the reading order, up and down go to what lies nearest there: rows of any lengths, in any number of columns.
 */
export function neighbour(boxes: readonly Box[], index: number, key: string): number | null {
  const inside = (other: number) => (other >= 0 && other < boxes.length ? other : null)
  switch (key) {
    case 'Home':
      return inside(0)
    case 'End':
      return inside(boxes.length - 1)
    case 'ArrowRight':
      return inside(index + 1)
    case 'ArrowLeft':
      return index > 0 ? index - 1 : null
    case 'ArrowDown':
      return nearest(boxes, index, (box, at) => box.top - at.bottom)
    case 'ArrowUp':
      return nearest(boxes, index, (box, at) => at.top - box.bottom)
    default:
      return null
  }
}

/** Boxes that touch, or overlap by a rounded pixel, still lie one below the other. */
const SLACK_PX = 2

/** The nearest in one direction, `distance` being negative the other way; of those equally near the one most below (or above). */
function nearest(boxes: readonly Box[], index: number, distance: (box: Box, at: Box) => number): number | null {
  const at = boxes[index]
  if (!at) return boxes.length > 0 ? 0 : null
  const beyond = boxes
    .map((box, i) => ({ i, gap: distance(box, at), aside: Math.abs(middle(box) - middle(at)) }))
    .filter(({ i, gap }) => i !== index && gap >= -SLACK_PX)
  const gap = Math.min(...beyond.map((one) => one.gap))
  const row = beyond.filter((one) => one.gap <= gap + SLACK_PX)
  row.sort((one, other) => one.aside - other.aside)
  return row[0]?.i ?? null
}

function middle({ left, right }: Box): number {
  return (left + right) / 2
}
