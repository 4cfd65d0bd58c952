'use client'

import { useSyncExternalStore } from 'react'

/** Pixels of the screen for one CSS px: another screen, or the browser's zoom, changes it. */
export function usePixelRatio(): number {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener)
      return () => window.removeEventListener('resize', listener)
    },
    () => window.devicePixelRatio,
    () => 1,
  )
}
