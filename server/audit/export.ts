import { csvLine } from '@/server/csv'
import type { Audit, AuditLine, AuditSearch } from './types'

const BATCH = 500

/** Every line that a search finds, newest first, in pieces: the whole log never stands in memory. */
export async function* linesOf(audit: Pick<Audit, 'search'>, search: Omit<AuditSearch, 'limit'>) {
  let { before } = search
  for (;;) {
    const lines = await audit.search({ ...search, ...(before !== undefined && { before }), limit: BATCH })
    yield* lines
    if (lines.length < BATCH) return
    before = lines.at(-1)?.seq
  }
}

const COLUMNS = ['seq', 'at', 'action', 'actor', 'target', 'address', 'via', 'result', 'detail', 'ref', 'hash'] as const

/** The log as CSV (RFC 4180), piece by piece. */
export async function* csvOf(lines: AsyncIterable<AuditLine>): AsyncGenerator<string> {
  yield csvLine(COLUMNS)
  for await (const line of lines) yield csvLine(cellsOf(line))
}

/** The log as JSON, one line each. */
export async function* jsonOf(lines: AsyncIterable<AuditLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

function cellsOf({ seq, at, action, actor, target, origin, result, detail, ref, hash }: AuditLine): string[] {
  const when = new Date(at).toISOString()
  const { address, via } = origin
  const texts = [action, actor ?? '', target ?? '', address, via, result, JSON.stringify(detail), ref ?? '', hash]
  return [String(seq), when, ...texts]
}
