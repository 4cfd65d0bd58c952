import type { AmiMessage } from './types'

const END_COMMAND = '--END COMMAND--'

/** Header lines that stand before the text, in whatever order. */
const HEADER = /^(Response|Privilege|ActionID|Message): ?(.*)$/i

/**
 * `Response: Follows` of Asterisk before 14: raw lines after the first headers. They are told as `Output` headers, as
 * newer versions send them, so that a command reads alike everywhere.
 */
export class FollowsMessage implements AmiMessage {
  readonly kind = 'response'
  readonly name = 'Follows'
  readonly raw: Buffer
  private readonly headers: (readonly [string, string])[]

  constructor(bytes: Buffer, start: number, end: number) {
    this.raw = bytes.subarray(start, end)
    this.headers = parse(bytes.toString('utf8', start, end))
  }

  get(name: string): string | undefined {
    return this.all(name)[0]
  }

  all(name: string): string[] {
    const wanted = name.toLowerCase()
    return this.headers.filter(([own]) => own.toLowerCase() === wanted).map(([, value]) => value)
  }

  entries(): Iterable<readonly [string, string]> {
    return this.headers
  }
}

function parse(text: string): (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = []
  let at = 0
  for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n', at)) {
    const header = HEADER.exec(text.slice(at, end))
    if (!header) break
    headers.push([header[1] as string, header[2] as string])
    at = end + 2
  }
  const mark = text.lastIndexOf(END_COMMAND)
  const output = text.slice(at, mark).replace(/\r?\n$/, '')
  if (mark > at) for (const line of output.split('\n')) headers.push(['Output', line.replace(/\r$/, '')])
  return headers
}
