import type { KpiRules } from '@/lib/domain/kpi'
import type { Distribution, DistributionOf, DistributionSeries } from '@/lib/protocol/distributions'
import type { SumsDeps } from '../kept/sums-with-kept'
import { timesWithKept } from '../kept/times-with-kept'
import { Seconds } from './seconds'
import type { Span } from './span'
import type { TimesPart } from './times'
import type { Watch } from './watch'

/** Bins of one width, the last of which takes all that is longer: waits up to ten minutes, talks up to an hour. */
const BINS: Readonly<Record<DistributionOf, { binMs: number; bins: number }>> = {
  wait: { binMs: 5_000, bins: 121 },
  talk: { binMs: 15_000, bins: 241 },
}
type Kind = DistributionSeries['kind']
const SERIES: Readonly<Record<DistributionOf, readonly Kind[]>> = {
  wait: ['answered', 'lost', 'other'],
  talk: ['talk'],
}

type Wanted = Span & { of: DistributionOf; queues: readonly string[]; agent: string | null }

/** How long callers waited or talked, of the visits that ended waiting in a span; each queue by its own rules. */
export async function distributionOf(
  deps: SumsDeps,
  { of, ...wanted }: Wanted,
  watch: Watch = {},
): Promise<Pick<Distribution, 'bins' | 'series'>> {
  const book = new Map(SERIES[of].map((kind) => [kind, new Seconds()]))
  for await (const { queue, times } of timesWithKept(deps, { ...wanted, of }, watch)) {
    const rules = deps.rulesOf(queue)
    for (const one of times) book.get(kindOf(one.part, rules))?.add(one)
  }
  const { binMs, bins } = BINS[of]
  return {
    bins: Array.from({ length: bins }, (_, bin) => ({
      from: bin * binMs,
      to: bin === bins - 1 ? null : (bin + 1) * binMs,
    })),
    series: [...book].map(([kind, seconds]) => ({
      ...{ kind, count: seconds.count, meanMs: seconds.meanMs, longestMs: seconds.longestMs },
      ...{ medianMs: seconds.percentileMs(0.5), p90Ms: seconds.percentileMs(0.9), counts: seconds.binned(bins, binMs) },
    })),
  }
}

/** `kindOf` of `lib/kpi/kind.ts`; who hung up soon is told among the lost. */
function kindOf(part: TimesPart, { lost }: Pick<KpiRules, 'lost'>): Kind {
  if (part === 'talk' || part === 'answered') return part
  return part === 'short' || lost.includes(part) ? 'lost' : 'other'
}
