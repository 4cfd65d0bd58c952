const HEAD_END = Buffer.from('\r\n\r\n')
/** Only the beginning of a frame is looked at. */
const KEPT_BYTES = 4096

/** Splits what a WebSocket server sends into frames, keeping just the beginning of each. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0)
  private greeted = false
  private skip = 0

  constructor(private readonly onFrame: (opcode: number, beginning: Buffer, length: number) => void) {}

  push(chunk: Buffer): void {
    let data = chunk
    if (this.skip > 0) {
      const skipped = Math.min(this.skip, data.length)
      this.skip -= skipped
      data = data.subarray(skipped)
    }
    if (data.length === 0) return
    this.rest = this.rest.length === 0 ? data : Buffer.concat([this.rest, data])
    if (!this.greeted) this.skipGreeting()
    if (this.greeted) while (this.takeFrame());
  }

  private skipGreeting(): void {
    const end = this.rest.indexOf(HEAD_END)
    if (end < 0) return
    this.greeted = true
    this.rest = this.rest.subarray(end + HEAD_END.length)
  }

  private takeFrame(): boolean {
    const { rest } = this
    const code = (rest[1] ?? 0) & 0x7f
    const head = code === 127 ? 10 : code === 126 ? 4 : 2
    if (rest.length < head) return false
    const length = code === 127 ? Number(rest.readBigUInt64BE(2)) : code === 126 ? rest.readUInt16BE(2) : code
    const here = rest.length - head
    if (here < Math.min(length, KEPT_BYTES)) return false
    this.onFrame((rest[0] ?? 0) & 0x0f, rest.subarray(head, head + Math.min(length, here)), length)
    this.skip = Math.max(0, length - here)
    this.rest = rest.subarray(Math.min(rest.length, head + length))
    return this.rest.length > 0
  }
}
