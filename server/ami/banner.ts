const LF = 10
const MAX_BANNER_BYTES = 256

/** Takes the first line of a session, which is no message. */
export class BannerLine {
  private held = Buffer.alloc(0)

  /**
   * The line and what came after it; `null` while it is unfinished. A line longer than any banner is given as far as it
   * came: it is none.
   */
  push(chunk: Buffer): { line: string; rest: Buffer } | null {
    this.held = Buffer.concat([this.held, chunk])
    const end = this.held.indexOf(LF)
    if (end < 0 && this.held.length <= MAX_BANNER_BYTES) return null
    const lineEnd = end < 0 || end > MAX_BANNER_BYTES ? MAX_BANNER_BYTES : end
    return { line: this.held.toString('latin1', 0, lineEnd).trim(), rest: this.held.subarray(lineEnd + 1) }
  }
}
