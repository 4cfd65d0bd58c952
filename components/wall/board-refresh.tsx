'use client'

import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type BoardSettings, parseBoardSettings } from './board-settings'
import { REFRESH_MS } from './refresh-ms'

export type BoardRefreshProps = { initial: BoardSettings; onSettings: (settings: BoardSettings) => void }

/** Keeps asking the server for the board's settings, and tells when they are others. Draws nothing. */
export function BoardRefresh(props: BoardRefreshProps) {
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <Asking {...props} />
    </QueryClientProvider>
  )
}

function Asking({ initial, onSettings }: BoardRefreshProps) {
  const { data } = useQuery({
    queryKey: ['board'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/v1/board', { signal })
      if (!response.ok) throw new Error(`The server answered ${response.status}`)
      return parseBoardSettings(await response.json(), initial)
    },
    refetchInterval: REFRESH_MS,
  })
  useEffect(() => {
    if (data) onSettings(data)
  }, [data, onSettings])
  return null
}
