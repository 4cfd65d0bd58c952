import type { ReplayGap } from '@/lib/protocol/replay'
import type { Gap } from '../visits/gaps'
import type { Hole } from './coverage'

/** All that cannot be seen within a span: where nothing is kept, and where the PBX was not seen, though something is. */
export function gapsOfReplay(span: Gap, holes: readonly Hole[], unseen: readonly Gap[]): ReplayGap[] {
  const clip = ({ from, to }: Gap): Gap => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) })
  const kept = holes.map((hole): ReplayGap => ({ ...clip(hole), why: hole.why }))
  const besides = merged(unseen.map(clip)).flatMap((gap) => without(gap, holes))
  return [...kept, ...besides.map((gap): ReplayGap => ({ ...gap, why: 'notConnected' }))]
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from)
}

function merged(gaps: readonly Gap[]): Gap[] {
  const all: Gap[] = []
  for (const gap of gaps.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1)
    if (last && gap.from <= last.to) last.to = Math.max(last.to, gap.to)
    else all.push({ ...gap })
  }
  return all
}

function without(gap: Gap, holes: readonly Gap[]): Gap[] {
  let rest = [gap]
  for (const hole of holes) {
    rest = rest.flatMap(({ from, to }) => {
      if (hole.to <= from || hole.from >= to) return [{ from, to }]
      return [
        { from, to: hole.from },
        { from: hole.to, to },
      ].filter((part) => part.from < part.to)
    })
  }
  return rest
}
