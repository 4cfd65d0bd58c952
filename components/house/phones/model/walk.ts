import type { Section } from './sections'

/** Where the keyboard is: a phone may stand in several sections. */
export type Place = { section: string; id: string }

type Keyed = Pick<Section, 'key' | 'ids'>

/**
 * Where an arrow key leads from a place among tiles in `columns`; `null`: the key leads nowhere. Up and down keep the column
 * and go on into the next section; left and right run through rows and sections like words of a text.
 */
export function walk(sections: readonly Keyed[], place: Place | null, key: string, columns: number): Place | null {
  const first = placeAt(sections, 0, 0)
  const at = place && find(sections, place)
  switch (key) {
    case 'Home':
      return first
    case 'End':
      return placeAt(sections, sections.length - 1, Number.POSITIVE_INFINITY)
    case 'ArrowRight':
      return at ? (placeAt(sections, at.section, at.index + 1) ?? placeAt(sections, at.section + 1, 0)) : first
    case 'ArrowLeft':
      if (!at) return first
      return at.index > 0
        ? placeAt(sections, at.section, at.index - 1)
        : placeAt(sections, at.section - 1, Number.POSITIVE_INFINITY)
    case 'ArrowDown':
      return at ? below(sections, at, columns) : first
    case 'ArrowUp':
      return at ? above(sections, at, columns) : first
    default:
      return null
  }
}

/** Where the keyboard stands after the phones have changed: where it was, or with the same phone elsewhere. */
export function settle(sections: readonly Keyed[], place: Place | null): Place | null {
  if (place === null || find(sections, place)) return place
  const elsewhere = sections.find(({ ids }) => ids.includes(place.id))
  return elsewhere ? { section: elsewhere.key, id: place.id } : null
}

type At = { section: number; index: number }

function find(sections: readonly Keyed[], place: Place): At | null {
  const section = sections.findIndex(({ key }) => key === place.section)
  const index = sections[section]?.ids.indexOf(place.id) ?? -1
  return index === -1 ? null : { section, index }
}

function below(sections: readonly Keyed[], { section, index }: At, columns: number): Place | null {
  const last = (sections[section]?.ids.length ?? 0) - 1
  if (index + columns <= last) return placeAt(sections, section, index + columns)
  // The last row may be shorter than the one above it.
  if (Math.floor(index / columns) < Math.floor(last / columns)) return placeAt(sections, section, last)
  const next = sections[section + 1]
  return next ? placeAt(sections, section + 1, Math.min(index % columns, next.ids.length - 1)) : null
}

function above(sections: readonly Keyed[], { section, index }: At, columns: number): Place | null {
  if (index >= columns) return placeAt(sections, section, index - columns)
  const before = sections[section - 1]
  if (!before) return null
  const lastRow = Math.floor((before.ids.length - 1) / columns) * columns
  return placeAt(sections, section - 1, Math.min(lastRow + (index % columns), before.ids.length - 1))
}

function placeAt(sections: readonly Keyed[], section: number, index: number): Place | null {
  const found = sections[section]
  const id = found?.ids[index === Number.POSITIVE_INFINITY ? found.ids.length - 1 : index]
  return found && id !== undefined ? { section: found.key, id } : null
}
