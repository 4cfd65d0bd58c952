import { type DistributionOf, distributionSchema } from '@/lib/protocol/distributions'
import { type Asked, askedParams } from '../asked'
import { useProgress } from '../use-progress'

/** A window slides on: so often it is asked for anew, in ms. */
export const ANEW_MS = 20_000

/** How long callers waited, or talked. */
export function useDistribution(asked: Asked, of: DistributionOf) {
  const params = askedParams(asked)
  params.set('of', of)
  return useProgress({
    ...{ key: ['distribution', of], path: '/api/v1/distributions', params, asked, everyMs: ANEW_MS },
    parse: (value) => distributionSchema.parse(value),
  })
}
