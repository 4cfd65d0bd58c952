import type { NumberRights } from '@/lib/domain/rights'
import type { AuditLineView } from '@/lib/protocol/admin/audit'
import type { AuditLine } from '@/server/audit/types'
import { maskNumber } from '@/server/socket/mask'

/** A run of digits that may be somebody's number, with what people write between them. */
const LONG_NUMBER = /\+?\d(?:[\s().-]*\d){4,}/g

/** A line as this reader may see it: who may not see everybody's numbers finds them masked here, too. */
export function auditView({ origin, actorId: _, ...line }: AuditLine, numbers: NumberRights): AuditLineView {
  const view = { ...line, address: origin.address, via: origin.via, detail: { ...line.detail } }
  if (numbers === 'all') return view
  const detail = Object.fromEntries(
    Object.entries(view.detail).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value]),
  )
  return { ...view, target: view.target && masked(view.target), detail }
}

function masked(text: string): string {
  return text.replace(LONG_NUMBER, maskNumber)
}
