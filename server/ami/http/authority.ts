import type { IncomingHttpHeaders } from 'node:http'
import { AmiError } from '../ami-error'

/** What an answer's head means for the session: its body counts, or the same is to be asked once more. */
export type Verdict = 'taken' | 'again'

/** How requests show which session they belong to. */
export interface Authority {
  /** Headers for the next request; each call may count. */
  headers(): Record<string, string>
  /** Looks at the head of an answer to a request with these headers. Throws an `AmiError` when the session is over. */
  judge(status: number, headers: IncomingHttpHeaders, sent: Record<string, string>): Verdict
}

/** The address may not ask (http's or the account's list of permitted ones), whatever the secret. */
export function forbidden(status: number): AmiError {
  return new AmiError('login-refused', `The PBX's HTTP server refuses us (HTTP ${status})`)
}
