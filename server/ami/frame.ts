const CR = 13
const LF = 10

/** Longest message that is kept, in bytes: `dialplan show` of a large PBX stays below it. */
export const MAX_FRAME_BYTES = 1024 * 1024

/** Unfinished messages are put together in pieces of memory of this size. */
const SLAB_BYTES = 16 * 1024

const FOLLOWS = Buffer.from('Response: Follows\r\n')
const END_COMMAND = Buffer.from('--END COMMAND--\r\n\r\n')

type FrameSink = {
  /**
   * One header block: `bytes[start, end)`, its last line's CRLF included, the empty line not. The bytes stay as they
   * are for as long as someone holds them. Returns whether they are kept: memory of refused ones is used again.
   */
  frame(bytes: Buffer, start: number, end: number): boolean
  /** A block longer than the limit was skipped up to its end. */
  lost(): void
}

/**
 * Cuts bytes into header blocks, whatever the chunks. A block ends at an empty line, CRLF CRLF or CRLF LF; line ends
 * between blocks are skipped (QueueRule, TestEvent and others send too many). Looks at each byte once.
 */
export class FrameReader {
  private slab = Buffer.alloc(0)
  private heldFrom = 0
  private heldTo = 0
  /** How much of an ending was seen: 0 nothing, 1 CR, 2 CRLF, 3 CRLF CR. */
  private ending = 0
  private skipping = false

  constructor(
    private readonly sink: FrameSink,
    private readonly maxBytes = MAX_FRAME_BYTES,
  ) {}

  /** Is a block unfinished? */
  get isWithin(): boolean {
    return this.skipping || this.heldTo > this.heldFrom
  }

  push(chunk: Buffer): void {
    let at = 0
    while (at < chunk.length) at = this.step(chunk, at)
  }

  private step(chunk: Buffer, from: number): number {
    const held = this.heldTo - this.heldFrom
    if (this.skipping) return this.skip(chunk, from)
    const start = held === 0 ? skipLineEnds(chunk, from) : from
    const limit = Math.min(chunk.length, start + this.maxBytes - held)
    const end = this.findEnd(chunk, start, limit)
    if (end >= 0) this.finish(chunk, start, end)
    else if (limit - start + held < this.maxBytes) this.hold(chunk, start, limit)
    else this.giveUp()
    return end >= 0 ? end : limit
  }

  private finish(chunk: Buffer, start: number, end: number): void {
    if (this.heldTo === this.heldFrom && isWhole(chunk, start, end)) {
      this.sink.frame(chunk, start, withoutEmptyLine(chunk, end))
      return
    }
    this.hold(chunk, start, end)
    if (!isWhole(this.slab, this.heldFrom, this.heldTo)) return
    const kept = this.sink.frame(this.slab, this.heldFrom, withoutEmptyLine(this.slab, this.heldTo))
    if (kept) this.heldFrom = this.heldTo
    else this.heldTo = this.heldFrom
  }

  private giveUp(): void {
    this.skipping = true
    this.slab = Buffer.alloc(0)
    this.heldFrom = 0
    this.heldTo = 0
  }

  private skip(chunk: Buffer, from: number): number {
    const end = this.findEnd(chunk, from, chunk.length)
    if (end < 0) return chunk.length
    this.skipping = false
    this.sink.lost()
    return end
  }

  private hold(chunk: Buffer, from: number, to: number): void {
    const more = to - from
    if (this.heldTo + more > this.slab.length) this.newSlab(more)
    if (more < 16) for (let at = from; at < to; at++) this.slab[this.heldTo++] = chunk[at] as number
    else this.heldTo += chunk.copy(this.slab, this.heldTo, from, to)
  }

  /** Earlier blocks may still be read from the old one, so it is left to them. */
  private newSlab(more: number): void {
    const held = this.heldTo - this.heldFrom
    const slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, 2 * (held + more)))
    this.slab.copy(slab, 0, this.heldFrom, this.heldTo)
    this.slab = slab
    this.heldFrom = 0
    this.heldTo = held
  }

  /** The place after the empty line, or -1; remembers an ending that the limit cut. */
  private findEnd(bytes: Buffer, from: number, limit: number): number {
    let ending = this.ending
    let at = from
    while (at < limit) {
      // No ending is under way, and each is three bytes at least: one byte in three shows that none begins here.
      if (ending === 0) while (at + 2 < limit && (bytes[at + 2] as number) > CR) at += 3
      const byte = bytes[at++]
      if (byte === CR) ending = ending === 2 ? 3 : 1
      else if (byte !== LF) ending = 0
      else if (ending < 2) ending *= 2
      else {
        this.ending = 0
        return at
      }
    }
    this.ending = ending
    return -1
  }
}

function skipLineEnds(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] === CR || bytes[at] === LF)) at++
  return at
}

function withoutEmptyLine(bytes: Buffer, end: number): number {
  return bytes[end - 2] === CR ? end - 2 : end - 1
}

/**
 * `Response: Follows` (Command before Asterisk 14, main/manager.c `action_command`) carries raw text, empty lines
 * included, up to its own end mark.
 */
function isWhole(bytes: Buffer, start: number, end: number): boolean {
  if (bytes[start + 10] !== FOLLOWS[10] || !isAt(bytes, start, end, FOLLOWS)) return true
  return isAt(bytes, end - END_COMMAND.length, end, END_COMMAND)
}

function isAt(bytes: Buffer, start: number, end: number, text: Buffer): boolean {
  return end - start >= text.length && bytes.compare(text, 0, text.length, start, start + text.length) === 0
}
