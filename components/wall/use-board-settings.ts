'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type BoardSettings, parseBoardSettings } from './board-settings'

/** Screens hang for weeks: they ask now and then whether the board or the product has changed. */
const REFETCH_MS = 60_000

/** The board's settings: those the page came with, then whatever the server says. */
export function useBoardSettings(initial: BoardSettings): BoardSettings {
  const { data } = useQuery({
    queryKey: ['board'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/v1/board', { signal })
      if (!response.ok) throw new Error(`The server answered ${response.status}`)
      return parseBoardSettings(await response.json(), initial)
    },
    initialData: initial,
    refetchInterval: REFETCH_MS,
  })
  return data
}

/** Loads the page anew when the server runs another build than the one this page came from. */
export function useReloadOnNewBuild(loaded: string, running: string): void {
  useEffect(() => {
    if (loaded !== '' && running !== '' && running !== loaded) window.location.reload()
  }, [loaded, running])
}
