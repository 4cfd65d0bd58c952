import type { AccountRights } from '@/lib/domain/rights'
import type { Visit } from '@/lib/domain/visit'
import type { VisitView } from '@/lib/protocol/visits'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { HistoryDeps } from './deps'
import type { ExportFormat } from './export'
import { visitViews } from './visit-views'

/** So many are in memory at once. */
const AT_ONCE = 500

const CELLS: Readonly<Record<string, (visit: VisitView) => string | number | boolean | null>> = {
  ...{ id: ({ id }) => id, pbx: ({ pbx }) => pbx, queue: ({ queue }) => queue, queueLabel: (one) => one.queueLabel },
  ...{ number: ({ number }) => number, name: ({ name }) => name, enteredAt: ({ enteredAt }) => time(enteredAt) },
  ...{ position: ({ position }) => position, priority: ({ priority }) => priority, rings: ({ rings }) => rings.length },
  ...{ leftAt: ({ leftAt }) => time(leftAt), ending: ({ ending }) => ending, agent: ({ agent }) => agent },
  ...{ agentName: ({ agentName }) => agentName, answeredAt: ({ answeredAt }) => time(answeredAt) },
  ...{ talkEndedAt: ({ talkEndedAt }) => time(talkEndedAt), endedBy: ({ endedBy }) => endedBy },
  ...{ transferredTo: (one) => one.transferredTo, isPartlyUnseen: (one) => one.isPartlyUnseen },
  ...{ waitMs: ({ waitMs }) => waitMs, talkMs: ({ talkMs }) => talkMs, heldMs: ({ heldMs }) => heldMs },
  ...{ wrapUpMs: ({ wrapUpMs }) => wrapUpMs },
  ...{ previous: ({ previous }) => previous, next: ({ next }) => next },
}

/** Visits as CSV, or as JSON one on each line, piece by piece. */
export async function* visitsAsText(
  format: ExportFormat,
  visits: AsyncIterable<Visit>,
  rights: Pick<AccountRights, 'numbers' | 'queues'>,
  deps: Pick<HistoryDeps, 'database' | 'tables'>,
): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(Object.keys(CELLS))
  for await (const some of inPieces(visits)) {
    for (const view of await visitViews(some, rights, deps)) {
      yield format === 'csv' ? csvLine(cellsOf(view)) : `${JSON.stringify(view)}\n`
    }
  }
}

async function* inPieces(visits: AsyncIterable<Visit>): AsyncGenerator<Visit[]> {
  let piece: Visit[] = []
  for await (const visit of visits) {
    piece.push(visit)
    if (piece.length < AT_ONCE) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

function cellsOf(visit: VisitView): string[] {
  return Object.values(CELLS).map((cell) => String(cell(visit) ?? ''))
}

function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
