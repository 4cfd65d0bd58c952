'use client'

import { type RefObject, useEffect } from 'react'

/** How many rem a wall is wide and high (`components/wall/css/wall.css`), the longer side first. */
const LONG = 120
const SHORT = 67.5
/** Which `replay.css` takes on a screen; on paper it is the paper's. */
const REM = '--replay-rem'

/** A wall counts in rem, of which a screen has so many: those of its stage, where it is given less than the screen. */
export function useWallSize(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current
    const { style } = document.documentElement
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element
      const isUpright = window.matchMedia('(orientation: portrait)').matches
      const rem = isUpright ? Math.min(width / SHORT, height / LONG) : Math.min(width / LONG, height / SHORT)
      style.setProperty(REM, `${rem}px`)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty(REM)
    }
  }, [stage])
}
