'use client'

import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import { usePicture } from './board/use-board'
import { WORST_TILES } from './board/wall-board'
import { CallersList } from './callers-list'
import { QueueLines } from './queue-lines'
import { QueueTile } from './queue-tile'
import { TeamStrip } from './team-strip'
import { usePortrait } from './use-portrait'

const MOST_FULL_TILES = 4
const MOST_TILES = 16
/** Lines up to here leave room for the agents' counts under them. */
const MOST_LINES_WITH_TEAM = 33

/** Columns by number of tiles: rows fill the screen evenly. */
const COLUMNS = [1, 1, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4] as const

/** The form of the wall follows from how many queues it shows. */
export function WallLayout() {
  const order = usePicture((picture) => picture.order)
  const first = order[0]
  if (order.length === 1 && first !== undefined) return <Stage id={first} />
  return order.length <= MOST_TILES ? <Tiles ids={order} /> : <Lanes ids={order} />
}

/** One queue: the tile takes the stage, with its callers beside it and its people in words. */
function Stage({ id }: { id: string }) {
  const t = useTranslations('tile')
  const people = usePicture((picture) => picture.agents.length)
  const portrait = usePortrait()
  const words = people <= (portrait ? 12 : 9)
  return (
    <>
      <main className="stage">
        <QueueTile id={id} title={t('waitingNow')} />
        <CallersList queueId={id} />
      </main>
      <TeamStrip form={words ? 'words' : 'names'} capacity={words ? 12 : 18} />
    </>
  )
}

function Tiles({ ids }: { ids: readonly string[] }) {
  const count = ids.length
  const columns = { '--cols': COLUMNS[count], '--cols-portrait': count <= MOST_FULL_TILES ? 1 : 2 } as CSSProperties
  return (
    <>
      <main className="tiles" style={columns}>
        {ids.map((id) => (
          <QueueTile key={id} id={id} />
        ))}
      </main>
      <TeamStrip form={count <= MOST_FULL_TILES ? 'names' : 'bar'} capacity={18} />
    </>
  )
}

/** Many queues: those in most trouble stay tiles, the rest become lines. */
function Lanes({ ids }: { ids: readonly string[] }) {
  const worst = usePicture((picture) => picture.worst)
  const portrait = usePortrait()
  const rest = ids.filter((id) => !worst.includes(id))
  const withTeam = portrait || rest.length <= MOST_LINES_WITH_TEAM
  return (
    <>
      <main className="lanes">
        <div className="tiles">
          {worst.slice(0, WORST_TILES).map((id) => (
            <QueueTile key={id} id={id} />
          ))}
        </div>
        <QueueLines ids={rest} columns={portrait ? 2 : 3} rows={portrait ? 18 : 12} />
      </main>
      {withTeam && <TeamStrip form="bar" capacity={18} />}
    </>
  )
}
