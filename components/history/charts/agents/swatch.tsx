'use client'

import { useCallback } from 'react'
import type { SpanState } from '@/lib/domain/time-line'
import type { Colours } from '../plot/colours'
import { useCanvas } from '../plot/use-canvas'
import { drawState } from './draw-lane'

/** CSS px. */
const [WIDTH, HEIGHT] = [14, 14]

/** A state as it looks in the lanes. */
export function Swatch({ state, colours }: { state: SpanState; colours: Colours | null }) {
  const draw = useCallback<NonNullable<Parameters<typeof useCanvas>[2]>>(
    (ctx, sheet) => {
      if (colours) drawState(ctx, state, { left: 0, width: sheet.width }, { ...sheet, colours })
    },
    [state, colours],
  )
  return <canvas ref={useCanvas(WIDTH, HEIGHT, draw)} className="charts-swatch" />
}
