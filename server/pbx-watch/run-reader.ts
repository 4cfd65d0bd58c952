import type { AsteriskRun } from '@/lib/protocol/admin/pbx-status'
import type { AmiMessage } from '@/server/ami/types'

/** Asterisk's own clock and zone, of which AMI does not tell which it is: `2026-11-26`, `17:35:32`. */
function told(message: AmiMessage, what: 'Startup' | 'Reload'): string | null {
  const [date, time] = [message.get(`Core${what}Date`), message.get(`Core${what}Time`)]
  return date && time ? `${date} ${time}` : null
}

function numberOf(message: AmiMessage | null, name: string): number | null {
  const value = message?.get(name)
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : null
}

/** As if it were UTC: good for differences only. */
function inMs(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(`${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at) ? null : at
}

/** How Asterisk runs. `startedAt` is from its greeting; the last reload is as long after it as the two are apart in its own zone. */
export function runOf(status: AmiMessage, settings: AmiMessage | null, startedAt: number | null): AsteriskRun {
  const [startedTold, reloadedTold] = [told(status, 'Startup'), told(status, 'Reload')]
  const [started, reloaded] = [inMs(startedTold), inMs(reloadedTold)]
  const apart = started !== null && reloaded !== null ? reloaded - started : null
  return {
    startedAt,
    startedTold,
    reloadedAt: startedAt !== null && apart !== null ? startedAt + apart : null,
    reloadedTold,
    calls: numberOf(status, 'CoreCurrentCalls'),
    callsProcessed: numberOf(status, 'CoreProcessedCalls'),
    maxCalls: numberOf(settings, 'CoreMaxCalls'),
  }
}
