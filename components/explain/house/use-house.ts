import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { houseExplanationSchema } from '@/lib/protocol/house-explanation'
import type { ExplainedHouse } from '../explain-store'

/** Where the server tells what a figure of the house counts. */
export const HOUSE_PATH = '/api/v1/explain/house'
const EVERY_MS = 2_000

export function paramsOf({ house, of }: ExplainedHouse): URLSearchParams {
  return new URLSearchParams({ figure: house, ...(of && { of: of.id }) })
}

/**
 * What a figure of the house counts, asked for again while somebody looks: the page itself need not have it, as a wall of
 * trunks has nothing of their calls.
 */
export function useHouse(explained: ExplainedHouse) {
  const address = `${HOUSE_PATH}?${paramsOf(explained)}`
  return useQuery({
    queryKey: ['explain', 'house', address],
    queryFn: ({ signal }) => fetchJson(address, (value) => houseExplanationSchema.parse(value), { signal }),
    refetchInterval: EVERY_MS,
  })
}
