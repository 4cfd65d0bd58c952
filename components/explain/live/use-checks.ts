import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { liveExplanationSchema } from '@/lib/protocol/live-explanation'
import type { ExplainedNow } from '../explain-store'
import { LIVE_PATH, paramsOf } from './live-address'

const EVERY_MS = 10_000

/** When the picture was last held against each PBX; asked for again while somebody looks. */
export function useChecks(explained: ExplainedNow) {
  const address = `${LIVE_PATH}?${paramsOf(explained)}`
  return useQuery({
    queryKey: ['explain', 'live', 'checks', address],
    queryFn: ({ signal }) => fetchJson(address, (value) => liveExplanationSchema.parse(value), { signal }),
    refetchInterval: EVERY_MS,
  })
}
