'use client'

import { type ReactNode, useMemo, useState } from 'react'
import { LiveConnection } from '@/components/live/live-connection'
import type { KpiWindow } from '@/lib/domain/kpi'
import type { BoardSettings } from './board-settings'
import { useBoardSettings } from './use-board-settings'
import { useReloadOnNewBuild } from './use-reload-on-new-build'
import { useWakeLock } from './use-wake-lock'
import { Wall } from './wall'
import type { AskedWidgets, WidgetName } from './widgets/names'

const NO_PARTS: readonly never[] = []

type LiveWallProps = {
  board: BoardSettings
  names: readonly string[] | null
  title: string | null
  /** Of which time figures are. */
  window: KpiWindow
  /** What the address asks for; `null`: whatever the configuration says. */
  widgets: AskedWidgets | null
  /** Those that whoever looks may see. */
  allowed: readonly WidgetName[]
  /** What stands beside the picture, within its connection. */
  children?: ReactNode
}

/** A wall on a screen: connected to the server, awake, and never older than the server's build. */
export function LiveWall({ board, names, title, window, widgets, allowed, children }: LiveWallProps) {
  const { settings, setSettings, Refresh } = useBoardSettings(board)
  // The page's own names: a navigation within the app would bring a page of its own.
  const [{ picked, asked, may }] = useState({ picked: names, asked: widgets, may: allowed })
  const beside = useMemo(() => {
    const { names, unknown } = asked ?? { names: settings.widgets, unknown: [] }
    return names.length + unknown.length === 0 ? null : { names, unknown, allowed: may }
  }, [asked, may, settings.widgets])
  useReloadOnNewBuild(board.buildId, settings.buildId)
  useWakeLock()
  return (
    <LiveConnection queues={picked} parts={beside?.names ?? NO_PARTS}>
      <Wall settings={settings} names={picked} title={title} window={window} beside={beside} />
      {children}
      {Refresh && <Refresh initial={board} onSettings={setSettings} />}
    </LiveConnection>
  )
}
