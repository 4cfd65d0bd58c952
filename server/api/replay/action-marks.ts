import { type AccountRights, may } from '@/lib/domain/rights'
import { COMMAND_TYPES } from '@/lib/protocol/commands'
import type { ReplayMark } from '@/lib/protocol/replay'
import { visibleLine } from '@/server/api/admin/audit-view'
import type { Audit } from '@/server/audit/types'
import type { Gap } from '@/server/history/visits/gaps'

/** More lines than this nobody jumps through; the newest are told. */
const MOST_LINES = 2_000
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
  const seesAll = actionsSeenBy(asker) === 'all'
  const lines = await audit.search({ from, to, limit: MOST_LINES })
  return lines
    .filter(({ action, result }) => COMMANDS.has(action) && result !== 'asked')
    .filter(({ actorId }) => seesAll || (asker.accountId !== null && actorId === asker.accountId))
    .map((line): ReplayMark => {
      const { at, action, actor, target, result } = visibleLine(line, asker.rights.numbers)
      return { kind: 'action', at, action, actor, target, result }
    })
    .reverse()
}
