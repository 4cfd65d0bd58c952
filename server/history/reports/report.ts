import type { KpiRules } from '@/lib/domain/kpi'
import { addTally, emptyTally } from '@/lib/kpi/tally'
import type { Report } from '@/lib/protocol/visits'
import type { Database } from '@/server/db/types'
import type { ReadTables } from '@/server/store/types'
import { queuesOfVisits } from './queues-known'
import { type ReportCut, ReportRows } from './report-rows'
import { type Calendar, slotsOf, stepFor } from './slots'
import type { Span } from './span'
import { sumsIn } from './sums'

export type ReportDeps = {
  database: Database
  tables: Pick<ReadTables, 'queues' | 'members'>
  rulesOf(queue: string): KpiRules
  calendar: Calendar
}

export type ReportWanted = Span & {
  by: ReportCut
  /** Names of queues; `null`: all that there are or were. */
  queues: readonly string[] | null
  compare: boolean
  now: number
  /** When nothing was seen, by their beginnings. */
  gaps: Report['gaps']
}

/** Sums of a range, cut as wanted. What lies ahead has no rows, for nothing is known of it. */
export async function makeReport(deps: ReportDeps, wanted: ReportWanted, signal?: AbortSignal): Promise<Report> {
  const { database, rulesOf, calendar } = deps
  const { from, to, by, now, gaps } = wanted
  const names = await namesOf(deps, wanted.queues)
  const nameOf = (agent: string) => [...deps.tables.members.values()].find((one) => one.interface === agent)?.name
  const slots = by === 'queue' || by === 'agent' ? null : slotsOf(by, { from, to: Math.min(to, now + 1) }, calendar)
  const apart = { stepMs: slots && stepFor(slots), agents: by === 'agent' }
  const sums = sumsIn(database, { from, to, queues: names }, rulesOf, apart, signal)
  const book = new ReportRows(by, gaps, { from, to: Math.min(to, now + 1) })
  if (slots) book.open(slots)
  if (by === 'queue') for (const { name, label } of liveOf(deps, names)) book.row(name, label)
  for await (const sum of sums) book.add(sum, nameOf)
  const told = names.filter((name) => book.queues.has(name) || liveOf(deps, [name]).length > 0)
  return {
    ...{ now, from, to, timeZone: calendar.timeZone },
    rules: told.map((queue) => ({ queue, rules: rulesOf(queue) })),
    ...{ rows: book.rows, total: book.total },
    before: wanted.compare ? await before(deps, { from, to }, names, signal) : null,
    gaps,
  }
}

/** The span of the same length that ends where this one begins. */
async function before({ database, rulesOf }: ReportDeps, { from, to }: Span, queues: string[], signal?: AbortSignal) {
  const span = { from: from - (to - from), to: from }
  let total = emptyTally()
  const apart = { stepMs: null, agents: false }
  for await (const { tally } of sumsIn(database, { ...span, queues }, rulesOf, apart, signal)) {
    total = addTally(total, tally)
  }
  return { ...span, total }
}

/** Asterisk compares names of queues without case, and a queue that is no more still has its past. */
async function namesOf({ database, tables }: ReportDeps, wanted: readonly string[] | null): Promise<string[]> {
  const live = [...tables.queues.values()].map(({ name }) => name)
  const all = [...new Set([...live, ...(await queuesOfVisits(database))])]
  if (wanted === null) return all
  const folded = new Set(wanted.map((name) => name.toLowerCase()))
  return all.filter((name) => folded.has(name.toLowerCase()))
}

function liveOf({ tables }: ReportDeps, names: readonly string[]) {
  return [...tables.queues.values()].filter(({ name }) => names.includes(name))
}
