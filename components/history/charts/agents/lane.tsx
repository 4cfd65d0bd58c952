'use client'

import { type PointerEvent, useCallback } from 'react'
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
}

/** What one agent did, drawn. */
export function Lane({ agent, gaps, view, width, colours, chosen, onPoint }: LaneProps) {
  const { spans } = agent
  const { from, to } = view
  const draw = useCallback<NonNullable<Parameters<typeof useCanvas>[2]>>(
    (ctx, sheet) => {
      if (colours) drawLane(ctx, { spans, gaps, view: { from, to }, chosen }, { ...sheet, colours })
    },
    [spans, gaps, from, to, colours, chosen],
  )
  const canvas = useCanvas(width, HEIGHT, draw)
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const index = spanAt(spans, from + ((event.clientX - left) / Math.max(1, width)) * (to - from))
    onPoint(index === null ? null : (spans[index] ?? null))
  }
  return (
    <div className="charts-lane" onPointerMove={point} onPointerLeave={() => onPoint(null)}>
      <canvas ref={canvas} />
    </div>
  )
}
