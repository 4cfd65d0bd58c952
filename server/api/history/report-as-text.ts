import { UNANSWERED } from '@/lib/kpi/endings'
import { FIGURES, type Figure, fractionOf } from '@/lib/kpi/figures'
import { shareOf } from '@/lib/kpi/service-level'
import type { Report } from '@/lib/protocol/visits'
import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

type Row = Report['rows'][number]

/** Endings whose names are those of other columns: the row's key, and all who were lost, be it known how or not. */
const RENAMED: Readonly<Record<string, string>> = { key: 'pressedKey', lost: 'lostSomehow' }
const ENDINGS = UNANSWERED.map((ending) => RENAMED[ending] ?? ending)

/** Only the service level is reckoned by one, and that of a row is known. */
const NO_FORMULA = { formula: 'SL4' } as const

/** The rows of a report as CSV with every figure, or as JSON with the sums, one on each line. */
export async function* reportAsText(format: ExportFormat, report: Report): AsyncGenerator<string> {
  if (format === 'csv')
    yield UTF8_MARK + csvLine(['key', 'label', 'from', 'to', ...FIGURES, ...ENDINGS, 'turnedAway', 'unseenMs'])
  for (const row of report.rows) {
    yield format === 'csv' ? csvLine(cellsOf(row)) : `${JSON.stringify(row)}\n`
  }
}

function cellsOf({ key, label, from, to, tally, level, endings, turnedAway, unseenMs }: Row): string[] {
  const fraction = (figure: Figure) => (figure === 'serviceLevel' ? level : fractionOf(figure, tally, NO_FORMULA))
  const figures = FIGURES.map((figure) => text(shareOf(fraction(figure))))
  return [
    key,
    label,
    time(from),
    time(to),
    ...figures,
    ...UNANSWERED.map((ending) => String(endings[ending])),
    String(turnedAway),
    String(unseenMs),
  ]
}

function text(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 10_000) / 10_000)
}

function time(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}
