import { setImmediate as turn } from 'node:timers/promises'
import { BEGINNING, type Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { upsertSpans } from '@/server/history/agents/span-rows'
import { insertRecent } from '@/server/history/recent-rows'
import { keepGapCalls } from '@/server/history/visits/gap-calls'
import { Gaps } from '@/server/history/visits/gaps'
import { keepTurnedAway } from '@/server/history/visits/turned-away'
import { upsertVisits } from '@/server/history/visits/visit-writer'
import type { Log } from '@/server/log'
import type { PastDay, PastHouse, PastStory } from '@/server/simulator/past/records'
import { tellDay } from '@/server/simulator/past/tell-day'
import { pastDays } from './past-days'
import { growthsOf, isSeen, seenAround, spansAround } from './past-gap'
import { callBackOfPast, callsOfVisit, spansOfPast, turnedAwayOfPast, visitOfPast } from './past-rows'

const YESTERDAY = 1
/** On that day, in ms after midnight: the link was lost for some minutes. */
const GAP = { from: (14 * 60 + 11) * 60_000, to: (14 * 60 + 20) * 60_000 }

/** Of a demo that begins: who works there, and since when it has been busy. */
export type DemoHouse = PastHouse & {
  seed: number
  /** ms since 1970 */
  busySince: number
  callsPerHour: number | undefined
}

type PastOptions = {
  database: Database
  pbx: PbxName
  house: DemoHouse
  /** Today and so many days before. */
  days: number
  timeZone: string
  clock: Clock
  log: Pick<Log, 'warn' | 'info'>
}

/**
 * Writes what a demo's past is, as if it had been seen. What the figures of today need is there when this resolves; the rest
 * follows, day by day into the past, and where somebody leaves meanwhile it goes on the next time.
 */
export async function writeDemoPast(options: PastOptions): Promise<{ done: Promise<void>; close(): Promise<void> }> {
  const { clock, timeZone, days, house, log } = options
  const all = days === 0 ? [] : pastDays(clock.now(), timeZone, days, house.busySince)
  const left = await untold(options, all)
  for (const day of left) if (day.ago <= YESTERDAY) await writeDay(options, day)
  let isClosing = false
  const rest = async () => {
    for (const day of left) {
      if (day.ago <= YESTERDAY) continue
      await turn()
      if (!isClosing) await writeDay(options, day)
    }
  }
  const done = rest().catch((error: unknown) => log.warn({ err: error }, "the demo's past could not be written"))
  return {
    done,
    close() {
      isClosing = true
      return done
    },
  }
}

/** All days where nothing was ever watched or brought in; else those before the last one that was told of. */
async function untold({ database: { db }, pbx }: PastOptions, days: readonly PastDay[]): Promise<readonly PastDay[]> {
  const gaps = await db.selectFrom('gaps').select(['pbx', 'from_at', 'to_at']).orderBy('from_at').limit(1).execute()
  const visit = await db.selectFrom('visits').select('id').limit(1).executeTakeFirst()
  const [first] = gaps
  if (first === undefined) return visit === undefined ? days : []
  if (first.pbx !== pbx || first.from_at !== BEGINNING) return []
  const last = days.findIndex(({ from }) => from === first.to_at)
  return last === -1 ? [] : days.slice(last + 1)
}

/** All of a day or nothing, and that records begin with it. */
async function writeDay({ database, pbx, house }: PastOptions, day: PastDay): Promise<void> {
  const { seed, callsPerHour } = house
  const story = tellDay(day, house, { seed, callsPerHour })
  const gap = day.ago === YESTERDAY ? { from: day.from + GAP.from, to: day.from + GAP.to } : null
  const visits = story.visits.map((visit) => visitOfPast(pbx, visit))
  // Page for page written once, and not once for each batch.
  await database.db.transaction().execute(async (db) => {
    const within = { ...database, db }
    await writeStory(within, pbx, { story, visits, gap })
    const gaps = new Gaps(within, pbx)
    await gaps.add({ from: BEGINNING, to: day.from })
    if (gap === null) return
    await gaps.add(gap)
    await keepGapCalls(within, pbx, gap, growthsOf(visits, gap), [])
  })
}

type Told = { story: PastStory; visits: readonly Visit[]; gap: Stretch | null }

async function writeStory(database: Database, pbx: PbxName, { story, visits, gap }: Told): Promise<void> {
  const away = story.turnedAway.map((one) => turnedAwayOfPast(pbx, one))
  const spans = spansOfPast(pbx, story.spans)
  const callBacks = story.callBacks.map((one) => callBackOfPast(pbx, one))
  const seen = gap === null ? visits : visits.flatMap((visit) => seenAround(visit, gap) ?? [])
  const seenAway = gap === null ? away : away.filter(({ at }) => isSeen(at, gap))
  const seenBack = gap === null ? callBacks : callBacks.filter(({ ended_at }) => isSeen(ended_at, gap))
  await upsertVisits(database, seen)
  await keepTurnedAway(database, seenAway)
  await upsertSpans(database, gap === null ? spans : spans.flatMap((span) => spansAround(span, gap)))
  await insertRecent(database, [...seen.flatMap(callsOfVisit), ...seenBack])
}
