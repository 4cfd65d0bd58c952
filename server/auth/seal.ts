import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals texts so that nobody without the key reads or changes them. */
export interface Seal {
  /** `purpose` must be the same at opening: what was sealed for one account opens for no other. */
  close(text: string, purpose: string): string
  /** `null`: not ours, changed, or sealed for something else. */
  open(sealed: string, purpose: string): string | null
}

/** AES-256-GCM; the result is `base64url(nonce ‖ tag ‖ text)`. */
export function createSeal(key: Buffer): Seal {
  return {
    close(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null
      }
    },
  }
}

/** The key in a file of 64 hexadecimal digits; made when it is missing. Throws when the file holds something else. */
export function readKey(path: string): Buffer {
  const text = readIfThere(path) ?? makeKey(path)
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new Error(`${path}: expected a key of 64 hexadecimal digits, such as "openssl rand -hex 32" prints`)
  }
  return Buffer.from(text, 'hex')
}

/** Two processes that start at once (the server and its command) must end with the same key: a link never replaces. */
function makeKey(path: string): string {
  const ours = `${path}.${randomBytes(6).toString('hex')}`
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(ours, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(ours, 0o600)
  try {
    linkSync(ours, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(ours)
  }
  return readFileSync(path, 'utf8').trim()
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
