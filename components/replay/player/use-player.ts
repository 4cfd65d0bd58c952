'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Player, type PlayerView, type Speed, STEP_MS } from './player'
import { ReplayCache } from './replay-cache'
import { apiSource } from './replay-source'

export type Playing = { player: Player; cache: ReplayCache }

/** A player from its first moment on; it is asked for the past of these queues. Keep the array's identity. */
export function usePlayer(first: number | null, speed: Speed, queues: readonly string[] | null): Playing | null {
  const [playing, setPlaying] = useState<Playing | null>(null)
  const [started] = useState({ speed, queues })
  useEffect(() => {
    if (first === null) return
    const cache = new ReplayCache()
    const steadyNow = () => performance.now()
    const player = new Player({ cache, source: apiSource(started.queues), steadyNow, at: first, speed: started.speed })
    void player.seek(first)
    const timer = setInterval(() => player.step(), STEP_MS)
    setPlaying({ player, cache })
    return () => {
      clearInterval(timer)
      player.close()
    }
  }, [first, started])
  return playing
}

/** What `select` takes of the player's view: a primitive, or a reference held there. */
export function usePlayerView<T>(player: Player, select: (view: PlayerView) => T): T {
  const read = () => select(player.view)
  return useSyncExternalStore(player.subscribe, read, read)
}
