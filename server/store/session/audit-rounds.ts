import type { Clock } from '@/server/clock'
import type { Audit } from './audit'

/** Time between two audits, in ms. */
export const AUDIT_EVERY_MS = 30_000

type RoundsOptions = {
  audit: Audit
  clock: Clock
  /** Each audit comes up to a tenth later. */
  everyMs: number
  /** 0 to below 1. */
  random: () => number
  live(): boolean
}

/** Audits come round while the picture is live, the next one counted from the end of the last. */
export class AuditRounds {
  /** Audits that were carried through. */
  count = 0
  private cancelNext: (() => void) | null = null

  constructor(private readonly options: RoundsOptions) {}

  /** From now on: the next audit comes when a round is over. */
  begin(): void {
    this.end()
    const { clock, everyMs, random } = this.options
    this.cancelNext = clock.after(everyMs * (1 + random() / 10), () => {
      this.cancelNext = null
      void this.audit().finally(() => {
        if (this.options.live() && this.cancelNext === null) this.begin()
      })
    })
  }

  end(): void {
    this.cancelNext?.()
    this.cancelNext = null
  }

  /** An audit out of turn: resolves to the number of differences, `null` when it could not be carried through. */
  async audit(): Promise<number | null> {
    const healed = await this.options.audit.run()
    if (healed !== null) this.count += 1
    return healed
  }
}
