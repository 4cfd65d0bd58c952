'use client'

import { useQuery } from '@tanstack/react-query'
import * as z from 'zod'
import { fetchJson } from '@/components/api/fetch-json'

const STALE_MS = 60_000

/** `GET /api/v1/settings`: what pages need of the house's settings; each part falls back by itself. */
const houseSettingsSchema = z.object({
  pauseReasons: z.array(z.object({ name: z.string(), limitSeconds: z.number().nullable() })).catch([]),
  /** May a reason be typed? */
  freePauseReason: z.boolean().catch(true),
  /** Name of a group → names of its queues by Asterisk. */
  queueGroups: z.record(z.string(), z.array(z.string())).catch({}),
})
export type HouseSettings = z.infer<typeof houseSettingsSchema>

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
