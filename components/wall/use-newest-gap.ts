'use client'

import { useMemo } from 'react'
import { useLiveRecords } from '@/components/live/use-live'
import { type Gap, gapsOf } from './spark-path'

/** The newest stretch of the last hour that was not seen; `null` when all of it was. */
export function useNewestGap(): Gap | null {
  const trends = useLiveRecords('trends')
  // What we did not see of one queue we did not see of any.
  return useMemo(() => (trends[0] && gapsOf(trends[0]).at(-1)) ?? null, [trends])
}
