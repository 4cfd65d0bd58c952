'use client'

import { useSyncExternalStore } from 'react'

const PORTRAIT = '(orientation: portrait)'

/** Whether the screen hangs upright; what fits on a page depends on it. */
export function usePortrait(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(PORTRAIT).matches,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(PORTRAIT)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
