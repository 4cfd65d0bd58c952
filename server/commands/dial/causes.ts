import type { Reason } from '@/lib/protocol/receipts'

/** Q.850 causes (include/asterisk/causes.h) that say more than "it did not work". */
const OF_CAUSE: Readonly<Record<number, Reason>> = {
  1: 'invalidNumber',
  2: 'unreachable',
  // PJSIP's word for a phone that is not registered, too.
  3: 'unreachable',
  17: 'busy',
  18: 'noAnswer',
  19: 'noAnswer',
  20: 'unreachable',
  21: 'declined',
  22: 'invalidNumber',
  27: 'unreachable',
  28: 'invalidNumber',
  34: 'unreachable',
  38: 'unreachable',
  41: 'unreachable',
  42: 'unreachable',
}

/** `DialStatus` of DialEnd (apps/app_dial.c). */
const OF_STATUS: Readonly<Record<string, Reason>> = {
  BUSY: 'busy',
  NOANSWER: 'noAnswer',
  CHANUNAVAIL: 'unreachable',
  CONGESTION: 'unreachable',
  DONTCALL: 'declined',
  TORTURE: 'declined',
  INVALIDARGS: 'invalidNumber',
}

/**
 * Why nobody was reached, by how the dialling ended and the cause of the channel. A phone that declines is `BUSY` with
 * cause 21; one that does not exist is `CONGESTION` with cause 1 or 20: where the cause says more, it is believed.
 */
export function reasonOf(status: string | null, cause: number | null): Reason {
  return reasonOfCause(cause) ?? OF_STATUS[status ?? ''] ?? 'noAnswer'
}

/** `null`: the cause tells of no failure. */
export function reasonOfCause(cause: number | null): Reason | null {
  return OF_CAUSE[cause ?? 0] ?? null
}

/** For people who want to know more; Asterisk's 0 is no cause. */
export function causeText(cause: number | null): string | null {
  return cause === null || cause === 0 ? null : `cause ${cause}`
}
