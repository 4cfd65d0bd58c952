'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createLiveCache } from '@/lib/client/live-cache'
import type { LiveCache } from '@/lib/client/types'
import type { LivePart } from '@/lib/domain/house'
import { askToSignIn } from './ask-to-sign-in'
import { LiveProvider } from './live-context'
import { NotYetCache } from './not-yet-cache'
import { reloadOnce } from './reload-once'

type LiveConnectionProps = {
  /** Queues to follow; `null` for all. Keep the array's identity: a new one connects anew. */
  queues: readonly string[] | null
  /** Parts of the house besides queues. Keep the array's identity, too. */
  parts?: readonly LivePart[]
  /** The session is over; by default the page makes way for the one where people sign in. Keep its identity. */
  onSignedOut?: () => void
  children: ReactNode
}

const NO_PARTS: readonly LivePart[] = []

/** Connects to the server while it is on the page; before that there is a cache that knows nothing. */
export function LiveConnection({ queues, parts = NO_PARTS, onSignedOut = askToSignIn, children }: LiveConnectionProps) {
  const [cache, setCache] = useState<LiveCache>(() => new NotYetCache())
  useEffect(() => {
    const connected = createLiveCache({ queues, parts, onNewBuild: (build) => reloadOnce(build) })
    const stopWatching = connected.subscribePersonal(() => {
      if (connected.personal().signedOut) onSignedOut()
    })
    connected.connect()
    setCache(connected)
    return () => {
      stopWatching()
      connected.close()
    }
  }, [queues, parts, onSignedOut])
  return <LiveProvider cache={cache}>{children}</LiveProvider>
}
