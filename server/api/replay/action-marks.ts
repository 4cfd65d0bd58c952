import { type AccountRights, may } from '@/lib/domain/rights'
import { COMMAND_TYPES } from '@/lib/protocol/commands'
import type { ReplayMark } from '@/lib/protocol/replay'
import { visibleLine } from '@/server/api/admin/audit-view'
import type { Audit, AuditLine } from '@/server/audit/types'
import type { Gap } from '@/server/history/visits/gaps'

/** More marks than this nobody jumps through; the newest are told. */
const MOST_MARKS = 2_000
const LINES_AT_ONCE = 2_000
const COMMANDS: ReadonlySet<string> = new Set(COMMAND_TYPES)

type Asker = { accountId: string | null; rights: Pick<AccountRights, 'permissions' | 'numbers'> }

/** Whose actions are told: everybody's to who may read the audit log, to others their own. */
export function actionsSeenBy({ rights }: Pick<Asker, 'rights'>): 'all' | 'own' {
  return may(rights, 'audit.read') ? 'all' : 'own'
}

/** What people did to the PBX within a span, and what became of it. */
export async function actionMarks(
  audit: Pick<Audit, 'search'>,
  { from, to }: Gap,
  asker: Asker,
): Promise<ReplayMark[]> {
  const marks: ReplayMark[] = []
  let lines: AuditLine[] = []
  do {
    const last = lines.at(-1)
    lines = await audit.search({ from, to, limit: LINES_AT_ONCE, ...(last && { before: last.seq }) })
    marks.push(...lines.filter((line) => isTold(line, asker)).map((line) => markOf(line, asker)))
  } while (lines.length === LINES_AT_ONCE && marks.length < MOST_MARKS)
  return marks.slice(0, MOST_MARKS).reverse()
}

/** A command with what became of it, by whom one may know of. */
function isTold({ action, result, actorId }: AuditLine, asker: Asker): boolean {
  if (!COMMANDS.has(action) || result === 'asked') return false
  return actionsSeenBy(asker) === 'all' || (asker.accountId !== null && actorId === asker.accountId)
}

function markOf(line: AuditLine, { rights }: Asker): ReplayMark {
  const { at, action, actor, target, result } = visibleLine(line, rights.numbers)
  return { kind: 'action', at, action, actor, target, result }
}
