import type { Api } from '@/server/api/app'
import { addAgentRoutes } from './agents'
import type { HistoryDeps } from './deps'
import { addDistributions } from './distributions'
import { addExplain } from './explain'
import { addExplainAgents } from './explain-agents'
import { addExplainHouse } from './explain-house'
import { addExplainLive } from './explain-live'
import { addKeeping, type WritingStates } from './keeping'
import { onlyKnownQueues } from './known-queues'
import { addMissedRings } from './missed-rings'
import { addReports } from './reports'
import { addTurnedAway } from './turned-away'
import { addVisits } from './visits'

/** Besides: how writing it down stands. */
export type HistoryRoutesDeps = HistoryDeps & { writing(): WritingStates }

const OF_QUEUES = [
  'visits',
  'visits/count',
  'explain',
  'explain/*',
  'reports',
  'distributions',
  'turnedAway',
  'missedRings',
  'agents/*',
].map((path) => `/api/v1/${path}`)

/** `/api/v1/visits`, `/explain`, `/reports` and their kin: figures of the past, and what stands behind them. */
export function addHistoryRoutes(api: Api, deps: HistoryRoutesDeps): void {
  for (const path of OF_QUEUES) api.use(path, onlyKnownQueues(deps))
  addVisits(api, deps)
  addExplain(api, deps)
  addExplainLive(api, deps)
  addExplainHouse(api, deps)
  addExplainAgents(api, deps)
  addReports(api, deps)
  addDistributions(api, deps)
  addTurnedAway(api, deps)
  addAgentRoutes(api, deps)
  addMissedRings(api, deps)
  addKeeping(api, deps.writing)
}
