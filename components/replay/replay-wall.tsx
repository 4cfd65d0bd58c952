'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { LiveProvider, useTicker } from '@/components/live/live-context'
import { useCacheStatus } from '@/components/live/use-live'
import { Icon } from '@/components/ui/icon'
import { BoardProvider, usePicture } from '@/components/wall/board/use-board'
import type { BoardSettings } from '@/components/wall/board-settings'
import { WallHead } from '@/components/wall/wall-head'
import { WallLayout } from '@/components/wall/wall-layout'
import type { Player } from './player/player'
import { type Playing, usePlayerView } from './player/use-player'
import type { ReplayAddress } from './replay-view'
import '@/components/wall/css/wall.css'
import '@/components/wall/css/not-live.css'

type ReplayWallProps = {
  playing: Playing
  board: BoardSettings
  address: Pick<ReplayAddress, 'queues' | 'window'>
}

/** The very wall, drawn from the picture of the past and by its clock. Nothing on it says that it is live. */
export function ReplayWall({ playing: { player, cache }, board, address: { queues, window } }: ReplayWallProps) {
  const take = usePlayerView(player, (view) => view.take)
  const isShown = usePlayerView(player, (view) => view.state === 'showing')
  return (
    <LiveProvider cache={cache}>
      <TickWith player={player} />
      {/* What is derived of the picture looks ahead only: where time goes back, it begins anew. */}
      <BoardProvider key={take} names={queues} order={board.order} window={window}>
        <Picture isShown={isShown} widgets={board.widgets} />
      </BoardProvider>
    </LiveProvider>
  )
}

/** Waits and clocks follow the replay's time, which may pass sixty times as fast. */
function TickWith({ player }: { player: Player }) {
  const ticker = useTicker()
  useEffect(() => player.subscribe(ticker.tick), [player, ticker])
  return null
}

/** Widgets of the house are on the live wall alone: what they showed is kept by nobody, which the foot says. */
function Picture({ isShown, widgets }: { isShown: boolean; widgets: BoardSettings['widgets'] }) {
  const t = useTranslations('replay')
  const link = useTranslations('link')
  const widget = useTranslations('widgets')
  const demo = useCacheStatus((status) => status.demo)
  const empty = usePicture((picture) => picture.order.length === 0)
  return (
    <div className="wall" inert={!isShown} data-hidden={isShown ? undefined : ''}>
      <WallHead title={null} />
      {empty ? <main className="blank">{t('noQueues')}</main> : <WallLayout />}
      <footer className="link">
        <Icon name="again" />
        <b>{t('title')}</b>
        {widgets.length > 0 && (
          <span>{t('notRecorded', { parts: widgets.map((name) => widget(`${name}.title`)).join(', ') })}</span>
        )}
        <span className="end" />
        {demo && <b className="demo">{link('demo')}</b>}
      </footer>
    </div>
  )
}
