import type { PbxEvent } from '@/server/events/pbx-event'

type Booted = PbxEvent & { type: 'booted' }

/** `Uptime` is in whole seconds, and the event takes its time: starts closer together are one and the same. */
const SAME_START_MS = 3000

/** Tells one run of Asterisk from the next: after a restart calls are gone, and counters begin at zero. */
export class RunOfAsterisk {
  /** The last greeting (`FullyBooted`), which tells when Asterisk started; `null`: not heard (needs read=system). */
  booted: Booted | null = null
  private startedAt: number | null = null
  private startup: string | null = null

  /** `FullyBooted` came. */
  hear(event: Booted): void {
    this.booted = event
  }

  /**
   * Is this another run than at the last call? Not known counts as the same run.
   * @param startup start-up date and time as Asterisk tells them
   */
  changed(startup: string | null): boolean {
    const startedAt = startOf(this.booted)
    const moved = this.startedAt !== null && startedAt !== null && Math.abs(startedAt - this.startedAt) > SAME_START_MS
    const renamed = this.startup !== null && startup !== null && startup !== this.startup
    const known = this.startup !== null && startup !== null
    this.startedAt = startedAt ?? this.startedAt
    this.startup = startup ?? this.startup
    return known ? renamed : moved
  }
}

function startOf(booted: Booted | null): number | null {
  return booted === null || booted.uptimeSeconds === null ? null : booted.at - booted.uptimeSeconds * 1000
}
