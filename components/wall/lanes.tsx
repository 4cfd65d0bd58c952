'use client'

import { usePicture } from './board/use-board'
import { WORST_TILES } from './board/wall-board'
import { QueueLines } from './queue-lines'
import { QueueTile } from './queue-tile'
import { TeamBar } from './team-strip'
import { usePortrait } from './use-portrait'

/** Lines up to here leave room for the agents' counts under them. */
const MOST_LINES_WITH_TEAM = 33

/** Many queues: those in most trouble stay tiles, the rest become lines. */
export function Lanes({ ids }: { ids: readonly string[] }) {
  const portrait = usePortrait()
  const withTeam = portrait || ids.length - WORST_TILES <= MOST_LINES_WITH_TEAM
  return (
    <>
      <LaneGrid ids={ids} tiles={WORST_TILES} columns={portrait ? 2 : 3} rows={portrait ? 18 : 12} />
      {withTeam && <TeamBar />}
    </>
  )
}

/** `tiles`: how many of the worst stay tiles; `columns` and `rows`: what there is room for below them. */
type LaneGridProps = { ids: readonly string[]; tiles: number; columns: number; rows: number }

export function LaneGrid({ ids, tiles, columns, rows }: LaneGridProps) {
  const worst = usePicture((picture) => picture.worst).slice(0, tiles)
  return (
    <main className="lanes">
      <div className="tiles">
        {worst.map((id) => (
          <QueueTile key={id} id={id} />
        ))}
      </div>
      <QueueLines ids={ids.filter((id) => !worst.includes(id))} columns={columns} rows={rows} />
    </main>
  )
}
