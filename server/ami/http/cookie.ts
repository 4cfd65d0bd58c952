import type { IncomingHttpHeaders } from 'node:http'
import { AmiError } from '../ami-error'
import { type Authority, forbidden, type Verdict } from './authority'

const COOKIE = /^mansession_id="?([0-9a-f]{1,16})"?(?:;|$)/i

/**
 * The session by its cookie. Each answer repeats it; another value means that Asterisk knows the old session no more
 * (expired, or restarted), and with it are gone the events that waited there.
 */
export class CookieAuthority implements Authority {
  private id: string | null = null

  headers(): Record<string, string> {
    return this.id === null ? {} : { Cookie: `mansession_id="${this.id}"` }
  }

  judge(status: number, headers: IncomingHttpHeaders): Verdict {
    if (status === 401 || status === 403) throw forbidden(status)
    const id = sessionOf(headers['set-cookie'])
    if (status !== 200) return 'taken'
    if (this.id === null && id === null)
      throw new AmiError('not-ami', 'The answer sets no cookie mansession_id, expected one of /rawman or /mxml')
    if (this.id !== null && id !== null && id !== this.id)
      throw new AmiError('link-lost', 'The PBX knows our HTTP session no more')
    this.id ??= id
    return 'taken'
  }
}

function sessionOf(cookies: readonly string[] = []): string | null {
  for (const cookie of cookies) {
    const id = COOKIE.exec(cookie)?.[1]
    if (id !== undefined) return id.toLowerCase()
  }
  return null
}
