import type { TimeSpanView } from '@/lib/protocol/agent-times'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

/** Spans as CSV, or as JSON one on each line. `queues`: of which they were put together; `null`: over all. */
export async function* timesAsText(
  format: ExportFormat,
  spans: readonly TimeSpanView[],
  queues: readonly string[] | null,
): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(Object.keys(CELLS))
  for (const span of spans) {
    if (format === 'json') yield `${JSON.stringify({ ...span, queues })}\n`
    else yield csvLine(Object.values(CELLS).map((cell) => cell(span, queues)))
  }
}

const CELLS: Readonly<Record<string, (span: TimeSpanView, queues: readonly string[] | null) => string>> = {
  ...{ pbx: ({ pbx }) => pbx, interface: (span) => span.interface, name: ({ name }) => name },
  ...{
    queues: (_, queues) => queues?.join(', ') ?? '',
    state: ({ state }) => state,
    reason: ({ reason }) => reason ?? '',
  },
  ...{ from: ({ from }) => new Date(from).toISOString(), to: ({ to }) => new Date(to).toISOString() },
  ...{ ms: ({ ms }) => String(ms), seconds: ({ ms }) => String(ms / 1000), part: ({ part }) => part },
  ...{ begins: ({ begins }) => begins, ends: ({ ends }) => ends },
}
