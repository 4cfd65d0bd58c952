import { textAt } from './bytes-text'
import type { FirstLine } from './first-line'
import type { HeaderShape } from './header-shape'
import type { AmiMessage } from './types'
import { isGluedHeader } from './versions'

const CR = 13
const LF = 10
const SPACE = 32
const NO_SPOTS: number[] = []
/** Room made beforehand for the values of the next message of the same name; more are found as well. */
const MAX_EXPECTED_SPOTS = 256

/**
 * A message that still is its bytes: where the values stand is found when the first one is asked for, and each is
 * decoded when it is read, into a string of its own. Keep what was read rather than the message, which holds the bytes.
 */
export class BytesMessage implements AmiMessage {
  private shape: HeaderShape | null = null
  /** Start and end of each value, in order; the end inverted (`~`) where a byte is above 127. */
  private spots: number[] = NO_SPOTS

  constructor(
    private readonly first: FirstLine,
    private readonly bytes: Buffer,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get kind(): AmiMessage['kind'] {
    return this.first.kind
  }

  get name(): string {
    return this.first.name
  }

  get raw(): Buffer {
    return this.bytes.subarray(this.start, this.end)
  }

  get(name: string): string | undefined {
    const place = this.read().place(name)
    return place < 0 ? undefined : this.value(place)
  }

  all(name: string): string[] {
    const wanted = name.toLowerCase()
    const found: string[] = []
    this.read().names.forEach((own, place) => {
      if (own.toLowerCase() === wanted) found.push(this.value(place))
    })
    return found
  }

  entries(): Iterable<readonly [name: string, value: string]> {
    return this.read().names.map((name, place) => [name, this.value(place)] as const)
  }

  private value(place: number): string {
    const start = this.spots[2 * place] as number
    const end = this.spots[2 * place + 1] as number
    return end < 0 ? textAt(this.bytes, start, ~end, false) : textAt(this.bytes, start, end, true)
  }

  private read(): HeaderShape {
    this.shape ??= this.findSpots()
    return this.shape
  }

  /** The one pass over the bytes: the frame guarantees that they end in CRLF. */
  private findSpots(): HeaderShape {
    const { bytes, end, first } = this
    const spots = new Array<number>(first.spots)
    let count = 0
    let shape = this.first.root
    let at = this.start
    while (at < end) {
      shape = shape.next(bytes, at)
      at += shape.lastBytes.length
      if (bytes[at] === SPACE && shape.lastBytes.length > 0) at++
      const valueAt = at
      let seen = 0
      let byte = bytes[at] as number
      // The usual line: its first control character is the CR before its LF.
      while (byte > CR) {
        seen |= byte
        byte = bytes[++at] as number
      }
      if (byte === CR && bytes[at + 1] === LF) {
        spots[count++] = valueAt
        spots[count++] = seen < 128 ? at : ~at
        at += 2
        continue
      }
      for (; ; byte = bytes[++at] as number) {
        seen |= byte
        if (byte === LF && (bytes[at - 1] === CR || isGluedHeader(bytes, at + 1))) break
      }
      const valueTo = valueEnd(bytes, valueAt, at)
      spots[count++] = valueAt
      spots[count++] = seen < 128 ? valueTo : ~valueTo
      at++
    }
    first.spots = Math.min(count, MAX_EXPECTED_SPOTS)
    this.spots = spots
    return shape
  }
}

/** Some answers end in a LF of their own before the CRLF (`Park successful\n`). */
function valueEnd(bytes: Buffer, start: number, lineFeed: number): number {
  let end = lineFeed
  while (end > start && (bytes[end - 1] === CR || bytes[end - 1] === LF)) end--
  return end
}
