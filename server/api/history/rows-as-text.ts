import { csvLine, UTF8_MARK } from '@/server/csv'
import type { ExportFormat } from './export'

export type Row = Readonly<Record<string, string | number | null>>

/** Rows as a file, one a line. */
export async function* rowsAsText(
  format: ExportFormat,
  columns: readonly string[],
  rows: readonly Row[],
): AsyncGenerator<string> {
  if (format === 'csv') yield UTF8_MARK + csvLine(columns)
  for (const row of rows)
    yield format === 'json' ? `${JSON.stringify(row)}\n` : csvLine(columns.map((key) => String(row[key] ?? '')))
}
