import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import type tls from 'node:tls'
import { type HttpWay, isDigest, isXml } from '../http/target'
import { digestChallenge, isProperDigest } from './http-digest'
import { HttpFrontSession } from './http-front-session'
import { toXml } from './to-xml'

/** What a test does with a request before it is answered as usual; true: it has answered by itself. */
type Meddle = (request: FrontRequest, response: http.ServerResponse) => boolean
export type FrontRequest = { action: string; fields: URLSearchParams; headers: http.IncomingHttpHeaders; path: string }

type FrontOptions = { way: HttpWay; tls?: tls.TlsOptions; account?: { username: string; secret: string } }

/**
 * Asterisk's HTTP server before a PBX that speaks AMI over TCP: each HTTP session has a connection there, whose answers it
 * gives at once and whose events it keeps for the next WaitEvent (main/manager.c `generic_http_callback`,
 * `auth_http_callback`). It shares no code with what it tests.
 */
export class HttpFront {
  readonly requests: FrontRequest[] = []
  readonly sessions = new Map<string, HttpFrontSession>()
  meddle: Meddle = () => false
  /** Nonces that are no longer good, and those that took their places. */
  readonly renewed = new Map<string, string>()
  /** Ends each connection with its answer, as some proxies do. */
  closing = false
  open = 0
  mostOpen = 0
  private readonly counts = new Map<string, number>()
  private readonly server: http.Server
  private lastId = 0x1000
  private waiting: (() => void)[] = []

  private constructor(
    private readonly target: number,
    private readonly options: FrontOptions,
  ) {
    const answer = (request: http.IncomingMessage, response: http.ServerResponse) => void this.answer(request, response)
    this.server = options.tls ? https.createServer(options.tls, answer) : http.createServer(answer)
  }

  static async listen(target: number, options: FrontOptions): Promise<HttpFront> {
    const front = new HttpFront(target, options)
    await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve))
    return front
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** The n-th request for this action, once it has come. */
  async asked(action: string, nth = 1): Promise<FrontRequest> {
    for (;;) {
      const found = this.requests.filter((request) => request.action === action)[nth - 1]
      if (found) return found
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  /** Forgets every session, as after `httptimeout` or a restart; nobody is told. */
  forget(): void {
    const sessions = [...this.sessions.values()]
    this.sessions.clear()
    for (const session of sessions) session.close()
  }

  /** Ends every connection at once. */
  reset(): void {
    this.server.closeAllConnections()
  }

  async close(): Promise<void> {
    this.forget()
    this.reset()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    this.open++
    this.mostOpen = Math.max(this.mostOpen, this.open)
    response.once('close', () => this.open--)
    const fields = new URLSearchParams(await textOf(request))
    const seen = { action: fields.get('Action') ?? '', fields, headers: request.headers, path: request.url ?? '' }
    this.requests.push(seen)
    for (const resolve of this.waiting.splice(0)) resolve()
    if (this.meddle(seen, response)) return
    const session = isDigest(this.options.way) ? this.byNonce(request, response) : await this.byCookie(request)
    if (!session) return
    const text = await (await session).act(fields)
    const xml = isXml(this.options.way)
    if (this.closing) response.setHeader('Connection', 'close')
    response.setHeader('Content-Type', xml ? 'text/xml' : 'text/plain')
    if (!isDigest(this.options.way))
      response.setHeader('Set-Cookie', `mansession_id="${(await session).id}"; Version=1; Max-Age=60`)
    response.end(xml ? toXml(text) : Buffer.from(text, 'latin1'))
  }

  private async byCookie({ headers }: http.IncomingMessage): Promise<HttpFrontSession> {
    const id = /mansession_id="(\w+)"/.exec(headers.cookie ?? '')?.[1] ?? ''
    return this.sessions.get(id) ?? (await this.create((++this.lastId).toString(16).padStart(8, '0')))
  }

  /** As Asterisk: a nonce that it does not know makes a session, if only it is signed properly. */
  private byNonce(request: http.IncomingMessage, response: http.ServerResponse) {
    const { account = { username: 'wallboard', secret: 'secret' } } = this.options
    const signed = isProperDigest(request.headers.authorization, account)
    if (!signed) return digestChallenge(response, (++this.lastId).toString(16), false)
    const fresh = this.renewed.get(signed.nonce)
    if (fresh !== undefined) return digestChallenge(response, fresh, true)
    const known = this.sessions.get(signed.nonce)
    if (!known) {
      this.counts.set(signed.nonce, signed.count)
      return this.create(signed.nonce, account)
    }
    if (signed.count <= (this.counts.get(signed.nonce) ?? 0))
      return digestChallenge(response, this.renew(signed.nonce), true)
    this.counts.set(signed.nonce, signed.count)
    return known
  }

  /** The session gets another nonce, as after 62 s; requests with the old one are told. */
  renew(nonce: string): string {
    const fresh = (++this.lastId).toString(16)
    const session = this.sessions.get(nonce)
    if (session) this.sessions.set(fresh, session)
    this.sessions.delete(nonce)
    this.renewed.set(nonce, fresh)
    return fresh
  }

  private async create(id: string, account?: { username: string; secret: string }): Promise<HttpFrontSession> {
    const gone = () => {
      if (this.sessions.get(id) === session) this.reset()
    }
    const session: HttpFrontSession = await HttpFrontSession.connect(this.target, id, gone, account)
    this.sessions.set(id, session)
    return session
  }
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
