import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { AccountError } from './account-error'
import { foldName } from './names'

export const MIN_PASSWORD = 10
export const MAX_PASSWORD = 200
/** OWASP's parameters for argon2id, which the library takes by default: 19 MiB, 2 passes, 1 thread. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Against this a password is held when there is no account, so that it takes as long as with one. */
let nobodysHash: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/** `null`: there is no such account, or it has no password; takes as long as any other wrong password. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash(randomBytes(32), OPTIONS)
  const isRight = await verify(kept ?? (await nobodysHash), password.normalize('NFKC'))
  return isRight && kept !== null
}

/** Length counts (NIST SP 800-63B), not which signs; and not one's own name. Throws an `AccountError`. */
export function requireGoodPassword(password: string, name: string): void {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) {
    throw new AccountError('password-weak', `A password has ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`)
  }
  if (foldName(password) === foldName(name)) {
    throw new AccountError('password-weak', 'The password must not be the name.')
  }
  if (new Set(password).size < 4) {
    throw new AccountError('password-weak', 'The password repeats the same few characters.')
  }
}
