import { createServer, type Server, type Socket } from 'node:net'
import type { Clock } from '../clock'
import type { EventClass } from './message'
import type { Request } from './request'
import { Session, type SessionHost } from './session'

const BANNER = 'Asterisk Call Manager/11.0.0\r\n'

type AmiServerOptions = {
  clock: Clock
  account: { username: string; secret: string }
  run(session: Session, request: Request): void
  greet(session: Session): void
}

/** The listening side of AMI: sessions, and what can go wrong with them. */
export class AmiServer implements SessionHost {
  readonly clock: Clock
  readonly account: { username: string; secret: string }
  readonly sessions = new Set<Session>()
  refusing = false
  accepted = 0
  logins = 0
  private silent = false
  private readonly server: Server
  private readonly sockets = new Set<Socket>()

  constructor(private readonly options: AmiServerOptions) {
    this.clock = options.clock
    this.account = options.account
    this.server = createServer((socket) => this.accept(socket))
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(port, host, () => {
        const address = this.server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    })
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    for (const socket of this.sockets) socket.destroy()
    return closed
  }

  wants(eventClass: EventClass): boolean {
    for (const session of this.sessions) if (session.wants(eventClass)) return true
    return false
  }

  /** To every session that wants events of this class; leaves with `flush`. */
  broadcast(eventClass: EventClass, text: string): void {
    for (const session of this.sessions) if (session.wants(eventClass)) session.write(text)
  }

  flush(): void {
    for (const session of this.sessions) session.flush()
  }

  /** Packets vanish: sockets stay, nothing is read, nothing leaves, and new connections hear nothing either. */
  goSilent(): void {
    this.silent = true
    for (const session of this.sessions) session.goSilent()
  }

  /** The network is back; what was lost on the way cannot be told, so those connections are reset. */
  speakAgain(): void {
    this.silent = false
    this.reset()
  }

  end(): void {
    for (const session of this.sessions) session.end()
  }

  cork(): void {
    for (const session of this.sessions) session.cork()
  }

  uncork(): void {
    for (const session of this.sessions) session.uncork()
  }

  writeRaw(bytes: Buffer): void {
    for (const session of this.sessions) session.writeRaw(bytes)
  }

  reset(): void {
    for (const session of this.sessions) session.reset()
  }

  run(session: Session, request: Request): void {
    this.options.run(session, request)
  }

  greet(session: Session): void {
    this.logins++
    this.options.greet(session)
  }

  ended(session: Session): void {
    this.sessions.delete(session)
  }

  private accept(socket: Socket): void {
    this.accepted++
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    const session = new Session(socket, this)
    this.sessions.add(session)
    if (this.silent) {
      session.goSilent()
      return
    }
    session.write(BANNER)
    session.flush()
  }
}
