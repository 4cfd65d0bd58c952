import type { AmiMessage } from '@/server/ami/types'

/** Less is the way of the answer, or a difference that no screen shows. */
const TOLERATED_MS = 1000
/** An answer that took its time makes the clock seem behind: the quickest of so many counts. */
const SAMPLES = 5

/**
 * How far the PBX's clock is ahead of ours, by the `Timestamp` of its pongs (main/manager.c `action_ping`). Its moments
 * are told by our clock, or every wait on the screens would be off by the difference.
 */
export class PbxClock {
  /** In ms; 0 while the two agree to a second. */
  ahead = 0
  private samples: number[] = []

  /** Takes a message; true when it shows that the clock is another than thought. */
  hear(message: AmiMessage, receivedAt: number): boolean {
    if (message.kind !== 'response' || message.get('Ping') === undefined) return false
    const shown = Number(message.get('Timestamp'))
    if (!(shown > 0)) return false
    this.samples = [...this.samples, Math.round(shown * 1000) - receivedAt].slice(-SAMPLES)
    const quickest = Math.max(...this.samples)
    if (Math.abs(quickest - this.ahead) <= TOLERATED_MS) return false
    this.ahead = Math.abs(quickest) <= TOLERATED_MS ? 0 : quickest
    return true
  }

  /** Another connection may lead to another machine. */
  forget(): void {
    this.samples = []
  }
}
