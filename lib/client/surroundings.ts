/** What the cache needs of the browser, so that tests can stand in for it. */
export type Surroundings = {
  /** A steady count of ms that nobody can set; may stand still while a laptop sleeps. */
  steadyNow(): number
  /** The browser's own clock, ms since 1970. */
  wallNow(): number
  every(ms: number, callback: () => void): () => void
  /** The page is looked at again, or the network is back. */
  onWake(callback: () => void): () => void
  onOffline(callback: () => void): () => void
}

export const browserSurroundings: Surroundings = {
  steadyNow: () => performance.now(),
  wallNow: () => Date.now(),
  every(ms, callback) {
    const timer = setInterval(callback, ms)
    return () => clearInterval(timer)
  },
  onWake(callback) {
    const stops = [
      listen('online', callback),
      listen('pageshow', (event) => {
        if (event.persisted) callback()
      }),
      listen('visibilitychange', () => {
        if (document.visibilityState === 'visible') callback()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  },
  onOffline: (callback) => listen('offline', callback),
}

type WindowEvents = WindowEventMap & { visibilitychange: Event }

/** `visibilitychange` bubbles from the document to the window. Outside a browser there is nothing to hear. */
function listen<E extends 'online' | 'offline' | 'pageshow' | 'visibilitychange'>(
  event: E,
  callback: (event: WindowEvents[E]) => void,
): () => void {
  if (typeof window === 'undefined') return () => {}
  const listener = callback as EventListener
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}
