import type { IncomingMessage } from 'node:http'

/**
 * May a page from there open a socket? Browsers always say where a page comes from (RFC 6455, 4.1) and let any page
 * connect anywhere; programs that say nothing are not led astray by a page.
 */
export function isOriginAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (allowed.includes(origin)) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}
