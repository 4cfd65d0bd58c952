import { unseenParts } from '@/lib/domain/gap'
import type { KpiRules } from '@/lib/domain/kpi'
import { Zone } from '@/lib/domain/zone'
import { addFraction, serviceLevel } from '@/lib/kpi/service-level'
import { addTally, emptyTally } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import type { Database } from '@/server/db/types'
import type { ReadTables } from '@/server/store/types'
import { sumsTogether } from '../kept/sums-together'
import { type SumsDeps, sumsWithKept } from '../kept/sums-with-kept'
import { firstVisitIn } from './first-visit'
import { queuesWanted } from './queues-known'
import { type ReportCut, ReportRows } from './report-rows'
import { type Calendar, slotsOf, stepFor } from './slots'
import type { Span } from './span'
import { spanBefore } from './span-before'
import { countOf, turnedAwayIn } from './turned-away'
import type { Watch } from './watch'

export type ReportDeps = {
  database: Database
  tables: Pick<ReadTables, 'queues' | 'members'>
  rulesOf(queue: string): KpiRules
  calendar: Calendar
  /** So long a span keeps what is not kept of it yet. */
  keepingFromMs?: number
}

export type ReportWanted = Span & {
  by: ReportCut
  /** Names of queues; `null`: all that there are or were. */
  queues: readonly string[] | null
  /** Only what this one answered. */
  agent: string | null
  compare: boolean
  now: number
  /** When nothing was seen, by their beginnings. */
  gaps: Report['gaps']
}

/** Sums of a range, cut as wanted. What lies ahead has no rows, for nothing is known of it. */
export async function makeReport(deps: ReportDeps, wanted: ReportWanted, watch: Watch = {}): Promise<Report> {
  const { database, rulesOf, calendar } = deps
  const { from, to, by, now, gaps, agent } = wanted
  const { keepingFromMs } = deps
  const kept = {
    database,
    rulesOf,
    dayStart: calendar.dayStart,
    now,
    ...(keepingFromMs !== undefined && { keepingFromMs }),
  }
  const names = await queuesWanted(deps, wanted.queues)
  const nameOf = (agent: string) => [...deps.tables.members.values()].find((one) => one.interface === agent)?.name
  const slots =
    by === 'queue' || by === 'agent' ? null : await slotsOf(by, { from, to: Math.min(to, now + 1) }, calendar)
  const zone = new Zone(calendar.timeZone)
  const apart = {
    ...{ stepMs: slots && stepFor(slots), agents: by === 'agent', byDay: by === 'day' },
    ...(by === 'weekdayHour' && { weekOf: (at: number) => zone.offset(at) }),
  }
  // Rows of time tell no queue apart.
  const isTogether = slots !== null && by !== 'weekdayHour' && agent === null
  const sums = isTogether
    ? sumsTogether(kept, { from, to, queues: names }, apart, watch)
    : sumsWithKept(kept, { from, to, queues: names, agent }, apart, watch)
  const book = new ReportRows(by, gaps.flatMap(unseenParts), { from, to: Math.min(to, now + 1) }, rulesOf)
  if (slots) book.open(slots)
  if (by === 'queue') for (const { name, label } of liveOf(deps, names)) book.row(name, label)
  for await (const sum of sums) book.add(sum, nameOf)
  const doors = { queues: wanted.queues && names, agent }
  for (const sum of await turnedAway(database, { from, to, ...doors }, apart.stepMs)) book.addTurnedAway(sum)
  if (isTogether) {
    for (const name of names) if ((await firstVisitIn(database, { from, to }, name)) !== null) book.queues.add(name)
  }
  const told = names.filter((name) => book.queues.has(name) || liveOf(deps, [name]).length > 0)
  return {
    ...{ now, from, to, timeZone: calendar.timeZone },
    rules: told.map((queue) => ({ queue, rules: rulesOf(queue) })),
    ...{ rows: book.rows, total: book.total, level: book.level, endings: book.endings, turnedAway: book.turnedAway },
    before: wanted.compare
      ? await before(
          kept,
          { ...spanBefore({ from, to: Math.min(to, Math.max(from, now)) }, calendar.dayStart), queues: names, agent },
          doors,
          watch,
        )
      : null,
    gaps,
  }
}

/** The sums of what a span is compared with. */
async function before(
  deps: SumsDeps,
  { from, to, ...of }: Span & { queues: string[]; agent: string | null },
  doors: Doors,
  { signal }: Watch,
) {
  const span = { from, to }
  let total = emptyTally()
  let level = { numerator: 0, denominator: 0 }
  const apart = { stepMs: null, agents: false }
  for await (const { tally, queue } of sumsWithKept(deps, { ...span, ...of }, apart, { signal })) {
    total = addTally(total, tally)
    level = addFraction(level, serviceLevel(tally, deps.rulesOf(queue).formula))
  }
  return { ...span, total, level, turnedAway: countOf(await turnedAway(deps.database, { ...span, ...doors }, null)) }
}

type Doors = Pick<ReportWanted, 'queues' | 'agent'>

/** An agent turns nobody away. */
function turnedAway(database: Database, { agent, ...span }: Span & Doors, stepMs: number | null) {
  return agent === null ? turnedAwayIn(database, span, stepMs) : []
}

function liveOf({ tables }: ReportDeps, names: readonly string[]) {
  return [...tables.queues.values()].filter(({ name }) => names.includes(name))
}
