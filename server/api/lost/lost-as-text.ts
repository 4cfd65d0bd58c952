import type { LostCallerView } from '@/lib/protocol/lost'
import type { ExportFormat } from '@/server/api/history/export'
import { csvLine, UTF8_MARK } from '@/server/csv'

const CELLS: Readonly<Record<string, (caller: LostCallerView) => string | number | boolean | null>> = {
  ...{ id: ({ id }) => id, at: ({ at }) => time(at), lastAt: ({ lastAt }) => time(lastAt) },
  ...{ number: ({ number }) => number, name: ({ name }) => name, queues: ({ queues }) => queues.join(', ') },
  ...{ ending: ({ ending }) => ending, waitMs: ({ waitMs }) => waitMs, times: ({ times }) => times },
  ...{ isShort: ({ isShort }) => isShort, tries: ({ tries }) => tries.length },
  ...{ claimedBy: ({ claim }) => claim?.by ?? null, claimedAt: ({ claim }) => time(claim?.at) },
  ...{ closed: ({ closed }) => closed?.how ?? null, closedBy: ({ closed }) => closed?.by ?? null },
  ...{ closedAt: ({ closed }) => time(closed?.at), note: ({ closed, note }) => closed?.note ?? note?.text ?? null },
}

/** Lost callers as CSV, or as JSON one on each line. */
export async function* lostAsText(format: ExportFormat, callers: Iterable<LostCallerView>): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(Object.keys(CELLS))
  for (const caller of callers) {
    const cells = Object.values(CELLS).map((cell) => String(cell(caller) ?? ''))
    yield format === 'csv' ? csvLine(cells) : `${JSON.stringify(caller)}\n`
  }
}

function time(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString()
}
