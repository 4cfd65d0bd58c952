import type { EventFigures, FilterAdvice } from '@/lib/protocol/admin/pbx-status'

/** What is less of all bytes than this is not worth a line. */
const WORTH = 0.002
/** First version with filters by name (main/manager_events.c); older ones take a regular expression over the whole event. */
const BY_NAME_SINCE = 22

/**
 * Lines of `manager.conf` for our account that leave out events which nothing here uses. Only ever excluding ones: a single
 * including filter silences everything else.
 */
export function filterAdvice(
  { types, bytesPerSecond, listed }: EventFigures,
  asteriskVersion: string | null,
): FilterAdvice | null {
  const unused = types.filter(({ used, bytesPerSecond: own }) => !used && own >= WORTH * bytesPerSecond)
  if (unused.length === 0) return null
  const names = unused.map(({ name }) => name).filter((name) => /^[\w-]+$/.test(name))
  const spared = unused.reduce((sum, rate) => sum + rate.bytesPerSecond, 0)
  const isNew = Number.parseInt(asteriskVersion ?? '', 10) >= BY_NAME_SINCE
  return {
    lines: isNew ? linesByName(names) : [lineByText(names)],
    spares: spared / (bytesPerSecond + listed.bytesPerSecond),
  }
}

function linesByName(names: readonly string[]): string[] {
  return names.map((name) => `eventfilter(action(exclude),name(${name})) =`)
}

/** One expression is compared with each event once, many would be many times. */
function lineByText(names: readonly string[]): string {
  return `eventfilter = !^Event: (${names.join('|')})[^A-Za-z]`
}
