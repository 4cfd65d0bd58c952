'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False while the page is the server's HTML, true once it lives. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
