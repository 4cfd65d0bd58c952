'use client'

import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { HouseFigure } from '@/lib/domain/house-figure'
import type { LiveFigure } from '@/lib/domain/live-figure'
import type { Queue } from '@/lib/domain/queue'
import type { Figure } from '@/lib/kpi/figures'

/** One room, mailbox or trunk, and what people call it. */
export type HouseThing = { id: string; label: string }

export type ExplainedProps = {
  figure: Figure | LiveFigure | HouseFigure
  /** Of which queue; `null`: of all that are shown, or it is none of queues. */
  queue: Pick<Queue, 'name' | 'label'> | null
  /** Of the house: of which room, mailbox or trunk; left out: of all. */
  of?: HouseThing
  children: ReactNode
}

/** Draws a figure so that it can be opened; `null`: whoever looks may not know what stands behind it. */
export const ExplainContext = createContext<ComponentType<ExplainedProps> | null>(null)

/** A figure that can be opened down to the visits behind it, by whoever may see those. */
export function Explained(props: ExplainedProps) {
  const Open = useContext(ExplainContext)
  return Open ? <Open {...props} /> : props.children
}
