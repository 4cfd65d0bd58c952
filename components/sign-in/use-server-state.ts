'use client'

import { useEffect, useState } from 'react'

const ASK_MS = 5000

type ServerState = { server: 'asked' | 'up' | 'down'; pbx: 'up' | 'down' }

/** Asks every few seconds whether the server is there and whether it reaches its PBXs. */
export function useServerState(): ServerState {
  const [state, setState] = useState<ServerState>({ server: 'asked', pbx: 'down' })
  useEffect(() => {
    const over = new AbortController()
    const ask = async () => {
      const next = await askServer(over.signal)
      if (!over.signal.aborted) setState(next)
    }
    void ask()
    const timer = setInterval(ask, ASK_MS)
    return () => {
      over.abort()
      clearInterval(timer)
    }
  }, [])
  return state
}

async function askServer(signal: AbortSignal): Promise<ServerState> {
  const answer = await fetch('/readyz', { cache: 'no-store', signal }).catch(() => null)
  if (answer === null) return { server: 'down', pbx: 'down' }
  // Its text is not read, and would stay open until the browser tidies up.
  void answer.body?.cancel()
  if (answer.ok) return { server: 'up', pbx: 'up' }
  // A proxy before us says 502 or 504 while we are away; we ourselves say 503 while a PBX is.
  return { server: answer.status === 503 ? 'up' : 'down', pbx: 'down' }
}
