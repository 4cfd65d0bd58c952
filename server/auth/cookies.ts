import type { IncomingHttpHeaders } from 'node:http'

const NAME = 'callboard_session'
/** A browser takes this one only from this very host, over TLS, for all paths. */
const HOST_NAME = `__Host-${NAME}`

type CookieOptions = { secure: boolean /** `null`: until the browser is closed. */; maxAgeMs: number | null }

/**
 * Does the browser speak TLS, to us or to a proxy before us? Whoever lies about it spoils their own cookie only: no page
 * can make another's browser send these headers.
 */
export function isSecure(headers: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  if (headers.origin?.startsWith('https://')) return true
  if (String(headers['x-forwarded-proto'] ?? '').startsWith('https')) return true
  return headers.host !== undefined && allowedOrigins.includes(`https://${headers.host}`)
}

/** Under TLS the plain name is not read: it could have been planted by whoever answers without TLS. */
export function readSessionCookie(headers: IncomingHttpHeaders, secure: boolean): string | null {
  const cookies = parseCookies(headers.cookie)
  return cookies.get(HOST_NAME) ?? (secure ? null : (cookies.get(NAME) ?? null))
}

export function sessionCookie(token: string, options: CookieOptions): string {
  return cookie(options.secure ? HOST_NAME : NAME, token, options)
}

/** Both names end: the way of signing in may have changed in between. */
export function endedSessionCookies(secure: boolean): string[] {
  const ended = { secure, maxAgeMs: 0 }
  return secure ? [cookie(HOST_NAME, '', ended), cookie(NAME, '', ended)] : [cookie(NAME, '', ended)]
}

/** HttpOnly, SameSite=Lax: sent along when a link leads here, never by another site's form or script. */
export function cookie(name: string, value: string, { secure, maxAgeMs }: CookieOptions): string {
  const age = maxAgeMs === null ? '' : `; Max-Age=${Math.floor(maxAgeMs / 1000)}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${age}`
}

/** The first of each name, as browsers send the most specific first. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=')
    if (equals < 0) continue
    const name = part.slice(0, equals).trim()
    if (!cookies.has(name)) cookies.set(name, part.slice(equals + 1).trim())
  }
  return cookies
}
