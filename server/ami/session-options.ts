import type { Clock } from '@/server/clock'
import type { AmiError } from './ami-error'
import type { EventCensus } from './event-census'
import type { Credentials } from './login'
import type { AmiStats } from './options'
import type { AmiTimes } from './times'
import type { AmiAction, AmiList, AmiMessage } from './types'

/** What every session is given, whichever way it takes. */
export type SessionOptions = {
  credentials: Credentials
  dropEvents: Iterable<string>
  keepEvents: Readonly<Record<string, string>>
  census: EventCensus | undefined
  maxMessageBytes: number | undefined
  strict: boolean
  clock: Clock
  times: AmiTimes
  idPrefix: string
  stats: AmiStats
  /** Bytes came, at this time in ms since 1970. */
  onHeard(at: number): void
  onMessage(message: AmiMessage, receivedAt: number): void
  onReady(amiVersion: string): void
  /** Told once, whatever ended it. */
  onEnd(error: AmiError): void
}

/** One login, from its beginning to its end. */
export interface Session {
  send(action: AmiAction): Promise<AmiMessage>
  list(action: AmiAction): Promise<AmiList>
  /** Says Logoff and waits shortly for Goodbye. */
  logOff(): Promise<void>
  end(error: AmiError): void
}
