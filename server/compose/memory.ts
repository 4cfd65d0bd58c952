import { dayStart } from '@/lib/domain/day-start'
import type { HistoryState } from '@/lib/protocol/admin/history'
import type { HistoryDeps } from '@/server/api/history/deps'
import type { WritingStates } from '@/server/api/history/keeping'
import { systemClock } from '@/server/clock'
import type { PbxDoor } from '@/server/commands/types'
import type { Config } from '@/server/config'
import { AgentFigureKeeper } from '@/server/history/agents/agent-figure-keeper'
import { AgentRecorder } from '@/server/history/agents/agent-recorder'
import { FigureKeeper } from '@/server/history/figures/figure-keeper'
import { rulesOf } from '@/server/history/figures/rules'
import { History } from '@/server/history/history'
import { Keeper } from '@/server/history/keeping/keeper'
import { SumKeeper } from '@/server/history/kept/sum-keeper'
import { Recorder } from '@/server/history/recorder'
import { Gaps } from '@/server/history/visits/gaps'
import { VisitRecorder } from '@/server/history/visits/visit-recorder'
import { VisitWriter } from '@/server/history/visits/visit-writer'
import { together } from '@/server/history/writer-state'
import type { Log } from '@/server/log'
import { openLost } from './lost'
import { openPast } from './past'
import type { People } from './people'
import type { LivePicture } from './picture'

/** Asterisk 16 has whoever is redirected out of a queue stand where they were until they have left it. */
const TELLS_PLACES = 22

/** What is remembered of calls and of visits to queues, and the figures of it. To be opened before the picture starts. */
export async function openMemory(config: Config, picture: LivePicture, people: People, log: Log) {
  const { store, session, doors } = picture
  const { database, settings, audit } = people
  const clock = systemClock
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone, dayStart: startMs } = config.board
  const channelOf = (_pbx: string, uniqueid: string) => session.channel(uniqueid)
  const writer = new VisitWriter({ database, clock, log })
  const gaps = new Gaps(database, session.pbx)
  const agents = new AgentRecorder({
    ...{ session, store, database, clock, log },
    watchedUntil: () => gaps.watchedUntil(),
    told: (span) => {
      agentFigures.take(span)
      visits.takeSpan(span)
    },
  })
  const reckoning = {
    written: async () => {
      await Promise.all([writer.write(), visits.written(), agents.write()])
    },
    rulesOf: rulesOf(store.tables, session.pbx, (queue) => config.kpiSettings(queue)),
    dayStart: (now: number) => dayStart(now, timeZone, startMs),
  }
  const written = () => Promise.all([reckoning.written(), recorder.write()])
  const lost = openLost(config.history, picture, people, { rulesOf: reckoning.rulesOf, written }, log)
  const recorder = new Recorder({ database, store, channelOf, clock, log, ear: lost.book })
  const figures = new FigureKeeper({ session, store, database, clock, log, ...reckoning })
  const { dayStart: dayStarts } = reckoning
  const agentFigures = new AgentFigureKeeper({ pbx: session.pbx, store, database, clock, log, ...reckoning })
  let blindSince: number | null = null
  const visits = new VisitRecorder({
    ...{ session, store, writer, database, clock, log, hearsSpans: true },
    // Before the simulator runs, nobody calls.
    hasPast: config.pbx !== null,
    tellsPlaces: () => Number.parseInt(doors.get(session.pbx)?.asteriskVersion ?? '', 10) >= TELLS_PLACES,
    askStatus: (uniqueid) => variableOf(doors.get(session.pbx), uniqueid, 'QUEUESTATUS'),
    askPlace: (uniqueid) => placeOf(doors.get(session.pbx), uniqueid),
    told(visit) {
      figures.take(visit)
      agentFigures.takeVisit(visit)
      lost.book.visited(visit)
    },
    turnedAway(one) {
      figures.takeTurnedAway(one)
      lost.book.turnedAway(one)
    },
    sees: (since, gap) => {
      blindSince = since
      figures.sees(since, gap)
    },
  })
  await figures.start()
  // Before it is noted down that the PBX is watched again.
  await agents.start()
  await agentFigures.start()
  await visits.start()
  lost.book.start()
  const blind = () => (blindSince === null ? null : { pbx: session.pbx, since: blindSince })
  const { keep: keepDays } = config.history
  // Callers' numbers stand in it, too.
  const replayDays = Math.min(config.history.replayDays, keepDays)
  const past = await openPast({ pbx: session.pbx, replayDays, store, database, audit, clock, log, timeZone, blind })
  const keptVisits = () => together(writer.state, visits.state)
  const keeper = new Keeper({ database, clock, log, keepDays, replayDays })
  const { rulesOf: rules } = reckoning
  const calendar = { timeZone, dayStart: dayStarts }
  const sums = new SumKeeper({ database, tables: store.tables, rulesOf: rules, calendar, clock, log })
  return {
    history: new History(database),
    lost,
    keeping: (): HistoryState => ({ keepDays, ...keptVisits() }),
    writing: (): WritingStates => ({
      ...{ visits: keptVisits(), agentTimes: agents.state, calls: recorder.state, replay: past.state() },
    }),
    visits: {
      ...{ database, tables: store.tables, clock, timeZone, ...reckoning },
      queueGroups: () => settings.current.queueGroups,
      blind,
      checks: () => [session.check()],
    } satisfies HistoryDeps,
    past,
    async close() {
      keeper.close()
      await sums.close()
      figures.close()
      agentFigures.close()
      await Promise.all([recorder.close(), visits.close(), agents.close(), past.close(), lost.book.close()])
      await writer.close()
    },
  }
}

/** A variable of a channel; Getvar needs write class `call` or `reporting`. */
async function variableOf(door: PbxDoor | undefined, uniqueid: string, Variable: string): Promise<string | null> {
  const Channel = door?.channelName(uniqueid)
  if (!door || !Channel) return null
  const answer = await door.send({ action: 'Getvar', headers: { Channel, Variable } }).catch(() => null)
  return answer?.get('Value') ?? null
}

async function placeOf(door: PbxDoor | undefined, uniqueid: string): Promise<string | null> {
  const parts = await Promise.all(['CONTEXT', 'EXTEN', 'PRIORITY'].map((name) => variableOf(door, uniqueid, name)))
  return parts.includes(null) ? null : parts.join('|')
}

export type Memory = Awaited<ReturnType<typeof openMemory>>
