/**
 * Where to go after the sign-in, if it is a page of ours: `//host`, `/\host` and anything with a scheme would lead away.
 */
export function safeNext(next: string | null | undefined): string | null {
  if (!next?.startsWith('/')) return null
  const here = 'http://here.invalid'
  const url = URL.canParse(next, here) ? new URL(next, here) : null
  if (url === null || url.origin !== here) return null
  const path = url.pathname + url.search + url.hash
  return path.startsWith('/sign-in') || path.startsWith('/api/') || path.startsWith('//') ? null : path
}
