/** How often the event loop is looked at, in ms. */
const LOOK_MS = 5

/**
 * How long the event loop of this process is held up at most. On a busy machine others take the CPU in between, so the
 * most CPU that one hold-up took of ours is noted beside it.
 */
export class HoldUps {
  longestMs = 0
  mostCpuMs = 0
  private lookedAt = performance.now()
  private cpu = process.cpuUsage()
  private timer = setTimeout(() => this.look(), LOOK_MS)

  stop(): void {
    clearTimeout(this.timer)
  }

  private look(): void {
    const now = performance.now()
    const { user, system } = process.cpuUsage(this.cpu)
    this.longestMs = Math.max(this.longestMs, now - this.lookedAt - LOOK_MS)
    this.mostCpuMs = Math.max(this.mostCpuMs, (user + system) / 1000)
    this.lookedAt = now
    this.cpu = process.cpuUsage()
    this.timer = setTimeout(() => this.look(), LOOK_MS)
  }
}
