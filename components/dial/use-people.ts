'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { type Person, peopleSchema } from '@/lib/protocol/people'

const STALE_MS = 60_000
const NOBODY: readonly Person[] = []

/** Colleagues with a phone, by name; nobody until the server has told. */
export function usePeople(): readonly Person[] {
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => fetchJson('/api/v1/people', (value) => peopleSchema.parse(value), { signal }),
    staleTime: STALE_MS,
  })
  return data?.items ?? NOBODY
}
