import { type AccountRights, inScope } from '@/lib/domain/rights'
import type { Visit } from '@/lib/domain/visit'
import type { VisitView } from '@/lib/protocol/visits'
import { nextVisits } from '@/server/history/reports/next-visits'
import type { HistoryDeps } from './deps'
import { visitView } from './view'

/** Visits as whoever asks may see them, each with the next one of the same caller, should that be in a queue one sees. */
export async function visitViews(
  visits: readonly Visit[],
  rights: Pick<AccountRights, 'numbers' | 'queues'>,
  { database, tables }: Pick<HistoryDeps, 'database' | 'tables'>,
): Promise<VisitView[]> {
  const followers = await nextVisits(
    database,
    visits.map(({ id }) => id),
  )
  return visits.map((visit) => {
    const next = followers.get(visit.id)
    return visitView(visit, next && inScope(rights.queues, next.queue) ? next.id : null, rights, tables)
  })
}
