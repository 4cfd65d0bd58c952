'use client'

import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { usePicture } from './board/use-board'
import { WORST_TILES } from './board/wall-board'
import { CallersList } from './callers-list'
import { QueueLines } from './queue-lines'
import { QueueTile } from './queue-tile'
import { TeamBar, type TeamGrid, TeamStrip } from './team-strip'
import { usePortrait } from './use-portrait'

const MOST_FULL_TILES = 4
const MOST_TILES = 16
/** Lines up to here leave room for the agents' counts under them. */
const MOST_LINES_WITH_TEAM = 33

/** What the tiles above leave room for. */
const PEOPLE: TeamGrid = { columns: 6, rows: 4, words: false }
const PEOPLE_UPRIGHT: TeamGrid = { columns: 3, rows: 6, words: false }
const PEOPLE_IN_WORDS: TeamGrid = { columns: 3, rows: 3, words: true }
const PEOPLE_IN_WORDS_UPRIGHT: TeamGrid = { columns: 2, rows: 6, words: true }

/** Columns by number of tiles: rows fill the screen evenly. */
const COLUMNS = [1, 1, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4] as const

/** The form of the wall follows from how many queues it shows. */
export function WallLayout() {
  const order = usePicture((picture) => picture.order)
  const first = order[0]
  if (order.length === 1 && first !== undefined) return <Stage id={first} />
  return order.length <= MOST_TILES ? <Tiles ids={order} /> : <Lanes ids={order} />
}

/** One queue: the tile takes the stage, with its callers beside it and its people in words, where `team` says nothing else. */
export function Stage({ id, team }: { id: string; team?: TeamGrid }) {
  const t = useTranslations('tile')
  const people = usePicture((picture) => picture.agents.length)
  const portrait = usePortrait()
  const words = portrait ? PEOPLE_IN_WORDS_UPRIGHT : PEOPLE_IN_WORDS
  const fits = people <= words.columns * words.rows
  const grid = team ?? (fits ? words : portrait ? PEOPLE_UPRIGHT : PEOPLE)
  return (
    <>
      <main className="stage">
        <QueueTile id={id} title={t('waitingNow')} />
        <CallersList queueId={id} />
      </main>
      <TeamStrip {...grid} />
    </>
  )
}

function Tiles({ ids }: { ids: readonly string[] }) {
  const portrait = usePortrait()
  const count = ids.length
  return (
    <>
      <TileGrid
        ids={ids}
        columns={COLUMNS[count] ?? MOST_FULL_TILES}
        columnsUpright={count <= MOST_FULL_TILES ? 1 : 2}
      />
      {count <= MOST_FULL_TILES ? <TeamStrip {...(portrait ? PEOPLE_UPRIGHT : PEOPLE)} /> : <TeamBar />}
    </>
  )
}

type TileGridProps = { ids: readonly string[]; columns: number; columnsUpright: number }

/** Queues as tiles in columns, landscape and upright. */
export function TileGrid({ ids, columns, columnsUpright }: TileGridProps) {
  return (
    <main className="tiles" style={{ '--cols': columns, '--cols-portrait': columnsUpright } as CSSProperties}>
      {ids.map((id) => (
        <QueueTile key={id} id={id} />
      ))}
    </main>
  )
}

/** Many queues: those in most trouble stay tiles, the rest become lines. */
function Lanes({ ids }: { ids: readonly string[] }) {
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
