'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import { useCacheStatus } from '@/components/live/use-live'
import { usePersonal } from '@/components/live/use-personal'
import { lostSchema } from '@/lib/protocol/lost'

const KEY = 'lost'
/** What the server tells at once is asked for besides, should a word have been lost. */
const REFRESH_MS = 60_000

/** Lost callers, as `GET /api/v1/lost` gives them; kept true by `useLostChanges`. */
export function useLost(params: URLSearchParams) {
  const asked = params.toString()
  return useQuery({
    queryKey: [KEY, asked],
    queryFn: ({ signal }) => fetchJson(`/api/v1/lost?${asked}`, (value) => lostSchema.parse(value), { signal }),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })
}

/** Asks anew for whatever is shown of lost callers. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [KEY] })
}

/** Lists of lost callers are read again when the server says that something is otherwise, and when it is back. */
export function useLostChanges(): void {
  const client = useQueryClient()
  const said = usePersonal(({ lost }) => lost)
  const isConnected = useCacheStatus(({ socket }) => socket === 'connected')
  useEffect(() => {
    if (isConnected || said > 0) void client.invalidateQueries({ queryKey: [KEY] })
  }, [client, said, isConnected])
}
