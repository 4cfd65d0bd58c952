import type { Audit } from '@/server/audit/types'
import type { Clock } from '@/server/clock'
import type { Database } from '@/server/db/types'
import type { Log } from '@/server/log'
import type { AuthConfig } from './config'
import type { QueueGroups } from './rights'

/** What all of sign-in is built on. */
export type AuthParts = {
  database: Database
  audit: Audit
  config: AuthConfig
  /** Groups of queues as they are now. */
  queueGroups: () => QueueGroups
  clock: Clock
  log: Log
}
