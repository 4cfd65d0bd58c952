import type { NumberRights } from '@/lib/domain/rights'
import { streamed } from '@/server/api/streamed'
import { csvOf, jsonOf, linesOf } from '@/server/audit/export'
import type { Audit, AuditLine, AuditSearch } from '@/server/audit/types'
import { visibleLine } from './audit-view'

export const EXPORT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/x-ndjson' } as const
export const EXPORT_NAMES = { csv: 'audit.csv', json: 'audit.jsonl' } as const

/** The lines that a search finds, as the browser takes them: the log may be larger than memory. */
export function auditExport(
  audit: Pick<Audit, 'search'>,
  search: Omit<AuditSearch, 'limit'>,
  format: keyof typeof EXPORT_TYPES,
  numbers: NumberRights,
): ReadableStream<Uint8Array> {
  const lines = visibleLines(linesOf(audit, search), numbers)
  const texts = format === 'csv' ? csvOf(lines) : jsonOf(lines)
  return streamed(texts)
}

async function* visibleLines(lines: AsyncIterable<AuditLine>, numbers: NumberRights): AsyncGenerator<AuditLine> {
  for await (const line of lines) yield visibleLine(line, numbers)
}
