import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { timesExplanationSchema } from '@/lib/protocol/agent-times'

/** What an agent's time is made of. `everyMs`: asks again so often; `false`: it does not change any more. */
export function useTimesExplained(path: string, params: URLSearchParams, everyMs: number | false) {
  return useQuery({
    queryKey: ['agents', 'times', path, params.toString()],
    queryFn: ({ signal }) => fetchJson(`${path}?${params}`, (value) => timesExplanationSchema.parse(value), { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
}
