'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { BoardSettings } from '@/components/wall/board-settings'
import type { ReplayDay, ReplayDays } from '@/lib/protocol/replay'
import type { Player } from './player/player'
import { type Playing, usePlayer, usePlayerView } from './player/use-player'
import { ReplayBar } from './replay-bar'
import { ReplayHead } from './replay-head'
import { ReplayNote } from './replay-note'
import type { ReplayAddress } from './replay-view'
import { ReplayWall } from './replay-wall'
import { Unseen } from './unseen'
import { useMarks } from './use-replay'
import { useWallSize } from './use-wall-size'

/** An address without a moment shows what was so long before the end of the recording, ms. */
const BEFORE_THE_END_MS = 15 * 60_000

type ScreenProps = { board: BoardSettings; address: ReplayAddress; days: ReplayDays }

/** The wall of the moment, and below it the way through the day. */
export function Screen({ board, address, days }: ScreenProps) {
  const [first] = useState(() => address.at ?? defaultMoment(days))
  const playing = usePlayer(first, address.speed, address.queues)
  if (!playing) return <ReplayHead player={null} />
  return <Played playing={playing} board={board} address={address} days={days} />
}

function Played({ playing, board, address, days }: ScreenProps & { playing: Playing }) {
  const { player } = playing
  const day = useDay(player, days)
  const isGrowing = day.endsAt > days.now
  const marks = useMarks(day, isGrowing)
  const gaps = useMemo(() => days.days.flatMap((one) => one.gaps), [days])
  useEffect(() => player.know(gaps), [player, gaps])
  const stage = useRef<HTMLDivElement>(null)
  useWallSize(stage)
  return (
    <>
      <ReplayHead player={player} />
      <div className="replay-stage" ref={stage}>
        <ReplayWall playing={playing} board={board} address={address} />
        <Stage player={player} days={days} gaps={gaps} />
      </div>
      <ReplayBar player={player} day={day} days={days} marks={marks.data ?? null} />
    </>
  )
}

/** What covers the wall while there is nothing to show on it. */
function Stage({ player, days, gaps }: { player: Player; days: ReplayDays; gaps: ReplayDay['gaps'] }) {
  const state = usePlayerView(player, (view) => view.state)
  switch (state) {
    case 'showing':
      return null
    case 'loading':
      return <ReplayNote kind="loading" />
    case 'failed':
      return <ReplayNote kind="failedToLoad" onAgain={() => void player.seek(player.view.at)} />
    case 'gap':
    case 'nothing':
      return <Unseen player={player} days={days} gaps={gaps} />
  }
}

/** The day of the moment that is shown; the nearest, where nothing is kept of that. */
function useDay(player: Player, { days }: ReplayDays): ReplayDay {
  const index = usePlayerView(player, ({ at }) => {
    const within = days.findIndex(({ endsAt }) => at < endsAt)
    return within === -1 ? days.length - 1 : within
  })
  return days[index] as ReplayDay
}

function defaultMoment({ days }: ReplayDays): number {
  const last = days.at(-1) as ReplayDay
  return last.to - Math.min(BEFORE_THE_END_MS, (last.to - last.from) / 2)
}
