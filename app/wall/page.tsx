import type { Metadata } from 'next'
import { ExplainingWall } from '@/components/explain/explaining-wall'
import { DeskSprite } from '@/components/ui/desk-sprite'
import { parseQueueNames } from '@/components/wall/board/pick-queues'
import { parseWidgets, WIDGETS } from '@/components/wall/widgets/names'
import { permissionOf } from '@/lib/domain/house'
import { KPI_WINDOWS } from '@/lib/domain/kpi'
import { inScope, may } from '@/lib/domain/rights'
import type { Viewer } from '@/lib/protocol/viewer'
import { configuredBoard } from '../board'
import { compiledMessages } from '../compiled-messages'
import { pageLocale } from '../page-locale'
import { viewerOf } from '../viewer'

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  return { title: first((await searchParams).title) ?? configuredBoard().title ?? 'Wall' }
}

export default async function WallPage({ searchParams }: Search) {
  const { queues, title, window, widgets } = await searchParams
  const viewer = await viewerOf()
  const board = configuredBoard()
  const order = board.order.filter((name) => viewer === null || inScope(viewer.queues, name))
  const explain = await explainedTo(viewer)
  return (
    <>
      {explain && <DeskSprite />}
      <ExplainingWall
        explain={explain}
        board={{ ...board, order }}
        names={parseQueueNames(first(queues))}
        title={first(title) ?? null}
        window={KPI_WINDOWS.find((known) => known === first(window)) ?? 'today'}
        widgets={parseWidgets(first(widgets))}
        allowed={WIDGETS.filter((name) => viewer !== null && may(viewer, permissionOf(name)))}
      />
    </>
  )
}

/** What is needed to open figures, for those who may see the visits behind them. */
async function explainedTo(viewer: Viewer | null) {
  if (viewer === null || !may(viewer, 'history.see')) return null
  return { viewer, messages: compiledMessages(await pageLocale(), 'explained') }
}

function first(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value
  return text === '' ? undefined : text
}
