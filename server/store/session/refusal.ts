import { AmiError, type AmiErrorCode } from '@/server/ami/ami-error'

const REFUSALS: ReadonlySet<AmiErrorCode> = new Set(['rejected', 'unknown-action', 'denied'])

/** Did the PBX itself say no (not known, not allowed), so that asking again would not help? */
export function isRefusal(error: Error): boolean {
  return error instanceof AmiError && REFUSALS.has(error.code)
}

/** Does it not know the action: an older version, or the module is not loaded? */
export function isUnknownAction(error: Error): boolean {
  return error instanceof AmiError && error.code === 'unknown-action'
}
