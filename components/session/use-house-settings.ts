'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/api/fetch-json'
import { type HouseSettings, houseSettingsSchema } from '@/lib/protocol/house-settings'

const STALE_MS = 60_000

const NONE: HouseSettings = { pauseReasons: [], freePauseReason: true, queueGroups: {} }

/** The house's settings; until they are here, none. */
export function useHouseSettings(): HouseSettings {
  const { data } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => fetchJson('/api/v1/settings', (value) => houseSettingsSchema.parse(value), { signal }),
    staleTime: STALE_MS,
  })
  return data ?? NONE
}
