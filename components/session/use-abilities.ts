'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import * as z from 'zod'
import { fetchJson } from '@/components/api/fetch-json'
import type { CommandType } from '@/lib/protocol/commands'
import { type Abilities, abilitiesSchema } from '@/lib/protocol/viewer'

/** A PBX is upgraded or its account changed while pages stand open, in ms. */
const STALE_MS = 60_000

const answer = z.object({ abilities: z.array(abilitiesSchema) })

/** Tells what one PBX offers; `null`: not known (yet). */
export function useAbilities(): (pbx: string) => Abilities | null {
  const { data } = useQuery({
    queryKey: ['abilities'],
    queryFn: ({ signal }) => fetchJson('/api/v1/abilities', (value) => answer.parse(value).abilities, { signal }),
    staleTime: STALE_MS,
  })
  return useCallback((pbx) => data?.find((one) => one.pbx === pbx) ?? null, [data])
}

/** Why a command cannot be had on a PBX; `null`: it can, or nobody knows better. */
export function whyNot(abilities: Abilities | null, command: CommandType) {
  return abilities?.commands[command] ?? null
}
