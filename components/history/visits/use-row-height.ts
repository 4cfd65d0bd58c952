import { type RefObject, useLayoutEffect, useState } from 'react'

/** Where nothing can be measured. */
const USUAL_PX = 36

/** How high a row is, px: what the style sheet says of the box (`--row-px`) at its present width. */
export function useRowHeight(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(USUAL_PX)
  useLayoutEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () =>
      setHeight(Number.parseFloat(getComputedStyle(element).getPropertyValue('--row-px')) || USUAL_PX)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box])
  return height
}
