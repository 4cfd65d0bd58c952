/** An action as it came: names compare without case, and the first of duplicates wins (main/manager.c, `astman_get_header`). */
export type Request = { action: string; get(name: string): string; has(name: string): boolean; actionId: string }
/** `error`: what Asterisk says of a message it could not take. */
type RequestOrError = Request | { error: string; actionId: string }

/** Longest line that Asterisk takes, without its end (main/manager.c, `manager_readline`), in bytes. */
const LONGEST_LINE = 1022
/** Most headers of one message (`AST_MAX_MANHEADERS`). */
const MOST_HEADERS = 128

/** Bytes to actions; keeps what is not complete yet. */
export class RequestReader {
  private rest = ''
  private lines: string[] = []
  private broken: string | null = null

  /** `bytes` as latin1, so that its length is the length on the wire. */
  read(bytes: string): RequestOrError[] {
    const found: RequestOrError[] = []
    const lines = (this.rest + bytes).split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) {
      const request = this.take(line.endsWith('\r') ? line.slice(0, -1) : line)
      if (request) found.push(request)
    }
    if (this.rest.length > LONGEST_LINE + 1) this.cutOverlongRest()
    return found
  }

  private take(line: string): RequestOrError | null {
    if (line !== '') {
      if (line.length > LONGEST_LINE) this.broken = 'Failed to parse message: line too long'
      else if (this.lines.length >= MOST_HEADERS) this.broken = 'Too many lines in message or allocation failure'
      else this.lines.push(line)
      return null
    }
    const { lines, broken } = this
    this.lines = []
    this.broken = null
    const request = toRequest(lines)
    return broken === null ? request : { error: broken, actionId: request.actionId }
  }

  /** A line that never ends must not grow: the message is lost, the memory is not. */
  private cutOverlongRest(): void {
    this.broken = 'Failed to parse message: line too long'
    this.rest = ''
  }
}

function toRequest(lines: readonly string[]): Request {
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    const value = Buffer.from(line.slice(colon + 1).replace(/^ +/, ''), 'latin1').toString('utf8')
    if (!headers.has(name)) headers.set(name, value)
  }
  const get = (name: string) => headers.get(name.toLowerCase()) ?? ''
  return { action: get('action'), get, has: (name) => headers.has(name.toLowerCase()), actionId: get('actionid') }
}
