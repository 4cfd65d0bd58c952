'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, useEffect, useMemo, useState } from 'react'
import { IntlProvider, useLocale, useMessages, useTimeZone } from 'use-intl'
import { newQueryClient } from '@/components/api/query-client'
import { useLiveRecords } from '@/components/live/use-live'
import { usePersonal } from '@/components/live/use-personal'
import { ReceiptsProvider } from '@/components/receipts/receipts-context'
import { ViewerProvider } from '@/components/session/viewer'
import { TooltipProvider } from '@/components/ui/tooltip'
import { usePicture, useQueueWindow } from '@/components/wall/board/use-board'
import type { ExplainedProps, HouseThing } from '@/components/wall/explained'
import { HOUSE_FIGURES, type HouseFigure, mayOpenOfHouse } from '@/lib/domain/house-figure'
import { LIVE_FIGURES } from '@/lib/domain/live-figure'
import { FIGURES } from '@/lib/kpi/figures'
import type { Viewer } from '@/lib/protocol/viewer'
import { ExplainButton } from './explain-button'
import { Explainer } from './explainer'
import { PartLink } from './part-link'
import '@/components/ui/css/base.css'

export type WallExplainerProps = {
  viewer: Viewer
  /** The texts that a wall does not have, compiled on the server. */
  messages: object
}

const NO_QUEUE: readonly string[] = []

/** A figure on the wall: it opens where whoever looks may see what stands behind it. */
export function WallFigure({ figure, queue, of, children }: ExplainedProps) {
  const house = HOUSE_FIGURES.find((one) => one === figure)
  if (house)
    return (
      <OfHouse figure={house} of={of}>
        {children}
      </OfHouse>
    )
  return (
    <QueueFigure figure={figure} queue={queue}>
      {children}
    </QueueFigure>
  )
}

type OfHouseProps = Pick<ExplainedProps, 'children'> & { figure: HouseFigure; of: HouseThing | undefined }

/** One of the house, for those who may see all that it counts. */
function OfHouse({ figure, of, children }: OfHouseProps) {
  const mayOpen = usePersonal(({ viewer }) => viewer !== null && mayOpenOfHouse(viewer, figure))
  return mayOpen ? (
    <ExplainButton opens={{ house: figure, of: of ?? null }}>{children}</ExplainButton>
  ) : (
    <PartLink figure={figure} of={of}>
      {children}
    </PartLink>
  )
}

/** One of queues, for those who may see the visits behind it. */
function QueueFigure({ figure, queue, children }: ExplainedProps) {
  const window = useQueueWindow()
  const mayOpen = usePersonal(({ viewer }) => viewer !== null && viewer.permissions['history.see'] !== undefined)
  const order = usePicture((picture) => (queue === null ? picture.order : NO_QUEUE))
  const all = useLiveRecords('queues')
  const shown = useMemo(() => (queue ? [queue] : all.filter(({ id }) => order.includes(id))), [queue, all, order])
  if (!mayOpen) return children
  const [only] = shown
  const of = { queues: shown.map(({ name }) => name), label: shown.length === 1 && only ? only.label : null }
  const live = LIVE_FIGURES.find((one) => one === figure)
  const counted = FIGURES.find((one) => one === figure)
  const opens = live ? { ...of, live } : counted && { ...of, window, figure: counted }
  return opens ? <ExplainButton opens={opens}>{children}</ExplainButton> : children
}

/** What the dialog needs of the pages for people, around it alone. */
export function WallExplainer({ viewer, messages }: WallExplainerProps) {
  const [queries] = useState(() => newQueryClient())
  const told = usePersonal((personal) => personal.viewer)
  const all = { ...useMessages(), ...messages } as NonNullable<ComponentProps<typeof IntlProvider>['messages']>
  useReadersSize()
  return (
    <IntlProvider locale={useLocale()} messages={all} timeZone={useTimeZone() ?? 'UTC'}>
      <QueryClientProvider client={queries}>
        <ViewerProvider viewer={toRead(told ?? viewer)}>
          <ReceiptsProvider>
            <TooltipProvider>
              <Explainer isElsewhere />
            </TooltipProvider>
          </ReceiptsProvider>
        </ViewerProvider>
      </QueryClientProvider>
    </IntlProvider>
  )
}

/** A wall has no place for receipts: nobody is called from it. */
function toRead(viewer: Viewer): Viewer {
  const { dial, ...permissions } = viewer.permissions
  return { ...viewer, permissions }
}

const READERS_REM = 16

/** Tells the style sheet how much smaller than a reader's the wall's own rem is. */
function useReadersSize(): void {
  useEffect(() => {
    const root = document.documentElement
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(root).fontSize)
      root.style.setProperty('--explain-zoom', String(Math.max(1, READERS_REM / rem)))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
}
