import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { agentTimelineSchema } from '@/lib/protocol/agents'
import { type Asked, askedParams } from '../asked'
import { ANEW_MS } from './use-distribution'

/** What each agent did. */
export function useTimeline(asked: Asked) {
  const params = askedParams(asked)
  return useQuery({
    queryKey: ['timeline', params.toString()],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/agents/timeline?${params}`, (value) => agentTimelineSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 'window' in asked.span ? ANEW_MS : false,
  })
}
