import { setImmediate as turn } from 'node:timers/promises'
import { BEGINNING, type Stretch } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import { numberKey } from '@/server/history/number-key'
import { keepGapCalls } from '@/server/history/visits/gap-calls'
import { Gaps } from '@/server/history/visits/gaps'
import { rowOf } from '@/server/history/visits/visit-rows'
import type { Log } from '@/server/log'
import type { PastDay, PastHouse, PastStory } from '@/server/simulator/past/records'
import { tellDay } from '@/server/simulator/past/tell-day'
import { insertAll } from './insert-all'
import { pastDays } from './past-days'
import { growthsOf, seenAround, spansAround, turnedAwayAround } from './past-gap'
import { callBackOfPast, callsOfVisit, spansOfPast, turnedAwayOfPast, visitOfPast } from './past-rows'

/** On the day before today, in ms after midnight: the link was lost for some minutes. */
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

/** Writes what a demo's past is, as if it had been seen. What the figures of today need is there when this resolves; the rest follows. */
export async function writeDemoPast(options: PastOptions): Promise<{ done: Promise<void>; close(): Promise<void> }> {
  const nothing = { done: Promise.resolve(), close: async () => {} }
  if (options.days === 0 || !(await isEmpty(options.database))) return nothing
  const { clock, timeZone, days, house, log } = options
  const [today, yesterday, ...before] = pastDays(clock.now(), timeZone, days, house.busySince)
  for (const day of [today, yesterday]) if (day) await writeDay(options, day)
  const first = before.at(-1) ?? yesterday ?? today
  if (first) await new Gaps(options.database, options.pbx).add({ from: BEGINNING, to: first.from })
  let isClosing = false
  const rest = async () => {
    for (const day of before) {
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

/** Nothing was ever watched or brought in. */
async function isEmpty({ db }: Database): Promise<boolean> {
  const rows = await Promise.all([
    db.selectFrom('visits').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('gaps').select('id').limit(1).executeTakeFirst(),
  ])
  return rows.every((row) => row === undefined)
}

async function writeDay(options: PastOptions, day: PastDay): Promise<void> {
  const { database, pbx, house } = options
  const { seed, callsPerHour } = house
  const story = tellDay(day, house, { seed, callsPerHour })
  const gap = day.ago === 1 ? { from: day.from + GAP.from, to: day.from + GAP.to } : null
  const visits = story.visits.map((visit) => visitOfPast(pbx, visit))
  await writeStory(options, story, gap ? visits.flatMap((visit) => seenAround(visit, gap) ?? []) : visits, gap)
  if (gap === null) return
  await new Gaps(database, pbx).add(gap)
  await keepGapCalls(database, pbx, gap, growthsOf(visits, gap), [])
}

async function writeStory(
  { database, pbx }: PastOptions,
  story: PastStory,
  visits: readonly Visit[],
  gap: Stretch | null,
) {
  const away = story.turnedAway.map((one) => turnedAwayOfPast(pbx, one))
  const seenAway = gap ? away.filter((one) => turnedAwayAround(one, gap)) : away
  const spans = spansOfPast(pbx, story.spans)
  const seenSpans = gap ? spans.flatMap((span) => spansAround(span, gap)) : spans
  const calls = [...visits.flatMap(callsOfVisit), ...story.callBacks.map((one) => callBackOfPast(pbx, one))]
  // Page for page written once, and not once for each batch.
  await database.db.transaction().execute(async (db) => {
    await insertAll(db, 'visits', visits.map(rowOf))
    await insertAll(
      db,
      'turned_away',
      seenAway.map((one) => ({ ...one, number_key: numberKey(one.number) })),
    )
    await insertAll(db, 'agent_spans', seenSpans)
    await insertAll(db, 'recent_calls', calls)
  })
}
