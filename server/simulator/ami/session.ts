import { createHash, randomInt } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Clock } from '../clock'
import { type EventClass, formatMessage, type Header } from './message'
import { type Request, RequestReader } from './request'

/** Bytes that wait for a slow reader before it is cut off in mid-message, as Asterisk does after its write time-out. */
const MOST_BUFFERED = 64 * 1024 * 1024
/** Asterisk lets a wrong login wait (main/manager.c, `session_do`). */
const WRONG_LOGIN_DELAY = 1000

/** What a session needs of its server. */
export type SessionHost = {
  readonly clock: Clock
  readonly account: { username: string; secret: string }
  readonly refusing: boolean
  /** Runs an action of somebody who is logged in. */
  run(session: Session, request: Request): void
  /** After the answer to a login: `FullyBooted`. */
  greet(session: Session): void
  ended(session: Session): void
}

/** One manager session. */
export class Session {
  authenticated = false
  private classes: ReadonlySet<string> | 'all' = new Set()
  private challenge = ''
  private readonly reader = new RequestReader()
  private pending: string[] = []
  /** Half-open: nothing is read and nothing leaves, and the socket stays. */
  private silent = false
  private corked = false

  constructor(
    private readonly socket: Socket,
    private readonly host: SessionHost,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.read(bytes.toString('latin1')))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.host.ended(this))
  }

  wants(eventClass: EventClass): boolean {
    return this.authenticated && (this.classes === 'all' || this.classes.has(eventClass))
  }

  setMask(mask: string): void {
    const wanted = mask.trim().toLowerCase()
    if (wanted === '' || wanted === 'on' || wanted === 'all') this.classes = 'all'
    else this.classes = new Set(wanted.split(',').map((word) => word.trim()))
  }

  get muted(): boolean {
    return this.classes !== 'all' && !['system', 'call', 'agent', 'user'].some((name) => this.wants(name as EventClass))
  }

  /** Text leaves at the next `flush`, in the order of the writes. */
  write(text: string): void {
    if (!this.silent) this.pending.push(text)
  }

  reply(request: { actionId: string }, response: string, ...headers: Header[]): void {
    const id: Header[] = request.actionId ? [['ActionID', request.actionId]] : []
    this.write(formatMessage([['Response', response], ...id, ...headers]))
  }

  flush(): void {
    if (this.corked || this.pending.length === 0) return
    this.socket.write(this.pending.join(''))
    this.pending = []
    if (this.socket.writableLength > MOST_BUFFERED) this.socket.destroy()
  }

  /** Raw bytes between two messages. */
  writeRaw(bytes: Buffer): void {
    this.flush()
    this.socket.write(bytes)
  }

  goSilent(): void {
    this.flush()
    this.silent = true
  }

  /** Holds everything back until `uncork`. */
  cork(): void {
    this.corked = true
  }

  uncork(): void {
    this.corked = false
    this.flush()
  }

  end(): void {
    this.flush()
    this.socket.end()
  }

  /** RST instead of FIN. */
  reset(): void {
    this.socket.resetAndDestroy()
  }

  private read(bytes: string): void {
    if (this.silent) return
    for (const request of this.reader.read(bytes)) {
      if ('error' in request) this.reply(request, 'Error', ['Message', request.error])
      else this.take(request)
    }
    this.flush()
  }

  private take(request: Request): void {
    const action = request.action.toLowerCase()
    if (action === '') {
      this.reply(request, 'Error', ['Message', 'Missing action in request'])
      return
    }
    if (action === 'challenge') {
      this.sendChallenge(request)
      return
    }
    if (action === 'login') {
      this.login(request)
      return
    }
    if (action === 'logoff') {
      this.reply(request, 'Goodbye', ['Message', 'Thanks for all the fish.'])
      this.end()
      return
    }
    if (!this.authenticated) {
      this.reply(request, 'Error', ['Message', 'Permission denied'])
      return
    }
    this.host.run(this, request)
  }

  private sendChallenge(request: Request): void {
    if (request.get('AuthType').toUpperCase() !== 'MD5') {
      this.reply(request, 'Error', ['Message', 'Must specify AuthType'])
      return
    }
    this.challenge = String(randomInt(1e8, 1e9))
    this.reply(request, 'Success', ['Challenge', this.challenge])
  }

  private login(request: Request): void {
    if (this.authenticated) {
      this.reply(request, 'Success', ['Message', 'Already authenticated'])
      return
    }
    if (!this.isRight(request)) {
      this.host.clock.after(WRONG_LOGIN_DELAY, () => {
        this.reply(request, 'Error', ['Message', 'Authentication failed'])
        this.end()
      })
      return
    }
    this.authenticated = true
    this.setMask(request.get('Events'))
    this.reply(request, 'Success', ['Message', 'Authentication accepted'])
    this.host.greet(this)
  }

  private isRight(request: Request): boolean {
    const { username, secret } = this.host.account
    if (this.host.refusing || request.get('Username') !== username) return false
    if (request.get('AuthType').toUpperCase() !== 'MD5') return request.get('Secret') === secret
    const key = createHash('md5')
      .update(this.challenge + secret)
      .digest('hex')
    return this.challenge !== '' && request.get('Key') === key
  }
}
