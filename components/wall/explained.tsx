'use client'

import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { HousePart } from '@/lib/domain/house'
import type { LiveFigure } from '@/lib/domain/live-figure'
import type { Queue } from '@/lib/domain/queue'
import type { Figure } from '@/lib/kpi/figures'

export type ExplainedProps = {
  /** Of a part of the house: its name. */
  figure: Figure | LiveFigure | HousePart
  /** `null`: all that are shown. */
  queue: Pick<Queue, 'name' | 'label'> | null
  /** Which of several figures of a part it is. */
  word?: string
  children: ReactNode
}

/** Draws a figure so that it can be opened; `null`: whoever looks may not know what stands behind it. */
export const ExplainContext = createContext<ComponentType<ExplainedProps> | null>(null)

/** A figure that can be opened down to the visits behind it, by whoever may see those. */
export function Explained(props: ExplainedProps) {
  const Open = useContext(ExplainContext)
  return Open ? <Open {...props} /> : props.children
}
