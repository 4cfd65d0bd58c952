'use client'

import { useEffect } from 'react'

/** Keeps the screen awake. Browsers let go of the lock whenever the page is hidden, and refuse it where they must. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let over = false
    const acquire = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const fresh = await navigator.wakeLock.request('screen')
        if (over) await fresh.release()
        else lock = fresh
      } catch {
        // Not allowed here (battery, permissions): the wall works all the same.
      }
    }
    void acquire()
    document.addEventListener('visibilitychange', acquire)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', acquire)
      void lock?.release()
    }
  }, [])
}
