import { threadCpuMs } from './measure'

/** How often the event loop is looked at, in ms. */
const LOOK_MS = 5

/**
 * How long the event loop of this thread is held up at most. On a busy machine others take the CPU in between, so the
 * most CPU that one hold-up took of this thread is noted beside it.
 */
export class HoldUps {
  longestMs = 0
  mostCpuMs = 0
  private lookedAt = performance.now()
  private cpu = threadCpuMs()
  private timer = setTimeout(() => this.look(), LOOK_MS)

  stop(): void {
    clearTimeout(this.timer)
  }

  private look(): void {
    const now = performance.now()
    const cpu = threadCpuMs()
    this.longestMs = Math.max(this.longestMs, now - this.lookedAt - LOOK_MS)
    this.mostCpuMs = Math.max(this.mostCpuMs, cpu - this.cpu)
    this.lookedAt = now
    this.cpu = cpu
    this.timer = setTimeout(() => this.look(), LOOK_MS)
  }
}
