'use client'

import { useState } from 'react'
import { LiveConnection } from '@/components/live/live-connection'
import type { BoardSettings } from './board-settings'
import { useBoardSettings } from './use-board-settings'
import { useReloadOnNewBuild } from './use-reload-on-new-build'
import { useWakeLock } from './use-wake-lock'
import { Wall } from './wall'

type LiveWallProps = { board: BoardSettings; names: readonly string[] | null; title: string | null }

/** A wall on a screen: connected to the server, awake, and never older than the server's build. */
export function LiveWall({ board, names, title }: LiveWallProps) {
  const { settings, setSettings, Refresh } = useBoardSettings(board)
  // The page's own names: a navigation within the app would bring a page of its own.
  const [picked] = useState(names)
  useReloadOnNewBuild(board.buildId, settings.buildId)
  useWakeLock()
  return (
    <LiveConnection queues={picked}>
      <Wall settings={settings} names={picked} title={title} />
      {Refresh && <Refresh initial={board} onSettings={setSettings} />}
    </LiveConnection>
  )
}
