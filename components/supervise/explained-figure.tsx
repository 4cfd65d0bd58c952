'use client'

import type { ReactNode } from 'react'
import { ExplainButton } from '@/components/explain/explain-button'
import { useMay } from '@/components/session/viewer'
import type { Agent } from '@/lib/domain/agent'
import { isOfAgents, type LiveFigure } from '@/lib/domain/live-figure'
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
  /** None: all that one sees. `null`: not one, as of a group that is no more, and there is nobody to open it to. */
  queues: readonly Pick<Queue, 'name' | 'label'>[] | null
  isInRow?: boolean
  children: ReactNode
}

/** A figure of this moment that opens to who is in it, for those who may open figures. */
export function LiveFigureButton({ figure, queues, isInRow = false, children }: LiveFigureButtonProps) {
  if (!useMay('history.see') || queues === null) return children
  const [only] = queues
  const label = queues.length === 1 && only ? only.label : null
  // The desk's agents are told by all they do, whatever queues are shown.
  const everywhere = isOfAgents(figure)
  const opens = { live: figure, queues: queues.map(({ name }) => name), label, ...(everywhere && { everywhere }) }
  return (
    <ExplainButton opens={opens} isInRow={isInRow}>
      {children}
    </ExplainButton>
  )
}

type TakenButtonProps = { agent: Agent; isInRow?: boolean; children: ReactNode }

/** Calls taken, as Asterisk counts them: opens to its counters, and why they are another figure than ours. */
export function TakenButton({
  agent: { pbx, interface: phone, name, members },
  isInRow = false,
  children,
}: TakenButtonProps) {
  const queues = members.map(({ queue }) => queue)
  return (
    <ExplainButton opens={{ taken: { pbx, interface: phone }, queues, label: name }} isInRow={isInRow}>
      {children}
    </ExplainButton>
  )
}
