'use client'

import { useEffect } from 'react'

/** Loads the page anew when the server runs another build than the one this page came from. */
export function useReloadOnNewBuild(loaded: string, running: string): void {
  useEffect(() => {
    if (loaded !== '' && running !== '' && running !== loaded) window.location.reload()
  }, [loaded, running])
}
