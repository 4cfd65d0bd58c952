import type { RecentCall } from '@/lib/protocol/history'
import type { ExportFormat } from '@/server/api/history/export'
import { rowsAsText } from '@/server/api/history/rows-as-text'
import { momentText } from '@/server/api/history/time-text'

const COLUMNS = ['at', 'direction', 'number', 'name', 'queue', 'waitSeconds', 'talkSeconds', 'outcome']

/** Calls at one's own phones, one a line; times in UTC. */
export function callsAsText(format: ExportFormat, calls: readonly RecentCall[]): AsyncGenerator<string> {
  const rows = calls.map(({ at, waitMs, talkMs, direction, number, name, queue, outcome }) => ({
    ...{ at: momentText(at), direction, number, name, queue },
    ...{ waitSeconds: seconds(waitMs), talkSeconds: seconds(talkMs), outcome },
  }))
  return rowsAsText(format, COLUMNS, rows)
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : ms / 1000
}
