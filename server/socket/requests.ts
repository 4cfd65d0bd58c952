import { prettifyError, type z } from 'zod'
import { type Resync, resyncSchema, type Subscribe, subscribeSchema } from '@/lib/protocol/messages'
import type { Clock } from '@/server/clock'
import { Allowance } from './allowance'
import type { Browser } from './browser'

/** After so many messages that nobody understands, it is not one of our pages. */
const MAX_BAD_MESSAGES = 20
/** Longest part of what came in that an answer repeats. */
const MAX_QUOTE = 40

/** Each does what was asked, or tells why not. */
export type RequestHandlers = {
  subscribe(browser: Browser, message: Subscribe): string | null
  resync(browser: Browser, message: Resync): string | null
}

/**
 * What one browser asks: checked against the schemas, and answered at a bounded rate, for each answer may be a snapshot.
 * What comes too fast waits for its turn, the newest request in place of the older.
 */
export class Requests {
  private readonly allowance: Allowance
  private bad = 0

  constructor(
    private readonly browser: Browser,
    clock: Clock,
    private readonly handlers: RequestHandlers,
  ) {
    this.allowance = new Allowance(clock)
  }

  hear(event: string, message: unknown): void {
    if (event === 'subscribe') this.check(event, subscribeSchema, message, this.handlers.subscribe)
    else if (event === 'resync') this.check(event, resyncSchema, message, this.handlers.resync)
    else this.refuseBad(event.slice(0, MAX_QUOTE), 'There is no such message.')
  }

  /** Forgets what waits. */
  close(): void {
    this.allowance.close()
  }

  private check<T>(
    what: 'subscribe' | 'resync',
    schema: z.ZodType<T>,
    message: unknown,
    handle: (browser: Browser, message: T) => string | null,
  ): void {
    const result = schema.safeParse(message)
    if (!result.success) {
      this.refuseBad(what, prettifyError(result.error))
      return
    }
    // A subscription that waits brings the snapshot that the resync asks for.
    if (what === 'resync' && this.allowance.isWaiting) return
    this.allowance.take(() => {
      const why = handle(this.browser, result.data)
      if (why !== null) this.refuse(what, why)
    })
  }

  private refuseBad(what: string, why: string): void {
    this.bad += 1
    if (this.bad > MAX_BAD_MESSAGES) this.browser.disconnect(true)
    else this.refuse(what, why)
  }

  private refuse(what: string, why: string): void {
    this.browser.emit('refused', { type: 'refused', what, why })
  }
}
