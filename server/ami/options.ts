import type { Clock } from '@/server/clock'
import type { EventCensus } from './event-census'
import type { AmiHttp } from './http/target'
import type { AmiTimes } from './times'

/** How the PBX's certificate is checked. Empty: by the system's certificate authorities. */
export type AmiTls = {
  /** PEM of the authority (or of the certificate itself) to trust instead of the system's. */
  ca?: string
  /** SHA-256 of a self-signed certificate, hex, with or without colons; it alone then decides. */
  fingerprint256?: string
  /** Name that the certificate must bear, when it is not `host`. */
  serverName?: string
}

export type AmiConnectionOptions = {
  host: string
  port: number
  username: string
  secret: string
  /** Absent or `null`: AMI itself. With `tls` it is HTTPS. */
  http?: AmiHttp | null
  /** `md5` (by default) keeps the secret off the wire; `plain` where the PBX forbids or lacks Challenge. */
  login?: 'md5' | 'plain'
  /** Absent or `null`: plain TCP. */
  tls?: AmiTls | null
  /** Classes of events for this session; by default `system,call,agent`. An unknown word silently means none. */
  eventMask?: string
  /** Names of events to leave out before they are decoded; by default none. */
  dropEvents?: Iterable<string>
  /** Counts events by name, the dropped ones as well. */
  census?: EventCensus
  /** A line by the name of an event left out: those that have the line are told all the same. */
  keepEvents?: Readonly<Record<string, string>>
  /** Longest message that is kept, in bytes; longer ones are counted and left out. */
  maxMessageBytes?: number
  /** One action at a time, for a PBX or a proxy that loses pipelined ones. */
  strict?: boolean
  clock?: Clock
  /** 0 to below 1, for the jitter of reconnects. */
  random?: () => number
  times?: Partial<AmiTimes>
  /** A listener threw; the connection goes on. By default the error is thrown again, outside of the read loop. */
  onListenerError?: (error: unknown) => void
}

/** Counters since `start()`, for metrics. */
export type AmiStats = {
  receivedBytes: number
  sentBytes: number
  /** Whole messages that arrived, dropped events included. */
  messages: number
  droppedEvents: number
  /** Messages longer than the limit, left out. */
  lostMessages: number
  pings: number
  /** Of the last answered ping, ms; `null` before. */
  pingRoundTripMs: number | null
  /** Connections opened, logins tried, times it became ready. */
  attempts: number
  logins: number
  refusedLogins: number
  readies: number
  /** Actions whose answer is awaited now. */
  pending: number
}
