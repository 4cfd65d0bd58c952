import type { Tally } from '@/lib/domain/kpi'
import type { Ending } from '@/lib/domain/visit'
import type { EndingCounts } from '@/lib/kpi/endings'
import { UNIT_OF_FIGURE } from '@/lib/kpi/figures'
import { offeredOf } from '@/lib/kpi/tally'
import { unreachable } from '@/lib/unreachable'
import type { Behind } from '../reports/behind'
import type { Sum } from '../reports/counted'
import { reckon } from '../reports/explain'
import { countVisits, type VisitFilter } from '../reports/find-visits'
import { queuesOfVisits } from '../reports/queues-known'
import type { Watch } from '../reports/watch'
import type { SumsDeps } from './sums-with-kept'
import { isKept, sumsWithin } from './sums-within'

/**
 * How many visits there are: the same as `countVisits`, and a property test holds one against the other. What asks for no more
 * than sums tell is not counted visit by visit.
 * @throws whatever the watch's `signal` gives as its reason, once it is aborted
 */
export async function countWithKept(deps: SumsDeps, filter: VisitFilter, watch: Watch = {}): Promise<number> {
  const { from, to, queues, endings, agent = null, behind } = filter
  const { weekHour } = filter
  if (!isCountKept(filter)) return countVisits(deps.database, filter, watch)
  const sums = sumsWithin(
    deps,
    {
      from,
      to,
      queues: queues ?? (await queuesOfVisits(deps.database)),
      agent,
      within: { ...(weekHour && { weekHour }) },
    },
    watch,
  )
  return behind === undefined ? endedBy(sums, endings) : standingBehind(sums, behind)
}

/** Do kept sums tell how many there are? Else every visit of the span is looked at. */
export function isCountKept(filter: VisitFilter): boolean {
  return isSummed(filter) && isKept({ agent: filter.agent ?? null, within: filter })
}

/** Is nothing asked for but what sums tell apart? */
function isSummed({ endings, number, text, transferred, unseen, repeat, behind }: VisitFilter): boolean {
  if (number !== undefined || text !== undefined || transferred || unseen || repeat) return false
  return endings === undefined || behind === undefined
}

async function endedBy(sums: AsyncIterable<Sum>, endings: VisitFilter['endings']): Promise<number> {
  const wanted = endings && new Set(endings)
  let count = 0
  for await (const { tally, endings: others } of sums) {
    if (wanted === undefined) count += offeredOf(tally)
    else for (const ending of wanted) count += countOf(ending as Ending, tally, others)
  }
  return count
}

function countOf(ending: Ending, tally: Tally, others: EndingCounts): number {
  return ending === 'answered' || ending === 'unknown' ? tally[ending] : others[ending]
}

async function standingBehind(sums: AsyncIterable<Sum>, { figure, part, rulesOf }: Behind): Promise<number> {
  const { numeratorVisits, denominatorVisits } = await reckon(figure, sums, rulesOf)
  switch (part) {
    case 'numerator':
      return numeratorVisits
    case 'denominator':
      return denominatorVisits
    case 'misses':
      return UNIT_OF_FIGURE[figure] === 'share' ? denominatorVisits - numeratorVisits : 0
    default:
      return unreachable(part)
  }
}
