'use client'

import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import { Blank } from './blank'
import { BoardProvider, usePicture } from './board/use-board'
import type { BoardSettings } from './board-settings'
import { LevelAnnouncer } from './level-announcer'
import { LinkLine } from './link-line'
import { WallHead } from './wall-head'
import { WallLayout } from './wall-layout'
import { WallSettingsProvider } from './wall-settings'
import './css/wall.css'
import './css/not-live.css'

type WallProps = {
  settings: BoardSettings
  /** Queues to show, by name or label; `null` for all. Keep the array's identity. */
  names: readonly string[] | null
  /** Over the configuration's title. */
  title: string | null
}

/** The whole picture of a wall, drawn from the live cache around it. */
export function Wall({ settings, names, title }: WallProps) {
  return (
    <WallSettingsProvider settings={settings}>
      <BoardProvider names={names} order={settings.order}>
        <Picture names={names} title={title} />
      </BoardProvider>
    </WallSettingsProvider>
  )
}

function Picture({ names, title }: Pick<WallProps, 'names' | 'title'>) {
  const freshness = useCacheStatus((status) => status.freshness)
  const empty = usePicture((picture) => picture.order.length === 0)
  return (
    <div className="wall" data-freshness={freshness} data-hollow={isSolid(freshness) ? undefined : ''}>
      <WallHead title={title} />
      {empty ? <Blank names={names} /> : <WallLayout />}
      <LinkLine />
      <LevelAnnouncer />
    </div>
  )
}
