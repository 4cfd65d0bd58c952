const CR = 13
const LF = 10
const COLON = 58

/** Distinct shapes that are remembered per connection; junk beyond them is read all the same, only slower. */
const MAX_SHAPES = 8192
const MAX_BRANCHES = 32
const MAX_NAME_BYTES = 128

/** Header names asked for by code are few; this only bounds the memory if they ever came from outside. */
const MAX_PLACES = 256

/** The tree of all shapes seen on a connection. */
export class ShapeTree {
  private count = 0

  /** A shape without headers, from which those of one kind of message grow. */
  plant(): HeaderShape {
    return new HeaderShape(this, null, '', Buffer.alloc(0))
  }

  mayRemember(): boolean {
    return this.count < MAX_SHAPES && this.count++ >= 0
  }
}

/**
 * The header names of a message, in order. Messages with the same names share one, so that a message itself holds
 * only where its values stand; what it saw last time is guessed first, and compared on bytes without decoding.
 */
export class HeaderShape {
  private likely: HeaderShape | null = null
  private readonly branches: HeaderShape[] = []
  private readonly places = new Map<string, number>()
  private allNames: string[] | null = null

  constructor(
    private readonly tree: ShapeTree,
    private readonly parent: HeaderShape | null,
    private readonly lastName: string,
    /** The last name with its colon; empty for a line without one. */
    readonly lastBytes: Buffer,
  ) {}

  /** The shape with one more header, whose line begins at `at`. */
  next(bytes: Buffer, at: number): HeaderShape {
    const likely = this.likely
    if (likely?.standsAt(bytes, at)) return likely
    const keyed = nameEnd(bytes, at)
    const found = this.branches.find((branch) => branch.lastBytes.length === keyed - at && branch.standsAt(bytes, at))
    return this.remember(found ?? this.grow(bytes, at, keyed))
  }

  get names(): readonly string[] {
    this.allNames ??= this.parent ? [...this.parent.names, this.lastName] : []
    return this.allNames
  }

  /** Index of the first header of this name, without case; -1 if there is none. */
  place(name: string): number {
    return this.places.get(name) ?? this.findPlace(name)
  }

  private findPlace(name: string): number {
    const wanted = name.toLowerCase()
    const place = this.names.findIndex((own) => own.toLowerCase() === wanted)
    if (this.places.size < MAX_PLACES) this.places.set(name, place)
    return place
  }

  private standsAt(bytes: Buffer, at: number): boolean {
    const name = this.lastBytes
    for (let i = 0; i < name.length; i++) if (bytes[at + i] !== name[i]) return false
    return true
  }

  private remember(shape: HeaderShape): HeaderShape {
    // A line without a colon matches everywhere, so it must never be guessed.
    if (shape.lastBytes.length > 0) this.likely = shape
    return shape
  }

  private grow(bytes: Buffer, at: number, keyed: number): HeaderShape {
    const lastBytes = Buffer.from(bytes.subarray(at, keyed))
    const shape = new HeaderShape(this.tree, this, lastBytes.toString('utf8', 0, lastBytes.length - 1), lastBytes)
    const small = lastBytes.length <= MAX_NAME_BYTES && this.branches.length < MAX_BRANCHES
    if (small && this.tree.mayRemember()) this.branches.push(shape)
    return shape
  }
}

/** After the colon of the line at `at`, or `at` itself when the line has none. */
function nameEnd(bytes: Buffer, at: number): number {
  for (let end = at; ; end++) {
    if (bytes[end] === COLON) return end + 1
    if (bytes[end] === LF && bytes[end - 1] === CR) return at
  }
}
