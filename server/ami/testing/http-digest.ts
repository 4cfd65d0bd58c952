import { createHash } from 'node:crypto'
import type http from 'node:http'

/** Asks for HTTP digest as Asterisk does (main/http.c `ast_http_auth`). */
export function digestChallenge(response: http.ServerResponse, nonce: string, stale: boolean): null {
  const challenge = `Digest algorithm=MD5, realm="asterisk", nonce="${nonce}", qop="auth", opaque="${nonce}"`
  response.writeHead(401, {
    'WWW-Authenticate': `${challenge}${stale ? ', stale=true' : ''}`,
    'Content-Type': 'text/html',
  })
  response.end('<html>401 Unauthorized</html>')
  return null
}

/** The nonce and its count, where the digest is that of the account; else `null` (RFC 2617, 3.2.2). */
export function isProperDigest(
  header: string | undefined,
  { username, secret }: { username: string; secret: string },
): { nonce: string; count: number } | null {
  if (!header?.startsWith('Digest ')) return null
  const field = (name: string) => new RegExp(`[ ,]${name}="?([^",]*)`).exec(header)?.[1] ?? ''
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const [nonce, nc] = [field('nonce'), field('nc')]
  const account = md5(`${username}:asterisk:${secret}`)
  const expected = md5(`${account}:${nonce}:${nc}:${field('cnonce')}:auth:${md5(`POST:${field('uri')}`)}`)
  const isTheirs = field('username') === username && field('response') === expected && field('opaque') === nonce
  return isTheirs ? { nonce, count: Number.parseInt(nc, 16) } : null
}
