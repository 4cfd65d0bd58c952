import type { ConsoleEvent } from '@/lib/protocol/admin/console'

/** Events as lines of JSON, the oldest first. */
export function ndjsonOf(events: readonly ConsoleEvent[]): string {
  return [...events]
    .reverse()
    .map(
      ({ seq, at, name, headers, cut }) =>
        `${JSON.stringify({ seq, at: new Date(at).toISOString(), name, headers, cut })}\n`,
    )
    .join('')
}

/** Events as AMI writes them, the oldest first. */
export function amiTextOf(events: readonly ConsoleEvent[]): string {
  return [...events]
    .reverse()
    .map(({ headers }) => `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
    .join('')
}
