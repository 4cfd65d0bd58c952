import type { Distribution } from '@/lib/protocol/distributions'
import type { ExportFormat } from './export'
import { rowsAsText } from './rows-as-text'

const FIGURES = ['kind', 'count', 'medianMs', 'p90Ms', 'meanMs', 'longestMs'] as const

/** A distribution as a file: for each kind of call its figures, and how many fell into each bin, named after the ms where it begins. */
export function distributionAsText(
  format: ExportFormat,
  { bins, series }: Pick<Distribution, 'bins' | 'series'>,
): AsyncGenerator<string> {
  const names = bins.map(({ from }) => `from${from}`)
  const rows = series.map((one) => ({
    ...Object.fromEntries(FIGURES.map((figure) => [figure, one[figure]])),
    ...Object.fromEntries(names.map((name, index) => [name, one.counts[index] ?? 0])),
  }))
  return rowsAsText(format, [...FIGURES, ...names], rows)
}
