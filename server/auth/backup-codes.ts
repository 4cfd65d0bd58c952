import { randomInt } from 'node:crypto'
import { hashToken } from './secret-token'

const COUNT = 10
/** Without letters and digits that look alike. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Codes for the day the phone is lost, ten signs each (49 bits), written `abcde-fghjk`. */
export function newBackupCodes(): string[] {
  return Array.from({ length: COUNT }, () => `${signs(5)}-${signs(5)}`)
}

function signs(count: number): string {
  return Array.from({ length: count }, () => SIGNS[randomInt(SIGNS.length)]).join('')
}

export function hashBackupCode(code: string, accountId: string): string {
  return hashToken(`${accountId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
}

/** The hashes without the one that was used; `null`: none fits. */
export function withoutBackupCode(hashes: readonly string[], code: string, accountId: string): string[] | null {
  const hash = hashBackupCode(code, accountId)
  return hashes.includes(hash) ? hashes.filter((other) => other !== hash) : null
}
