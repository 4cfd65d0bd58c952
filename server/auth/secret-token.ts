import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as a cookie, an address or a header can carry them. */
export function newSecretToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** What is kept of a token: enough to find it, not to use it. Its 256 bits need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
