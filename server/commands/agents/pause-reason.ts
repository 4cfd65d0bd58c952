import type { EffectiveSettings } from '@/server/settings/types'
import { CommandFailure } from '../types'

/** Asterisk keeps 79 bytes (app_queue.c, `reason_paused[80]`); half a sign at the cut silences the member's events. */
const MAX_BYTES = 79

/** The reason as Asterisk is told it; empty for none. Fails with `notPermitted` when it is too long, or not on the house's list. */
export function checkPauseReason(
  reason: string | null,
  { pauseReasons, freePauseReason }: Pick<EffectiveSettings, 'pauseReasons' | 'freePauseReason'>,
): string {
  const text = reason?.trim() ?? ''
  if (Buffer.byteLength(text) > MAX_BYTES) throw new CommandFailure('notPermitted', `at most ${MAX_BYTES} bytes`)
  if (text === '' || freePauseReason || pauseReasons.some(({ name }) => name === text)) return text
  throw new CommandFailure('notPermitted', pauseReasons.map(({ name }) => name).join(', '))
}
