import { createReadStream, statSync } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readLogLine } from './log-line'

/** No line of a queue_log is nearly as long: what is longer is no text. */
const MAX_LINE = 16_384
/** Among so many lines one must be of a queue_log, or the file is something else. */
const LOOKED_AT = 1_000
const GZIP = Buffer.from([0x1f, 0x8b])
const PACKED: readonly (readonly [string, Buffer])[] = [
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a])],
  ['bzip2', Buffer.from('BZh')],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
]

/** A file that cannot be imported; the message says which, why, and what was expected. */
export class LogFileError extends Error {}

/** A queue_log as it lies on the disk, also one that logrotate has packed by gzip. */
export class LogFile {
  private read = 0

  private constructor(
    readonly path: string,
    private readonly size: number,
    private readonly isPacked: boolean,
    /** The moment of its first line, ms. */
    readonly from: number,
  ) {}

  /** @throws LogFileError */
  static async open(path: string): Promise<LogFile> {
    try {
      const stats = statSync(path)
      if (stats.isDirectory()) throw new LogFileError(`${path} is a folder: name the files in it.`)
      // It is read from its beginning more than once, which of a pipe would lose what was read first.
      if (!stats.isFile()) throw new LogFileError(`${path} is no file on a disk: name the log itself, packed or not.`)
      const head = await headOf(path)
      const packer = PACKED.find(([, magic]) => head.subarray(0, magic.length).equals(magic))
      if (packer) throw new LogFileError(`${path} is packed by ${packer[0]}: unpack it first (gzip is read as it is).`)
      const isPacked = head.subarray(0, GZIP.length).equals(GZIP)
      const from = await firstMoment(new LogFile(path, stats.size, isPacked, 0))
      return new LogFile(path, stats.size, isPacked, from)
    } catch (error) {
      throw problemOf(path, error)
    }
  }

  /** How much of it was read, 0 to 1. */
  get share(): number {
    return this.size === 0 ? 1 : Math.min(1, this.read / this.size)
  }

  /** Line by line, without their ends; the last as it is, though it has no end. @throws LogFileError */
  async *lines(): AsyncGenerator<{ text: string; isWhole: boolean }> {
    try {
      yield* cut(this.chunks())
    } catch (error) {
      throw problemOf(this.path, error)
    }
  }

  private async *chunks(): AsyncGenerator<Uint8Array> {
    this.read = 0
    const source = createReadStream(this.path)
    source.on('data', (chunk) => {
      this.read += chunk.length
    })
    source.pause()
    yield* this.isPacked ? pipeline(source, createGunzip(), () => {}) : source
  }
}

async function* cut(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<{ text: string; isWhole: boolean }> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = (lines.pop() ?? '').slice(0, MAX_LINE)
    for (const line of lines) yield { text: line.endsWith('\r') ? line.slice(0, -1) : line, isWhole: true }
  }
  if (rest !== '') yield { text: rest, isWhole: false }
}

async function headOf(path: string): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { end: 7 })) return chunk as Buffer
  return Buffer.alloc(0)
}

async function firstMoment(file: LogFile): Promise<number> {
  const first: string[] = []
  for await (const { text } of file.lines()) {
    const line = readLogLine(text)
    if (line !== null) return line.at
    if (text.trim() !== '') first.push(text)
    if (first.length === LOOKED_AT) break
  }
  if (first.length === 0) throw new LogFileError(`${file.path} is empty.`)
  throw new LogFileError(
    `${file.path} is no queue_log: its lines look like “${shortened(first[0] ?? '')}”, and not like “1764230400|1764230388.12|support|NONE|ENTERQUEUE||5550117|1”.`,
  )
}

/** A line as it may be shown on a terminal. */
export function shortened(line: string): string {
  const shown = line.replace(/\p{C}/gu, '?')
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  Z_DATA_ERROR: 'it is damaged: gzip cannot unpack it',
  Z_BUF_ERROR: 'it ends too early: gzip cannot unpack it',
}

function problemOf(path: string, error: unknown): unknown {
  if (error instanceof LogFileError || !(error instanceof Error) || !('code' in error)) return error
  return new LogFileError(`${path} cannot be read: ${WHY[String(error.code)] ?? error.message}.`)
}
