'use client'

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Until it is measured, and where nothing can be measured. */
const UNMEASURED = 1000

/**
 * How high the element that takes `ref` is, in rem of the wall. A wall never scrolls, so what does not fit is counted and
 * not drawn.
 */
export function useRoom<E extends HTMLElement>(): { ref: RefObject<E | null>; rem: number } {
  const ref = useRef<E>(null)
  const [rem, setRem] = useState(UNMEASURED)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setRem((element.clientHeight + 1) / pixels)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return { ref, rem }
}

/** The line that tells how many more there are. */
export const REST_REM = 2.125

/**
 * How many of `count` rows, `rowRem` high, are drawn in a height: all of them, or as many as leave room to count the rest.
 * Where that room would cost the only row, the rest is not counted: the widget's figure has to do.
 */
export function drawnOf(count: number, rowRem: number, heightRem: number): { drawn: number; counts: boolean } {
  const most = Math.floor(heightRem / rowRem)
  if (count <= most) return { drawn: count, counts: false }
  const counted = Math.floor((heightRem - REST_REM) / rowRem)
  return counted > 0 || most < 1 ? { drawn: Math.max(0, counted), counts: true } : { drawn: most, counts: false }
}
