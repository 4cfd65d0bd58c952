import type { Clock } from '@/server/clock'
import type { AmiTimes } from './times'

/** A timer this late means that this process stood still, not the PBX: bytes may be waiting unread. */
const LATE_MS = 1_000

type KeepaliveOptions = {
  clock: Clock
  times: Pick<AmiTimes, 'ping' | 'silence'>
  /** When a byte last arrived, ms since 1970. */
  heardAt(): number
  ping(): void
  dead(): void
}

/** Sends a ping now and then and notices a link that has gone silent, such as a half-open one. */
export class Keepalive {
  private cancelPing = () => {}
  private cancelCheck = () => {}

  constructor(private readonly options: KeepaliveOptions) {}

  start(): void {
    this.schedulePing()
    this.scheduleCheck(this.options.times.silence)
  }

  stop(): void {
    this.cancelPing()
    this.cancelCheck()
  }

  private schedulePing(): void {
    const { clock, times, ping } = this.options
    this.cancelPing = clock.after(times.ping, () => {
      this.schedulePing()
      ping()
    })
  }

  private scheduleCheck(wait: number): void {
    const { clock, times, heardAt, dead } = this.options
    const dueAt = clock.now() + wait
    this.cancelCheck = clock.after(wait, () => {
      const left = heardAt() + times.silence - clock.now()
      if (left > 0) this.scheduleCheck(left)
      else if (clock.now() - dueAt > LATE_MS) this.scheduleCheck(LATE_MS)
      else dead()
    })
  }
}
