'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchJson } from '@/components/api/fetch-json'
import { diallable } from '@/components/dial/phone-number'
import { useDial } from '@/components/dial/use-dial'
import { useTimes } from '@/components/session/use-times'
import { recentCallsSchema } from '@/lib/protocol/history'
import type { PaletteItem } from './palette-item'

const LIMIT = 50

/** Numbers that one spoke to lately, each once. */
export function useRecentItems(): PaletteItem[] {
  const { time } = useTimes()
  const { dial, allowed, why } = useDial()
  const { data } = useQuery({
    queryKey: ['palette', 'recent'],
    queryFn: ({ signal }) =>
      fetchJson(`/api/v1/me/recent?kind=all&limit=${LIMIT}`, (value) => recentCallsSchema.parse(value), { signal }),
    enabled: allowed,
  })
  return useMemo(() => {
    const byNumber = new Map<string, PaletteItem>()
    for (const { at, direction, name, number, outcome } of data?.items ?? []) {
      const to = number === null ? null : diallable(number)
      if (number === null || to === null || byNumber.has(to)) continue
      const missed = direction === 'in' && outcome !== 'answered'
      byNumber.set(to, {
        key: `recent ${to}`,
        group: 'recent',
        icon: missed ? 'phoneMissed' : direction === 'in' ? 'phoneIncoming' : 'phoneOutgoing',
        text: name ?? number,
        number,
        aside: time(at),
        why,
        run: () => void dial(to),
      })
    }
    return [...byNumber.values()]
  }, [data, time, dial, why])
}
