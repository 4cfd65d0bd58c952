/** From one moment to another, ms since 1970. */
export type Stretch = { from: number; to: number }

/** When nothing was seen of a PBX. `filled`: of which parts Asterisk's log told afterwards, in their order. */
export type Gap = Stretch & { filled: readonly Stretch[] }

/** A gap that begins here is the time before anything was recorded of a PBX. */
export const BEGINNING = 0

/** What is left of a gap that nobody saw, and of which no log told. */
export function unseenParts({ from, to, filled }: Gap): Stretch[] {
  const parts: Stretch[] = []
  let at = from
  for (const one of filled) {
    if (one.from > at) parts.push({ from: at, to: Math.min(one.from, to) })
    at = Math.max(at, one.to)
  }
  if (at < to) parts.push({ from: at, to })
  return parts
}

/** Stretches as few as there can be, in their order: those that touch or overlap are one. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const one of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to)
    else all.push({ ...one })
  }
  return all
}
