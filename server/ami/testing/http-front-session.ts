import net from 'node:net'

type Account = { username: string; secret: string }
type Waiting = { text: string; isList: boolean; done(text: string): void }

/** One HTTP session, kept by a connection of its own to the PBX behind. */
export class HttpFrontSession {
  /** Whole messages that no action has asked for. */
  private readonly events: string[] = []
  private readonly waiting = new Map<string, Waiting>()
  private login: Waiting | null = null
  private poll: { id: string; done(text: string): void } | null = null
  private unread = ''
  private actions = 0

  private constructor(
    readonly id: string,
    private readonly socket: net.Socket,
    private readonly gone: () => void,
  ) {
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => this.read(text))
    socket.on('error', () => {})
    socket.on('close', () => this.gone())
  }

  /** `account`: logs in by itself, as a session of HTTP digest has no Login. */
  static async connect(port: number, id: string, gone: () => void, account?: Account): Promise<HttpFrontSession> {
    const socket = net.connect(port, '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    await new Promise((resolve) => socket.once('data', resolve))
    const session = new HttpFrontSession(id, socket, gone)
    if (!account) return session
    const login = { Action: 'Login', Username: account.username, Secret: account.secret }
    // What happened before the session began is not told to it: not even that Asterisk has booted.
    await session.act(new URLSearchParams(login))
    return session
  }

  /** What Asterisk answers to one request. */
  act(fields: URLSearchParams): Promise<string> {
    const id = fields.get('ActionID') ?? `front-${++this.actions}`
    fields.set('ActionID', id)
    return new Promise((resolve) => {
      if (fields.get('Action') === 'WaitEvent') return this.wait(id, resolve)
      const one: Waiting = { text: '', isList: false, done: resolve }
      this.waiting.set(id, one)
      if (fields.get('Action') === 'Login') this.login = one
      const lines = [...fields].map(([name, value]) => `${name}: ${value}\r\n`)
      this.socket.write(`${lines.join('')}\r\n`)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  /** Does a poll wait? */
  get isPolled(): boolean {
    return this.poll !== null
  }

  /** The second poll makes the first one return with nothing. */
  private wait(id: string, done: (text: string) => void): void {
    this.poll?.done('')
    this.poll = { id, done }
    if (this.events.length > 0) this.finishPoll()
  }

  private finishPoll(): void {
    if (!this.poll) return
    const { id, done } = this.poll
    this.poll = null
    const head = `Response: Success\r\nActionID: ${id}\r\nMessage: Waiting for Event completed.\r\n\r\n`
    done(`${head}${this.events.splice(0).join('')}Event: WaitEventComplete\r\nActionID: ${id}\r\n\r\n`)
  }

  private read(text: string): void {
    const blocks = (this.unread + text).split('\r\n\r\n')
    this.unread = blocks.pop() ?? ''
    for (const block of blocks) this.take(`${block}\r\n\r\n`)
    this.finishLogin()
    if (this.events.length > 0) this.finishPoll()
  }

  /** FullyBooted comes along with the answer to a Login. */
  private finishLogin(): void {
    if (!this.login?.text) return
    this.login.done(this.login.text + this.events.splice(0).join(''))
    this.login = null
  }

  private take(block: string): void {
    const id = /^ActionID: (.*?)\r?$/m.exec(block)?.[1] ?? ''
    const one = this.waiting.get(id)
    if (!one) return void this.events.push(block)
    one.text += block
    if (/^EventList: start/im.test(block)) one.isList = true
    if (one.isList && !/^EventList: (Complete|Cancelled)/im.test(block)) return
    this.waiting.delete(id)
    if (one !== this.login) one.done(one.text)
  }
}
