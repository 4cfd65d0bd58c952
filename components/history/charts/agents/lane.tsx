'use client'

import { type MouseEvent, useCallback } from 'react'
import type { AgentSpan } from '@/lib/domain/time-line'
import type { AgentOfTimeline } from '@/lib/protocol/agents'
import type { Colours } from '../plot/colours'
import { useCanvas } from '../plot/use-canvas'
import type { View } from '../plot/zoom'
import { drawLane } from './draw-lane'
import { spanAt } from './spans'

/** Height of the bands, CSS px; the style sheet has the row's. */
const HEIGHT = 20

type LaneProps = {
  agent: AgentOfTimeline
  gaps: readonly View[]
  view: View
  width: number
  colours: Colours | null
  chosen: AgentSpan | null
  /** The span under the pointer, and where; `null`: there is none. */
  onPoint: (span: AgentSpan | null) => void
  /** The span that is pressed. */
  onChoose: (span: AgentSpan) => void
}

/** What one agent did, drawn. */
export function Lane({ agent, gaps, view, width, colours, chosen, onPoint, onChoose }: LaneProps) {
  const { spans } = agent
  const { from, to } = view
  const draw = useCallback<NonNullable<Parameters<typeof useCanvas>[2]>>(
    (ctx, sheet) => {
      if (colours) drawLane(ctx, { spans, gaps, view: { from, to }, chosen }, { ...sheet, colours })
    },
    [spans, gaps, from, to, colours, chosen],
  )
  const canvas = useCanvas(width, HEIGHT, draw)
  const spanUnder = ({ currentTarget, clientX }: MouseEvent<HTMLElement>) => {
    const { left } = currentTarget.getBoundingClientRect()
    const index = spanAt(spans, from + ((clientX - left) / Math.max(1, width)) * (to - from))
    return index === null ? null : (spans[index] ?? null)
  }
  const choose = (event: MouseEvent<HTMLElement>) => {
    const span = spanUnder(event)
    if (span) onChoose(span)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the keyboard opens it from the agent's name
    <div
      className="charts-lane"
      onPointerMove={(event) => onPoint(spanUnder(event))}
      onPointerLeave={() => onPoint(null)}
      onClick={choose}
    >
      <canvas ref={canvas} />
    </div>
  )
}
