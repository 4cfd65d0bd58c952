import { textAt } from './bytes-text'
import type { EventCensus, Tally } from './event-census'
import { type HeaderShape, ShapeTree } from './header-shape'
import type { AmiMessage } from './types'

const LF = 10
const COLON = 58
const MAX_KNOWN = 4096
const MAX_BYTES = 128

/** What the first line of a message says, worked out once per connection for each distinct line. */
export type FirstLine = {
  readonly kind: AmiMessage['kind']
  readonly name: string
  /** An event that nobody here uses. */
  readonly dropped: boolean
  /** Of a dropped event: those that hold these bytes are used all the same. */
  readonly kept: Buffer | null
  /** Where the shapes of such messages grow from. */
  readonly root: HeaderShape
  /** How many places the values of such messages took last, start and end of each. */
  spots: number
  /** Count the events of this name, and items of lists that bear it; other messages count nothing that anybody asks for. */
  readonly tally: Tally
  readonly listed: Tally
  /** The whole line with its LF. */
  readonly bytes: Buffer
}

/** Finds what a first line says by its bytes, without decoding it again. */
export class FirstLines {
  private readonly tree = new ShapeTree()
  private readonly junk = this.tree.plant()
  /** By a hash of the bytes; lines with the same one stand together. */
  private readonly known = new Map<number, FirstLine[]>()
  private readonly dropped: ReadonlySet<string>
  private readonly kept: ReadonlyMap<string, Buffer>
  private count = 0

  private readonly uncounted: Tally = { count: 0, bytes: 0 }

  /**
   * `dropEvents`: names of events, compared without case. `keepEvents`: a line by the name of a dropped event; those that
   * have the line are kept.
   */
  constructor(
    dropEvents: Iterable<string>,
    private readonly census: EventCensus | null = null,
    keepEvents: Readonly<Record<string, string>> = {},
  ) {
    const kept = Object.entries(keepEvents)
    this.kept = new Map(kept.map(([name, line]) => [name.toLowerCase(), Buffer.from(`\r\n${line}\r\n`)]))
    this.dropped = new Set([...dropEvents].map((name) => name.toLowerCase()))
  }

  at(bytes: Buffer, start: number): FirstLine {
    let hash = 0
    let end = start
    for (let byte = 0; byte !== LF; end++) {
      byte = bytes[end] as number
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    const bucket = this.known.get(hash)
    if (bucket) for (const line of bucket) if (isSame(line.bytes, bytes, start, end)) return line
    return this.learn(bytes, start, end, hash)
  }

  private learn(bytes: Buffer, start: number, end: number, hash: number): FirstLine {
    const colon = bytes.indexOf(COLON, start)
    const keyed = colon > start && colon < end
    const name = keyed ? textAt(bytes, start, colon, false).toLowerCase() : ''
    const kind = name === 'event' || name === 'response' ? name : 'other'
    const none = { tally: this.uncounted, listed: this.uncounted }
    if (kind === 'other')
      return { kind, name: '', dropped: false, kept: null, root: this.junk, spots: 0, ...none, bytes: Buffer.alloc(0) }
    const value = textAt(bytes, colon + 1, end, false).trim()
    const dropped = kind === 'event' && this.dropped.has(value.toLowerCase())
    const remember = end - start <= MAX_BYTES && this.count < MAX_KNOWN
    const root = remember ? this.tree.plant() : this.junk
    const line: FirstLine = {
      kind,
      name: value,
      dropped,
      kept: dropped ? (this.kept.get(value.toLowerCase()) ?? null) : null,
      root,
      spots: 0,
      ...(kind === 'event' && this.census ? { tally: this.census.of(value), listed: this.census.listed } : none),
      bytes: Buffer.from(bytes.subarray(start, end)),
    }
    if (remember) this.remember(line, hash)
    return line
  }

  private remember(line: FirstLine, hash: number): void {
    this.known.set(hash, [...(this.known.get(hash) ?? []), line])
    this.count++
  }
}

function isSame(own: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (own.length !== end - start) return false
  for (let i = 0; i < own.length; i++) if (own[i] !== bytes[start + i]) return false
  return true
}
