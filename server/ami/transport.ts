import type { AmiError } from './ami-error'

/** What a transport tells: `open` once, then data, and at the end `closed` exactly once. */
export type TransportEvents = {
  /** Bytes may be written: connected, and with TLS the certificate is accepted. */
  open(): void
  data(chunk: Buffer): void
  closed(error: AmiError): void
}

export type Transport = {
  write(bytes: Buffer): void
  /** Closes at once; `closed` is still told. */
  destroy(): void
}

/** Begins to connect; the events come later, never during the call. */
export type Dial = (events: TransportEvents) => Transport
