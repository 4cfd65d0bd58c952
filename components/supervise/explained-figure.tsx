'use client'

import type { ReactNode } from 'react'
import { ExplainButton } from '@/components/explain/explain-button'
import { useMay } from '@/components/session/viewer'
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
