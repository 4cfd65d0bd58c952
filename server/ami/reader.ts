import type { EventCensus } from './event-census'
import { FirstLines } from './first-line'
import { FollowsMessage } from './follows'
import { FrameReader, MAX_FRAME_BYTES } from './frame'
import { BytesMessage } from './message'
import type { AmiMessage } from './types'

/** `p` of `Privilege`: the second header of every live event, and of none of a list but the item `Status`. */
const PRIVILEGE = 112
/** In ASCII what makes a small letter of a capital one: XML knows none. */
const SMALL = 32

export type ReaderOptions = {
  onMessage(message: AmiMessage): void
  /** A message was longer than `maxMessageBytes` and was left out. */
  onLost?(): void
  /** Events that nobody uses, left out before they are decoded. */
  dropEvents?: Iterable<string>
  /** A line by the name of a dropped event: those that have it are used all the same (`VarSet` of one variable). */
  keepEvents?: Readonly<Record<string, string>>
  /** Counts all events, the dropped ones as well. */
  census?: EventCensus
  maxMessageBytes?: number
}

/** Bytes of one connection in, whole messages out, synchronously and in order. */
export class MessageReader {
  /** Messages seen so far, dropped ones included. */
  seen = 0
  dropped = 0
  lost = 0
  private readonly frames: FrameReader
  private readonly firstLines: FirstLines

  constructor(private readonly options: ReaderOptions) {
    this.firstLines = new FirstLines(options.dropEvents ?? [], options.census, options.keepEvents)
    const sink = {
      frame: (bytes: Buffer, start: number, end: number) => this.read(bytes, start, end),
      lost: () => this.skipped(),
    }
    this.frames = new FrameReader(sink, options.maxMessageBytes ?? MAX_FRAME_BYTES)
  }

  /** Is a message unfinished? */
  get isWithin(): boolean {
    return this.frames.isWithin
  }

  push(chunk: Buffer): void {
    this.frames.push(chunk)
  }

  private read(bytes: Buffer, start: number, end: number): boolean {
    this.seen++
    const first = this.firstLines.at(bytes, start)
    const tally = ((bytes[start + first.bytes.length] ?? 0) | SMALL) === PRIVILEGE ? first.tally : first.listed
    tally.count++
    tally.bytes += end - start
    if (first.dropped && !(first.kept && bytes.subarray(start, end).includes(first.kept))) {
      this.dropped++
      return false
    }
    const follows = first.kind === 'response' && first.name === 'Follows'
    this.options.onMessage(follows ? new FollowsMessage(bytes, start, end) : new BytesMessage(first, bytes, start, end))
    return true
  }

  private skipped(): void {
    this.lost++
    this.options.onLost?.()
  }
}
