import type { AmiError } from './ami-error'

/**
 * What a transport tells: data, and at the end `closed` exactly once. The PBX speaks first, so the first data also say
 * that bytes may be written; with TLS they come only after the certificate was accepted.
 */
export type TransportEvents = {
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
