'use client'

import { type ComponentType, useEffect, useState } from 'react'

/** After so long a part that could not be loaded is asked for again, ms. */
const AGAIN_MS = 5000

/**
 * A part of the page whose code comes only when it is needed; `null`: not needed, or on its way. A wall hangs for weeks:
 * what could not be loaded is tried again. Keep the identity of `load`.
 */
export function useLoaded<Props>(load: (() => Promise<ComponentType<Props>>) | null): ComponentType<Props> | null {
  const [part, setPart] = useState<ComponentType<Props> | null>(null)
  useEffect(() => {
    if (load === null) return setPart(null)
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const tryToLoad = () =>
      load().then(
        (loaded) => over || setPart(() => loaded),
        () => {
          if (!over) timer = setTimeout(tryToLoad, AGAIN_MS)
        },
      )
    void tryToLoad()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [load])
  return part
}
