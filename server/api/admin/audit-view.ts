import { maskNumber } from '@/lib/domain/mask'
import type { NumberRights } from '@/lib/domain/rights'
import type { AuditLineView } from '@/lib/protocol/admin/audit'
import type { AuditLine } from '@/server/audit/types'

/** A run of digits that may be somebody's number, with what people write between them. */
const LONG_NUMBER = /\+?\d(?:[\s().-]*\d){4,}/g

/** A line as this reader may see it: who may not see everybody's numbers finds them masked here, too. */
export function visibleLine(line: AuditLine, numbers: NumberRights): AuditLine {
  if (numbers === 'all') return line
  const detail = Object.entries(line.detail).map(([name, value]) => [
    name,
    typeof value === 'string' ? masked(value) : value,
  ])
  return { ...line, target: line.target && masked(line.target), detail: Object.fromEntries(detail) }
}

export function auditView(line: AuditLine, numbers: NumberRights): AuditLineView {
  const { origin, actorId: _, detail, ...rest } = visibleLine(line, numbers)
  return { ...rest, detail: { ...detail }, address: origin.address, via: origin.via }
}

function masked(text: string): string {
  return text.replace(LONG_NUMBER, maskNumber)
}
