'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { BoardRefreshProps } from './board-refresh'
import type { BoardSettings } from './board-settings'
import { REFRESH_MS } from './refresh-ms'

/**
 * The board's settings: those the page came with, then whatever the server says. The first question comes after a
 * minute, and so does the code that asks (TanStack Query): a wall is not kept waiting for it. `Refresh`, once there, is
 * to be rendered.
 */
export function useBoardSettings(initial: BoardSettings) {
  const [settings, setSettings] = useState(initial)
  const [Refresh, setRefresh] = useState<ComponentType<BoardRefreshProps> | null>(null)
  useEffect(() => {
    if (Refresh !== null) return
    const timer = setInterval(() => {
      import('./board-refresh').then(
        ({ BoardRefresh }) => setRefresh(() => BoardRefresh),
        () => {}, // No server just now: the next minute will do.
      )
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [Refresh])
  return { settings, setSettings, Refresh }
}
