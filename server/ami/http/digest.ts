import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { AmiError } from '../ami-error'
import { type Authority, forbidden, type Verdict } from './authority'

type Challenge = { realm: string; nonce: string; opaque: string | undefined; stale: boolean }

/**
 * HTTP digest (RFC 2617, MD5) as main/manager.c `auth_http_callback` has it: the nonce names the session, its count must
 * rise with every request, and after 62 s of use, or on a count that came late, a new nonce takes its place, told by a 401
 * that says `stale`. What was asked with the old one was not done and is asked again.
 */
export class DigestAuthority implements Authority {
  private challenge: Challenge | null = null
  private count = 0

  constructor(
    private readonly path: string,
    private readonly username: string,
    private readonly secret: string,
  ) {}

  headers(): Record<string, string> {
    return this.challenge === null ? {} : { Authorization: this.authorization(this.challenge) }
  }

  judge(status: number, headers: IncomingHttpHeaders, sent: Record<string, string>): Verdict {
    if (status === 403) throw forbidden(status)
    if (status !== 401) return 'taken'
    const challenge = parseChallenge(headers['www-authenticate'] ?? '')
    if (sent.Authorization !== undefined && !challenge.stale)
      throw new AmiError('login-refused', `Login of ${JSON.stringify(this.username)} refused: HTTP digest (401)`)
    // Another request may have brought the same new nonce already: its count goes on.
    if (challenge.nonce !== this.challenge?.nonce) this.count = 0
    this.challenge = challenge
    return 'again'
  }

  private authorization({ realm, nonce, opaque }: Challenge): string {
    const nc = (++this.count).toString(16).padStart(8, '0')
    const cnonce = randomBytes(8).toString('hex')
    const account = md5(`${this.username}:${realm}:${this.secret}`)
    const response = md5(`${account}:${nonce}:${nc}:${cnonce}:auth:${md5(`POST:${this.path}`)}`)
    const quoted = { username: this.username, realm, nonce, uri: this.path, cnonce, response, opaque }
    const parts = Object.entries(quoted).flatMap(([name, value]) => (value === undefined ? [] : [quote(name, value)]))
    return `Digest ${[...parts, 'algorithm=MD5', 'qop=auth', `nc=${nc}`].join(', ')}`
  }
}

function parseChallenge(header: string): Challenge {
  const fields = new Map<string, string>()
  for (const [, name, quoted, plain] of header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g))
    fields.set((name as string).toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '')
  const [realm, nonce, algorithm] = ['realm', 'nonce', 'algorithm'].map((name) => fields.get(name))
  const isKnown = /^digest /i.test(header) && (algorithm ?? 'MD5').toUpperCase() === 'MD5' && fields.has('qop')
  if (!isKnown || realm === undefined || !nonce)
    throw new AmiError(
      'not-ami',
      'The PBX asks for another login than HTTP digest with MD5: is this /arawman or /amxml?',
    )
  return { realm, nonce, opaque: fields.get('opaque'), stale: fields.get('stale')?.toLowerCase() === 'true' }
}

/** Headers are bytes; names beyond ASCII go as UTF-8. */
function quote(name: string, value: string): string {
  return `${name}="${Buffer.from(value.replace(/["\\]/g, '\\$&')).toString('latin1')}"`
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
