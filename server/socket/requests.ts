import { prettifyError, type z } from 'zod'
import { type Resync, resyncSchema, type Subscribe, subscribeSchema } from '@/lib/protocol/messages'
import type { Clock } from '@/server/clock'
import { Allowance } from './allowance'
import type { Browser } from './browser'

/** After so many messages that nobody understands, it is not one of our pages. */
const MAX_BAD_MESSAGES = 20
/** Longest part of what came in that an answer repeats. */
const MAX_QUOTE = 40

export type RequestHandlers = { subscribe(message: Subscribe): void; resync(message: Resync): void }

/**
 * Hears what one browser asks: checked against the schemas, and at a bounded rate, for each answer may be a snapshot.
 * What comes too fast waits for its turn, the newest request in place of the older.
 */
export function hearRequests(browser: Browser, clock: Clock, handlers: RequestHandlers): void {
  const allowance = new Allowance(clock)
  let bad = 0
  function refuse(what: string, why: string): void {
    bad += 1
    if (bad > MAX_BAD_MESSAGES) browser.disconnect(true)
    else browser.emit('refused', { type: 'refused', what, why })
  }
  function checked<T>(what: string, schema: z.ZodType<T>, handle: (message: T) => void): (message: unknown) => void {
    return (message) => {
      const result = schema.safeParse(message)
      if (!result.success) refuse(what, prettifyError(result.error))
      else if (what === 'subscribe' || !allowance.isWaiting) allowance.take(() => handle(result.data))
    }
  }
  const known = {
    subscribe: checked('subscribe', subscribeSchema, handlers.subscribe),
    resync: checked('resync', resyncSchema, handlers.resync),
  }
  browser.onAny((event: unknown, message: unknown) => {
    const name = String(event)
    if (name === 'subscribe' || name === 'resync') known[name](message)
    else refuse(name.slice(0, MAX_QUOTE), 'There is no such message.')
  })
  browser.on('disconnect', () => allowance.close())
}
