import type { Sum } from '../reports/counted'
import type { Span } from '../reports/span'
import { sumsIn } from '../reports/sums'
import type { Watch } from '../reports/watch'
import { offsetAt, type SoughtHour, weekHourHolds } from '../reports/week-hour'
import { isNarrow, type Within } from '../reports/within'
import { STEPS } from './kept-cut'
import { type SumsDeps, sumsWithKept } from './sums-with-kept'

const WHOLE = { stepMs: null, agents: false }

type Wanted = Span & { queues: readonly string[]; agent: string | null; within: Within }

/** Can sums of a part of the visits be read from what is kept of days? Else all of their visits are looked through. */
export function isKept({ agent, within }: Pick<Wanted, 'agent' | 'within'>): boolean {
  const { weekHour, ...ofTimes } = within
  if (isNarrow(ofTimes)) return false
  return weekHour === undefined || (agent === null && stepOf(weekHour) !== null)
}

/**
 * The sums of a part of the visits of a span: from what is kept of days as far as that goes, an hour of the week from the sums
 * of hours.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export function sumsWithin(deps: SumsDeps, { within, ...wanted }: Wanted, watch: Watch = {}): AsyncIterable<Sum> {
  const { weekHour } = within
  if (!isKept({ within, agent: wanted.agent })) {
    return sumsIn(deps.database, { ...wanted, within }, deps.rulesOf, WHOLE, watch)
  }
  return weekHour === undefined ? sumsWithKept(deps, wanted, WHOLE, watch) : inWeekHour(deps, wanted, weekHour, watch)
}

async function* inWeekHour(
  deps: SumsDeps,
  wanted: Omit<Wanted, 'within'>,
  sought: SoughtHour,
  watch: Watch,
): AsyncGenerator<Sum> {
  const weekOf = (at: number) => offsetAt(at, sought.offsets)
  const cut = { stepMs: stepOf(sought), agents: false, weekOf }
  for await (const sum of sumsWithKept(deps, wanted, cut, watch))
    if (weekHourHolds(sum.at, sought)) yield { ...sum, at: 0 }
}

/** The longest steps of which each lies in one hour of the week; `null`: none of those that are kept. */
function stepOf({ offsets }: SoughtHour): number | null {
  return STEPS.find((step) => offsets.every(({ offset }) => offset % step === 0)) ?? null
}
