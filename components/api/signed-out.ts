/** The session is over, whoever learned of it first: a request or the socket. The page then asks to sign in. */
let over = false
const listeners = new Set<() => void>()

export function tellSignedOut(): void {
  if (over) return
  over = true
  for (const listener of listeners) listener()
}

export function isSignedOut(): boolean {
  return over
}

/** Returns the undo. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
