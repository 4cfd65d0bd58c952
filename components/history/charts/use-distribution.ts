import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { type DistributionOf, distributionSchema } from '@/lib/protocol/distributions'
import { type Asked, askedParams } from '../asked'

/** A window slides on: so often it is asked for anew, in ms. */
export const ANEW_MS = 20_000

/** How long callers waited, or talked. */
export function useDistribution(asked: Asked, of: DistributionOf) {
  const params = askedParams(asked)
  params.set('of', of)
  return useQuery({
    queryKey: ['distribution', params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/distributions?${params}`, (value) => distributionSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 'window' in asked.span ? ANEW_MS : false,
  })
}
