import type { IncomingHttpHeaders } from 'node:http'

/**
 * Does a page of ours ask? Browsers say where a page comes from with every change and every socket (Fetch standard,
 * "append a request Origin header"; RFC 6455, 4.1), and let any page ask anywhere.
 */
export function isOurOrigin(origin: string, host: string | undefined, allowed: readonly string[]): boolean {
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}

/** Why a request that changes something is not believed to be meant; `null`: it is. */
export function foreignChange(headers: IncomingHttpHeaders, allowed: readonly string[]): string | null {
  const { origin, host, cookie, authorization } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'This comes from a page of another site.'
  if (origin !== undefined) return isOurOrigin(origin, host, allowed) ? null : 'This origin is not allowed here.'
  // Without an origin it is no browser's page, unless something stripped it: then nothing that a browser adds by itself counts.
  if (cookie === undefined || /^Bearer /i.test(authorization ?? '')) return null
  return 'A change by cookie must name the origin of its page.'
}
