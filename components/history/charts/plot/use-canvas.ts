'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { usePixelRatio } from './use-pixel-ratio'

type Draw = (ctx: CanvasRenderingContext2D, sheet: { width: number; height: number; ratio: number }) => void

/** A canvas of a size in CSS px, as sharp as the screen. `draw` must keep its identity as long as it draws the same. */
export function useCanvas(width: number, height: number, draw: Draw | null): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ratio = usePixelRatio()
  useLayoutEffect(() => {
    const sheet = canvas.current
    const ctx = sheet?.getContext('2d')
    if (!sheet || !ctx || !draw) return
    sheet.width = Math.max(1, Math.round(width * ratio))
    sheet.height = Math.round(height * ratio)
    draw(ctx, { width: sheet.width, height: sheet.height, ratio })
  }, [width, height, ratio, draw])
  return canvas
}
