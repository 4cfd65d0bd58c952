import type { NumberRights } from '@/lib/domain/rights'
import type { Audit, AuditSearch } from '@/server/audit/types'
import { CSV_HEAD, csvLine } from './audit-csv'
import { auditView } from './audit-view'

const PAGE = 500

export const EXPORT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const

/** The lines that a search finds, read page by page as the browser takes them: the log may be larger than memory. */
export function auditExport(
  audit: Pick<Audit, 'search'>,
  search: Omit<AuditSearch, 'limit'>,
  format: keyof typeof EXPORT_TYPES,
  numbers: NumberRights,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const parts = format === 'csv' ? csvParts(audit, search, numbers) : jsonParts(audit, search, numbers)
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}

async function* csvParts(audit: Pick<Audit, 'search'>, search: Omit<AuditSearch, 'limit'>, numbers: NumberRights) {
  yield CSV_HEAD
  for await (const page of pages(audit, search)) yield page.map((line) => csvLine(auditView(line, numbers))).join('')
}

async function* jsonParts(audit: Pick<Audit, 'search'>, search: Omit<AuditSearch, 'limit'>, numbers: NumberRights) {
  let before = '[\n'
  for await (const page of pages(audit, search)) {
    for (const line of page) {
      yield before + JSON.stringify(auditView(line, numbers))
      before = ',\n'
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

async function* pages(audit: Pick<Audit, 'search'>, search: Omit<AuditSearch, 'limit'>) {
  let before: number | null = null
  for (;;) {
    const page = await audit.search({ ...search, ...(before !== null && { before }), limit: PAGE })
    if (page.length > 0) yield page
    before = page.at(-1)?.seq ?? null
    if (page.length < PAGE || before === null) return
  }
}
