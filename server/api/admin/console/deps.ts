import type { Auth } from '@/server/auth/types'
import type { Clock } from '@/server/clock'
import type { Console } from '@/server/console/console'

/** What the console's routes are built on. */
export type ConsoleDeps = {
  console: Pick<Console, 'state' | 'run' | 'complete' | 'listen'>
  auth: Pick<Auth, 'recheck' | 'onChange'>
  clock: Clock
}
