'use client'

import { useTranslations } from 'use-intl'
import { Blank } from '../blank'
import { usePicture } from '../board/use-board'
import { LaneGrid } from '../lanes'
import { TeamBar, TeamStrip } from '../team-strip'
import { usePortrait } from '../use-portrait'
import type { Beside } from '../wall'
import { Stage, TileGrid, WallLayout } from '../wall-layout'
import type { WidgetName } from './names'
import { useAllowed } from './use-allowed'
import { WidgetSlot } from './widget-slot'
import './widgets.css'

/** What the queues keep of a landscape screen: three columns. */
const MOST_TILES = 12
const COLUMNS = [1, 1, 2, 3, 2, 3, 3] as const
const WORST_TILES = 3
const PEOPLE = { columns: 4, rows: 4, words: false }
const MOST_TILES_WITH_PEOPLE = 3
/** And of an upright one: what stands above the widgets, which take one to three rows of two. */
const MOST_TILES_UPRIGHT = 6
const WORST_TILES_UPRIGHT = 4
const LINES_UPRIGHT = [18, 15, 10, 6] as const
const PEOPLE_UPRIGHT = { columns: 3, rows: 6, words: false }
const MOST_TILES_WITH_PEOPLE_UPRIGHT = 1

type WallWithWidgetsProps = { queues: readonly string[] | null; beside: Beside }

/** The queues, and parts of the house at their side (below them where the screen hangs upright). */
export function WallWithWidgets({ queues, beside }: WallWithWidgetsProps) {
  const allowed = useAllowed(beside.allowed)
  const shown = beside.names.filter((name) => allowed.includes(name))
  const empty = usePicture(({ order }) => order.length === 0)
  return (
    <>
      {shown.length === 0 ? (
        <Alone queues={queues} empty={empty} />
      ) : (
        <div className="beside" data-rows={Math.ceil(shown.length / 2)}>
          {empty ? <Blank names={queues} /> : <Queues widgetRows={Math.ceil(shown.length / 2)} />}
          <aside className="widgets">
            {shown.map((name) => (
              <WidgetSlot key={name} name={name} />
            ))}
          </aside>
        </div>
      )}
      <Missing forbidden={beside.names.filter((name) => !allowed.includes(name))} unknown={beside.unknown} />
    </>
  )
}

function Alone({ queues, empty }: Pick<WallWithWidgetsProps, 'queues'> & { empty: boolean }) {
  return empty ? <Blank names={queues} /> : <WallLayout />
}

function Queues({ widgetRows }: { widgetRows: number }) {
  const ids = usePicture(({ order }) => order)
  const upright = usePortrait()
  return upright ? <QueuesUpright ids={ids} widgetRows={widgetRows} /> : <QueuesLandscape ids={ids} />
}

function QueuesLandscape({ ids }: { ids: readonly string[] }) {
  const [first] = ids
  const count = ids.length
  if (count === 1 && first !== undefined) return <Stage id={first} team={PEOPLE} />
  if (count > MOST_TILES) return <LaneGrid ids={ids} tiles={WORST_TILES} columns={2} rows={12} />
  return (
    <>
      <TileGrid ids={ids} columns={COLUMNS[count] ?? 3} columnsUpright={1} />
      {count <= MOST_TILES_WITH_PEOPLE ? <TeamStrip {...PEOPLE} /> : <TeamBar />}
    </>
  )
}

function QueuesUpright({ ids, widgetRows }: { ids: readonly string[]; widgetRows: number }) {
  const count = ids.length
  if (count > MOST_TILES_UPRIGHT)
    return <LaneGrid ids={ids} tiles={WORST_TILES_UPRIGHT} columns={2} rows={LINES_UPRIGHT[widgetRows] ?? 6} />
  return (
    <>
      <TileGrid ids={ids} columns={1} columnsUpright={count > 3 ? 2 : 1} />
      {count <= MOST_TILES_WITH_PEOPLE_UPRIGHT ? <TeamStrip {...PEOPLE_UPRIGHT} /> : <TeamBar />}
    </>
  )
}

/** Says quietly which widgets are not there: for want of a right, or because there is none of that name. */
function Missing({ forbidden, unknown }: { forbidden: readonly WidgetName[]; unknown: readonly string[] }) {
  const t = useTranslations('widgets')
  if (forbidden.length + unknown.length === 0) return null
  return (
    <p className="widgets-missing lab">
      {forbidden.length > 0 && (
        <span>{t('forbidden', { names: forbidden.map((name) => t(`${name}.title`)).join(', ') })}</span>
      )}
      {unknown.length > 0 && <span>{t('unknown', { names: unknown.join(', ') })}</span>}
    </p>
  )
}
