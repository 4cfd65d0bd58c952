import type { LinkHealth } from '@/lib/domain/link'

/** One AMI message: its header lines in order, repeats kept, nothing coerced. Header names compare without case. */
export interface AmiMessage {
  /** First value of a header, or `undefined`. */
  get(name: string): string | undefined
  /** All values of a repeated header (`Output`, `Variable`), in order. */
  all(name: string): string[]
  /** Every header in the order of the wire. */
  entries(): Iterable<readonly [name: string, value: string]>
  /** `event` or `response` by the first header (an `OriginateResponse` event has a `Response` header too), `other` for unkeyed text. */
  readonly kind: 'event' | 'response' | 'other'
  /** Name of the event, or of the response (`Success`, `Error`, `Goodbye`, `Follows`); empty for `other`. */
  readonly name: string
  /** Its exact bytes as they came, up to the empty line that ends it; absent where it came over no wire. */
  readonly raw?: Buffer
}

/** An action as header lines; a header may repeat. Values are checked before a byte is written. */
export type AmiAction = {
  action: string
  headers?: Readonly<Record<string, string | number | readonly string[] | undefined>>
  /** Told the exact bytes at the moment they are written. */
  onSent?: (bytes: Buffer) => void
}

/** What a list action brought: its response, the items, the final event. */
export type AmiList = { response: AmiMessage; items: AmiMessage[]; complete: AmiMessage }

/** The states of one AMI connection, before anything is known of the PBX's data. */
export type AmiStatus =
  | { state: 'connecting'; attempt: number }
  /** Logged in and fully booted: actions may be sent. */
  | { state: 'ready'; since: number; amiVersion: string }
  | { state: 'lost'; error: string; attempt: number; nextTryAt: number }
  /** The PBX refused the login: tried again only after the hard back-off. */
  | { state: 'refused'; error: string; attempt: number; nextTryAt: number }
  | { state: 'closed' }

export type AmiListener = {
  /**
   * Every message, synchronously and in the order of the wire: live events, list items and responses alike
   * (those of our own actions carry their ActionID). `receivedAt`: ms since 1970 when its bytes were read.
   */
  message?(message: AmiMessage, receivedAt: number): void
  status?(status: AmiStatus): void
}

/** Which way a connection takes, and what it cannot do. */
export type AmiWay = Pick<LinkHealth, 'way' | 'encrypted' | 'limits'>

/** One AMI connection that keeps itself alive: TCP, TLS and HTTP behind the same face. */
export interface AmiConnection {
  readonly status: AmiStatus
  /** When a byte last arrived, ms since 1970; `null` before the first. */
  readonly heardAt: number | null
  readonly way: AmiWay
  /** Round trip of the last question that was answered, ms; `null` before the first. */
  readonly delayMs: number | null
  start(): void
  /** Says `Logoff`, waits shortly for `Goodbye`, closes; never reconnects afterwards. */
  close(): Promise<void>
  /** Sends one action; rejects with an `AmiError` on `Response: Error`, time-out or a lost link. */
  send(action: AmiAction): Promise<AmiMessage>
  /** Sends a list action and collects it to its final event; `ListItems` is checked. */
  list(action: AmiAction): Promise<AmiList>
  /** Drops the link and connects again at once: for a link found to be out of step. */
  restart(reason: string): void
  subscribe(listener: AmiListener): () => void
}
