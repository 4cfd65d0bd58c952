import { FIGURES, fractionOf } from '@/lib/kpi/figures'
import { shareOf } from '@/lib/kpi/service-level'
import type { Report } from '@/lib/protocol/visits'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

type Row = Report['rows'][number]

/** The rows of a report as CSV with every figure, or as JSON with the sums, one on each line. */
export async function* reportAsText(format: ExportFormat, report: Report): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(['key', 'label', 'from', 'to', ...FIGURES, 'unseenMs'])
  for (const row of report.rows) {
    yield format === 'csv' ? csvLine(cellsOf(row, report)) : `${JSON.stringify(row)}\n`
  }
}

function cellsOf(row: Row, { rules }: Report): string[] {
  const { key, label, from, to, tally, unseenMs } = row
  const own = rules.filter(({ queue }) => queue === key)
  const [formula, ...others] = new Set((own.length > 0 ? own : rules).map((one) => one.rules.formula))
  const figures = FIGURES.map((figure) => {
    // Sums of queues that reckon by different formulas have no level in common.
    if (figure === 'serviceLevel' && others.length > 0) return ''
    return text(shareOf(fractionOf(figure, tally, { formula: formula ?? 'SL4' })))
  })
  return [key, label, time(from), time(to), ...figures, String(unseenMs)]
}

function text(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 10_000) / 10_000)
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}
