'use client'

import type { ReactNode } from 'react'
import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { Loading } from '@/components/ui/empty'
import { NotLive } from './not-live'

/** A part of the house as it is now: on its way, live, or old, with hollow figures and the word for it. */
export function LivePart({ children }: { children: ReactNode }) {
  const freshness = useCacheStatus((status) => status.freshness)
  if (freshness === 'connecting') return <Loading />
  const solid = isSolid(freshness)
  return (
    <>
      {!solid && <NotLive />}
      <div className="house-live" data-hollow={solid ? undefined : ''}>
        {children}
      </div>
    </>
  )
}
