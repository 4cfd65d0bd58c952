import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { agentSumsListSchema, agentTimelineSchema } from '@/lib/protocol/agents'

type Asking = {
  params: URLSearchParams
  /** Asks again so often, ms; `false`: what is asked for does not change any more. */
  everyMs: number | false
  enabled?: boolean
}

/** How long each agent did what. */
export function useAgentSums({ params, everyMs, enabled = true }: Asking) {
  return useQuery({
    queryKey: ['agents', 'sums', params.toString()],
    enabled,
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/agents/sums?${params}`, (value) => agentSumsListSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
}

/** What each agent did, one state after the other. */
export function useAgentTimeline({ params, everyMs, enabled = true }: Asking) {
  return useQuery({
    queryKey: ['agents', 'timeline', params.toString()],
    enabled,
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/agents/timeline?${params}`, (value) => agentTimelineSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
}
