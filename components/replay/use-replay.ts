'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { replayDaysSchema, replayMarksSchema } from '@/lib/protocol/replay'

/** The present day grows: so often it is looked at anew, in ms. */
const ANEW_MS = 30_000

/** Which days can be played. */
export function useDays() {
  return useQuery({
    queryKey: ['replay', 'days'],
    queryFn: ({ signal }) => fetchJson('/api/v1/replay/days', (value) => replayDaysSchema.parse(value), { signal }),
    refetchInterval: ANEW_MS,
  })
}

/** What happened on a day; `isGrowing`: it is not over. */
export function useMarks(day: { startsAt: number; endsAt: number } | undefined, isGrowing: boolean) {
  return useQuery({
    queryKey: ['replay', 'marks', day?.startsAt],
    enabled: day !== undefined,
    queryFn: ({ signal }) => {
      const path = `/api/v1/replay/marks?from=${day?.startsAt}&to=${day?.endsAt}`
      return fetchJson(path, (value) => replayMarksSchema.parse(value), { signal })
    },
    refetchInterval: isGrowing ? ANEW_MS : false,
  })
}
