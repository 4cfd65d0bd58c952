'use client'

import { useMemo } from 'react'
import type { AgentTimeline } from '@/lib/protocol/agents'
import type { View } from '../plot/zoom'

const NONE: readonly View[] = []

/** The gaps of each PBX; the same list each time, so that lanes are drawn anew only when it changes. */
export function useGapsOf({ gaps }: Pick<AgentTimeline, 'gaps'>): (pbx: string) => readonly View[] {
  const byPbx = useMemo(() => {
    const all = new Map<string, View[]>()
    for (const { pbx, from, to } of gaps) all.set(pbx, [...(all.get(pbx) ?? []), { from, to }])
    return all
  }, [gaps])
  return (pbx) => byPbx.get(pbx) ?? NONE
}
