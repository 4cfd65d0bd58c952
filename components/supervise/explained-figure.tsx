'use client'

import type { ReactNode } from 'react'
import { ExplainButton } from '@/components/explain/explain-button'
import { useMay } from '@/components/session/viewer'
import type { LiveFigure } from '@/lib/domain/live-figure'
import type { Queue } from '@/lib/domain/queue'
import type { Figure } from '@/lib/kpi/figures'
import { useDeskView } from './desk-context'

type ExplainedFigureProps = {
  figure: Figure
  queue: Pick<Queue, 'name' | 'label'>
  /** In a row, which opens something of its own. */
  isInRow?: boolean
  children: ReactNode
}

/** A figure of a queue that opens to what it is made of, for those who may see the visits behind it. */
export function ExplainedFigure({ figure, queue: { name, label }, isInRow = false, children }: ExplainedFigureProps) {
  const { window } = useDeskView().view
  if (!useMay('history.see')) return children
  return (
    <ExplainButton opens={{ figure, window, queues: [name], label }} isInRow={isInRow}>
      {children}
    </ExplainButton>
  )
}

type LiveFigureButtonProps = {
  figure: LiveFigure
  queues: readonly Pick<Queue, 'name' | 'label'>[]
  isInRow?: boolean
  children: ReactNode
}

/** A figure of this moment that opens to who is in it, for those who may open figures. */
export function LiveFigureButton({ figure, queues, isInRow = false, children }: LiveFigureButtonProps) {
  if (!useMay('history.see')) return children
  const [only] = queues
  const label = queues.length === 1 && only ? only.label : null
  return (
    <ExplainButton opens={{ live: figure, queues: queues.map(({ name }) => name), label }} isInRow={isInRow}>
      {children}
    </ExplainButton>
  )
}
