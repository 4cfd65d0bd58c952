import type { MissedRingView } from '@/lib/protocol/missed-rings'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

/** Rings in vain as CSV, or as JSON one on each line. */
export async function* missedAsText(format: ExportFormat, rings: readonly MissedRingView[]): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(Object.keys(CELLS))
  for (const ring of rings) {
    if (format === 'json') yield `${JSON.stringify(ring)}\n`
    else yield csvLine(Object.values(CELLS).map((cell) => cell(ring)))
  }
}

const CELLS: Readonly<Record<string, (ring: MissedRingView) => string>> = {
  at: ({ at }) => new Date(at).toISOString(),
  ...{ interface: (ring) => ring.interface, agentName: ({ agentName }) => agentName },
  ...{ queue: ({ queue }) => queue, queueLabel: ({ queueLabel }) => queueLabel },
  rangMs: ({ rangMs }) => (rangMs === null ? '' : String(rangMs)),
  ...{ number: ({ number }) => number ?? '', name: ({ name }) => name ?? '' },
  ...{ ending: ({ ending }) => ending, leftAt: ({ leftAt }) => new Date(leftAt).toISOString() },
  ...{ answeredBy: ({ answeredBy }) => answeredBy ?? '', visit: ({ visit }) => visit, pbx: ({ pbx }) => pbx },
}
