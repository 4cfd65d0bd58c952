'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'
import uPlot from 'uplot'
import { PAPER_HEIGHT, PAPER_WIDTH, usePrinted } from '@/components/desk/use-printed'
import type { Colours } from './colours'
import { useColours } from './use-colours'
import 'uplot/dist/uPlot.min.css'

/** Everything but the size, which is that of the box. Must keep its identity as long as it draws the same. */
export type MakePlot = (colours: Colours, font: string) => Omit<uPlot.Options, 'width' | 'height'>

type PlotProps = {
  make: MakePlot
  data: uPlot.AlignedData
  /** After each drawing; `null` once it is gone. */
  onDrawn: (plot: uPlot | null) => void
}

/** A canvas as large as its box; what is drawn on it is up to `make`. */
export function Plot({ make, data, onDrawn }: PlotProps) {
  const box = useRef<HTMLDivElement>(null)
  const drawn = useRef(onDrawn)
  useLayoutEffect(() => {
    drawn.current = onDrawn
  })
  const colours = useColours()
  const isPrinted = usePrinted()
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !colours) return
    const sizeOf = () =>
      isPrinted
        ? { width: PAPER_WIDTH, height: PAPER_HEIGHT }
        : { width: Math.max(80, element.clientWidth), height: Math.max(80, element.clientHeight) }
    const { fontFamily } = getComputedStyle(element)
    const options = make(colours, `450 12px ${fontFamily}`)
    const hooks = { ...options.hooks, draw: [...(options.hooks?.draw ?? []), (plot: uPlot) => drawn.current(plot)] }
    const plot = new uPlot({ ...options, ...sizeOf(), hooks }, data, element)
    const observer = new ResizeObserver(() => {
      const { width, height } = sizeOf()
      if (width !== plot.width || height !== plot.height) plot.setSize({ width, height })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      plot.destroy()
    }
  }, [make, data, colours, isPrinted])
  useEffect(() => () => drawn.current(null), [])
  return <div ref={box} className="charts-canvas" />
}
