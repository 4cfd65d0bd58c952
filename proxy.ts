import { type NextRequest, NextResponse } from 'next/server'
import { LANGUAGE_COOKIE, LANGUAGE_HEADER, THEME_HEADER } from '@/app/page-locale'

const YEAR_S = 31_536_000

/**
 * Gives each page its content security policy: only scripts with this request's nonce run, and nothing comes from
 * another host. Also hands `?lang=` and `?theme=` to the layout, which does not see the address.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = policyOf(nonce, process.env.NODE_ENV === 'development')
  const { searchParams } = request.nextUrl
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  setOrDelete(headers, LANGUAGE_HEADER, searchParams.get('lang'))
  setOrDelete(headers, THEME_HEADER, searchParams.get('theme'))
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  const language = searchParams.get('lang')
  if (language)
    response.cookies.set(LANGUAGE_COOKIE, language.slice(0, 16), { maxAge: YEAR_S, sameSite: 'lax', path: '/' })
  return response
}

/** Next reads the nonce from the request's own policy header. Development needs eval and injected styles. */
function policyOf(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** A browser must not set what only the address may. */
function setOrDelete(headers: Headers, name: string, value: string | null): void {
  if (value === null) headers.delete(name)
  else headers.set(name, value)
}

export const config = {
  matcher: ['/((?!api|_next|socket.io|healthz|readyz|metrics|icon.svg|robots.txt).*)'],
}
