import { PANELS, type Panel } from './desk-view'

/** Where the keyboard is: a row of a panel, by its key. */
export type Place = { panel: Panel; key: string }
/** The rows of each panel that can be walked to, in their order. */
export type Rows = Readonly<Record<Panel, readonly string[]>>

const PAGE = 10

/** Where a key leads; `null`: it is none of these keys, or there is nowhere to go. */
export function walk(rows: Rows, place: Place | null, key: string): Place | null {
  switch (key) {
    case 'ArrowDown':
      return place ? (step(rows, place, 1) ?? firstOf(rows, panelsAfter(place.panel))) : firstOf(rows, PANELS)
    case 'ArrowUp':
      return place ? (step(rows, place, -1) ?? lastOf(rows, panelsBefore(place.panel))) : firstOf(rows, PANELS)
    case 'ArrowRight':
      return place && firstOf(rows, panelsAfter(place.panel))
    case 'ArrowLeft':
      return place && firstOf(rows, panelsBefore(place.panel))
    case 'Home':
      return place && firstOf(rows, [place.panel])
    case 'End':
      return place && lastOf(rows, [place.panel])
    case 'PageDown':
      return place && (step(rows, place, PAGE) ?? lastOf(rows, [place.panel]))
    case 'PageUp':
      return place && (step(rows, place, -PAGE) ?? firstOf(rows, [place.panel]))
    default:
      return null
  }
}

/** The place after the lists have changed: the same row, else the one that has come to stand where it stood. */
export function settle(rows: Rows, place: Place | null, before: Rows): Place | null {
  if (place === null || rows[place.panel].includes(place.key)) return place
  const keys = rows[place.panel]
  const index = Math.min(before[place.panel].indexOf(place.key), keys.length - 1)
  const key = keys[Math.max(0, index)]
  return key === undefined ? firstOf(rows, PANELS) : { panel: place.panel, key }
}

function step(rows: Rows, { panel, key }: Place, by: number): Place | null {
  const index = rows[panel].indexOf(key)
  const next = index === -1 ? undefined : rows[panel][index + by]
  return next === undefined ? null : { panel, key: next }
}

function firstOf(rows: Rows, panels: readonly Panel[]): Place | null {
  return pick(rows, panels, 0)
}

function lastOf(rows: Rows, panels: readonly Panel[]): Place | null {
  return pick(rows, panels, -1)
}

function pick(rows: Rows, panels: readonly Panel[], at: number): Place | null {
  for (const panel of panels) {
    const key = rows[panel].at(at)
    if (key !== undefined) return { panel, key }
  }
  return null
}

function panelsAfter(panel: Panel): readonly Panel[] {
  return PANELS.slice(PANELS.indexOf(panel) + 1)
}

/** The nearest first. */
function panelsBefore(panel: Panel): readonly Panel[] {
  return PANELS.slice(0, PANELS.indexOf(panel)).toReversed()
}
