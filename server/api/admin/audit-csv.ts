import type { AuditLineView } from '@/lib/protocol/admin/audit'

const COLUMNS = [
  'seq',
  'time',
  'actor',
  'action',
  'target',
  'result',
  'detail',
  'address',
  'via',
  'ref',
  'hash',
] as const

export const CSV_HEAD = `${COLUMNS.join(',')}\r\n`

/** One line by RFC 4180; times in UTC. */
export function csvLine(line: AuditLineView): string {
  const cells: Record<(typeof COLUMNS)[number], string> = {
    seq: String(line.seq),
    time: new Date(line.at).toISOString(),
    actor: line.actor ?? '',
    action: line.action,
    target: line.target ?? '',
    result: line.result,
    detail: JSON.stringify(line.detail),
    address: line.address,
    via: line.via,
    ref: line.ref ?? '',
    hash: line.hash,
  }
  return `${COLUMNS.map((name) => cell(cells[name])).join(',')}\r\n`
}

/** Spreadsheets take a cell that begins so for a formula, which a caller's name must never become (CWE-1236). */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
