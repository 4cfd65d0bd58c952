import { isIP } from 'node:net'

/** May a request with this `Host` header be served? */
export type HostGuard = (host: string | undefined) => boolean

/**
 * While we listen on loopback only, a page elsewhere could still read us by giving its own name our address (DNS
 * rebinding). So names other than this machine's own must stand in `allowedOrigins`; addresses cannot be rebound.
 */
export function createHostGuard(listenHost: string, allowedOrigins: readonly string[]): HostGuard {
  if (!isLoopback(listenHost)) return () => true
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).host))
  return (host) => {
    if (host === undefined) return true // HTTP/1.0, such as a load balancer's probe: no browser sends it
    const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
    return name === 'localhost' || name.endsWith('.localhost') || isIP(name) > 0 || allowed.has(host)
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}
