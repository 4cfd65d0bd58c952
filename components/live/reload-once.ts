const KEY = 'callboard.reloaded-for'

/**
 * Reloads the page for a new build of the server. Once per build: a page that some cache gives back unchanged would
 * otherwise reload for ever, and a wall would never be read.
 */
export function reloadOnce(build: string, reload: () => void = () => window.location.reload()): void {
  if (wasReloadedFor(build)) return
  reload()
}

function wasReloadedFor(build: string): boolean {
  try {
    if (sessionStorage.getItem(KEY) === build) return true
    sessionStorage.setItem(KEY, build)
  } catch {
    // Storage may be denied by the browser's settings: then there is no memory of earlier reloads.
  }
  return false
}
