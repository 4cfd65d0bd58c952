import type { Database } from '@/server/db/types'
import { AgentFigureKeeper } from '@/server/history/agents/agent-figure-keeper'
import { AgentRecorder } from '@/server/history/agents/agent-recorder'
import { FigureKeeper } from '@/server/history/figures/figure-keeper'
import { ReplayRecorder } from '@/server/history/replay/replay-recorder'
import { VisitRecorder } from '@/server/history/visits/visit-recorder'
import { VisitWriter } from '@/server/history/visits/visit-writer'
import type { WritableLiveStore } from '@/server/store/live-store'
import type { PbxSession } from '@/server/store/pbx-session'
import type { FixedClock } from '@/server/testing/fixed-clock'
import { reportDeps } from './stored-visits'

type Parts = { session: PbxSession; store: WritableLiveStore; clock: FixedClock }

const SILENT = { info: () => {}, warn: () => {} }

/** Everything that keeps something of the picture: visits and figures, agents and theirs, and what walls showed. Returns its end. */
export async function remember(database: Database, { session, store, clock }: Parts): Promise<() => Promise<void>> {
  const shared = { session, store, database, clock, log: SILENT }
  const writer = new VisitWriter(shared)
  const { rulesOf, calendar } = reportDeps(database)
  const { dayStart } = calendar
  const written = () => writer.write()
  const figures = new FigureKeeper({ ...shared, rulesOf, dayStart, written })
  const agentFigures = new AgentFigureKeeper({ ...shared, pbx: session.pbx, dayStart, written })
  const agents = new AgentRecorder({
    ...shared,
    watchedUntil: async () => null,
    told: (span) => {
      agentFigures.take(span)
      visits.takeSpan(span)
    },
  })
  const visits = new VisitRecorder({
    ...{ ...shared, writer, hearsSpans: true, askStatus: async () => null },
    told(visit) {
      figures.take(visit)
      agentFigures.takeVisit(visit)
    },
    turnedAway: (one) => figures.takeTurnedAway(one),
  })
  const replay = new ReplayRecorder(shared)
  await figures.start()
  await agents.start()
  await agentFigures.start()
  await visits.start()
  await replay.start()
  return async () => {
    figures.close()
    agentFigures.close()
    await Promise.all([visits.close(), agents.close(), replay.close()])
    await writer.close()
  }
}
