import type { Api } from '@/server/api/app'
import { addAgentRoutes } from './agents'
import { addDistributions } from './distributions'
import { addExplain } from './explain'
import type { HistoryDeps } from './query'
import { addReports } from './reports'
import { addVisits } from './visits'

/** `/api/v1/visits`, `/explain`, `/reports` and their kin: figures of the past, and what stands behind them. */
export function addHistoryRoutes(api: Api, deps: HistoryDeps): void {
  addVisits(api, deps)
  addExplain(api, deps)
  addReports(api, deps)
  addDistributions(api, deps)
  addAgentRoutes(api, deps)
}
