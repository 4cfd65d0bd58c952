'use client'

import { isSolid } from '@/components/live/ticker'
import { useCacheStatus } from '@/components/live/use-live'
import type { KpiWindow } from '@/lib/domain/kpi'
import { Blank } from './blank'
import { BoardProvider, usePicture } from './board/use-board'
import type { BoardSettings } from './board-settings'
import { LevelAnnouncer } from './level-announcer'
import { LinkLine } from './link-line'
import { useLoaded } from './use-loaded'
import { WallHead } from './wall-head'
import { WallLayout } from './wall-layout'
import { WallSettingsProvider } from './wall-settings'
import type { AskedWidgets, WidgetName } from './widgets/names'
import './css/wall.css'
import './css/not-live.css'

type WallProps = {
  settings: BoardSettings
  /** Queues to show, by name or label; `null` for all. Keep the array's identity. */
  names: readonly string[] | null
  /** Over the configuration's title. */
  title: string | null
  /** Of which time figures are. */
  window?: KpiWindow
  /** Parts of the house beside the queues; their code is loaded only then. */
  beside?: Beside | null
}

export type Beside = AskedWidgets & {
  /** Those that whoever looks may see, as the page was made; the socket tells of changes. */
  allowed: readonly WidgetName[]
}

/** The whole picture of a wall, drawn from the live cache around it. */
export function Wall({ settings, names, title, window = 'today', beside = null }: WallProps) {
  return (
    <WallSettingsProvider settings={settings}>
      <BoardProvider names={names} order={settings.order} window={window}>
        <Picture names={names} title={title} beside={beside} />
      </BoardProvider>
    </WallSettingsProvider>
  )
}

const loadWidgets = () => import('./widgets/wall-with-widgets').then(({ WallWithWidgets }) => WallWithWidgets)

type PictureProps = Pick<WallProps, 'names' | 'title'> & { beside: Beside | null }

function Picture({ names, title, beside }: PictureProps) {
  const freshness = useCacheStatus((status) => status.freshness)
  const empty = usePicture((picture) => picture.order.length === 0)
  const WithWidgets = useLoaded(beside === null ? null : loadWidgets)
  return (
    <div className="wall" data-freshness={freshness} data-hollow={isSolid(freshness) ? undefined : ''}>
      <WallHead title={title} />
      {WithWidgets && beside ? (
        <WithWidgets queues={names} beside={beside} />
      ) : empty ? (
        <Blank names={names} />
      ) : (
        <WallLayout />
      )}
      <LinkLine />
      <LevelAnnouncer />
    </div>
  )
}
