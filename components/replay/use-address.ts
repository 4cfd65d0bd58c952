'use client'

import { useEffect } from 'react'
import type { Player } from './player/player'
import { addressOf } from './replay-view'

/** While playing, the address follows so often, ms. */
const FOLLOW_MS = 5_000

/** The address says which moment is shown, so that it can be sent to somebody and survives a reload. */
export function useAddress(player: Player): void {
  useEffect(() => {
    const write = () => {
      const { at, speed } = player.view
      window.history.replaceState(window.history.state, '', addressOf(window.location.search, at, speed))
    }
    const timer = setInterval(write, FOLLOW_MS)
    window.addEventListener('pagehide', write)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [player])
}
