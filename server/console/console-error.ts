import type { BLOCKS } from '@/lib/protocol/admin/console'

/** Why the console did not do what it was asked; nothing was sent to the PBX. */
export type ConsoleErrorCode =
  | (typeof BLOCKS)[number]
  /** A value may not go over the wire, or does not fit its parameter; `field` names it. */
  | 'invalid'
  /** It can harm, and nobody said that this is meant. */
  | 'unconfirmed'
  /** There is no session at the PBX. */
  | 'unreachable'
  /** Too much is under way already. */
  | 'busy'

export class ConsoleError extends Error {
  override readonly name = 'ConsoleError'

  constructor(
    readonly code: ConsoleErrorCode,
    message: string,
    /** Place of the wrong header in the request, such as `headers.2`. */
    readonly field: string | null = null,
  ) {
    super(message)
  }
}
