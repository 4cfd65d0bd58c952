'use client'

import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { usePicture } from './board/use-board'
import { QueueTile } from './queue-tile'
import { TeamBar, type TeamGrid, TeamStrip } from './team-strip'
import { useLoaded } from './use-loaded'
import { usePortrait } from './use-portrait'
import './css/stage.css'

const MOST_FULL_TILES = 4
const MOST_TILES = 16

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
  return order.length <= MOST_TILES ? <Tiles ids={order} /> : <Many ids={order} />
}

// Few walls show one queue alone or more than fit as tiles: the others do not load what only those need.
const loadCallers = () => import('./callers-list').then(({ CallersList }) => CallersList)
const loadLanes = () => import('./lanes').then(({ Lanes }) => Lanes)

function Many({ ids }: { ids: readonly string[] }) {
  const Lanes = useLoaded(loadLanes)
  return Lanes ? <Lanes ids={ids} /> : <main aria-busy="true" />
}

/** One queue: the tile takes the stage, with its callers beside it and its people in words, where `team` says nothing else. */
export function Stage({ id, team }: { id: string; team?: TeamGrid }) {
  const t = useTranslations('tile')
  const Callers = useLoaded(loadCallers)
  const people = usePicture((picture) => picture.agents.length)
  const portrait = usePortrait()
  const words = portrait ? PEOPLE_IN_WORDS_UPRIGHT : PEOPLE_IN_WORDS
  const fits = people <= words.columns * words.rows
  const grid = team ?? (fits ? words : portrait ? PEOPLE_UPRIGHT : PEOPLE)
  return (
    <>
      <main className="stage">
        <QueueTile id={id} title={t('waitingNow')} />
        {Callers ? <Callers queueId={id} /> : <section className="callers" />}
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
