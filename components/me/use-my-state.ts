'use client'

import { useEffect, useState } from 'react'
import { useTicker } from '@/components/live/live-context'
import type { Agent } from '@/lib/domain/agent'
import { type MyState, myStateAt } from './my-state'
import type { MyCall } from './use-me'

/** One's own state as of now; wrap-up ends by time alone, which nothing else would render. */
export function useMyState(agent: Agent | null, calls: readonly MyCall[]): MyState {
  const ticker = useTicker()
  const mine = myStateAt(agent, calls, ticker.pictureNow())
  const { state } = mine
  const [, render] = useState(state)
  useEffect(() => {
    if (state !== 'wrapUp') return
    return ticker.onTick(() => render(myStateAt(agent, calls, ticker.pictureNow()).state))
  }, [ticker, state, agent, calls])
  return mine
}
