const KEY = 'callboard.phones.starred'
const listeners = new Set<() => void>()
const NOTHING: ReadonlySet<string> = new Set()
let known: ReadonlySet<string> | null = null

/** Ids of phones that are starred in this browser; the same set until it changes. */
export function starred(): ReadonlySet<string> {
  known ??= read()
  return known
}

/** On the server nobody has starred anything. */
export function starredNowhere(): ReadonlySet<string> {
  return NOTHING
}

export function toggleStar(id: string): void {
  const next = new Set(starred())
  if (!next.delete(id)) next.add(id)
  known = next
  try {
    localStorage.setItem(KEY, JSON.stringify([...next]))
  } catch {
    // Storage may be denied by the browser's settings: then the page alone remembers.
  }
  for (const listener of listeners) listener()
}

export function onStars(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY) return
    known = null
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

function read(): ReadonlySet<string> {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return new Set(Array.isArray(said) ? said.filter((id) => typeof id === 'string') : [])
  } catch {
    return NOTHING
  }
}
