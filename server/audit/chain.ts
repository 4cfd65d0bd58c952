import { createHash } from 'node:crypto'
import type { AuditLine } from './types'

/** What the first line is chained to. */
export const FIRST = '0'.repeat(64)

/**
 * The hash of a line: over everything in it and the hash of the line before, so that a changed, missing or inserted line
 * shows in all that follow. SHA-256, hex.
 */
export function hashOf(line: Omit<AuditLine, 'hash'>, before: string): string {
  const { seq, at, action, actor, actorId, target, origin, result, detail, ref } = line
  const fields = [seq, at, action, actor, actorId, target, origin.address, origin.via, result, sorted(detail), ref]
  return createHash('sha256')
    .update(JSON.stringify([before, ...fields]))
    .digest('hex')
}

/** The same text whatever the order in which the details were named. */
function sorted(detail: AuditLine['detail']): [string, unknown][] {
  return Object.entries(detail).sort(([one], [other]) => (one < other ? -1 : 1))
}
