import type { IncomingMessage } from 'node:http'
import { isOurOrigin } from '@/server/http/origin'

/** May a page from there open a socket? Programs that say nothing are not led astray by a page. */
export function isOriginAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers
  return origin === undefined || isOurOrigin(origin, host, allowed)
}
