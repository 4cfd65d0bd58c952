import http from 'node:http'
import type net from 'node:net'
import type { Clock } from '@/server/clock'
import { AmiError } from '../ami-error'
import type { AmiTls } from '../options'
import { openAgent } from './agent'
import type { Authority } from './authority'
import { type AmiHttp, isXml } from './target'

/** Far above what any Asterisk has to say at once; it is passed on in chunks, so this only ends what has no end. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024
/** A session's nonce may be renewed while we ask, but not over and over. */
const MAX_TRIES = 4

export type HttpTarget = AmiHttp & { host: string; port: number; tls: AmiTls | null }

/** An answer whose head has come: `chunks` reads its body, with an `AmiError` where that is cut, too long or too slow. */
export type HttpAnswer = { chunks(): AsyncGenerator<Buffer> }

type Head = { response: http.IncomingMessage; sent: Record<string, string> }

type ExchangeOptions = {
  target: HttpTarget
  authority: Authority
  clock: Clock
  /** The longest wait within a body, and for a whole one, ms. */
  pause: number
  whole: number
  /** For the answer to a farewell. */
  farewell: number
  /** The connection of the polls broke while none was open. */
  broken(error: AmiError): void
}

/** What a session needs of an exchange. */
export type Asking = Pick<Exchange, 'ask' | 'end'>

/** Asks one PBX over HTTP: one connection for each kind of request, kept open. */
export class Exchange {
  private readonly requests = new Set<http.ClientRequest>()
  private readonly agents: { poll: http.Agent; action: http.Agent; ping: http.Agent }
  private ended: AmiError | null = null
  private watched: net.Socket | null = null
  private polls = 0
  /** Does the PBX keep the connection of the polls? A proxy may close it after each. */
  private staysOpen = true

  constructor(private readonly options: ExchangeOptions) {
    const open = () => openAgent(options.target)
    this.agents = { poll: open(), action: open(), ping: open() }
  }

  /** Sends a form. Resolves at the answer's head, when that is one of AMI; rejects with an `AmiError`. */
  async ask(form: string, kind: 'poll' | 'action' | 'ping', limit: number): Promise<HttpAnswer> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      const { response, sent } = await this.post(form, kind, limit)
      try {
        const status = response.statusCode ?? 0
        const problem = status === 401 || status === 403 ? null : problemOf(response, contentType(this.options.target))
        if (problem) throw problem
        if (this.options.authority.judge(status, response.headers, sent) === 'taken')
          return { chunks: () => this.read(response) }
        await this.skip(response)
      } catch (error) {
        response.destroy()
        throw error
      }
    }
    throw new AmiError('link-lost', `The PBX took none of ${MAX_TRIES} new nonces`)
  }

  /**
   * Ends every request. `farewell`: a form that is sent once more, so that the session does not live on at the PBX until
   * its time is over, and a PBX that allows one login only lets us in again; nobody waits for its answer.
   */
  end(error: AmiError, farewell: string | null): void {
    for (const request of this.requests) request.destroy()
    for (const agent of Object.values(this.agents)) agent.destroy()
    if (farewell !== null) {
      this.agents.action = openAgent(this.options.target)
      this.post(farewell, 'action', this.options.farewell).then(
        ({ response }) => void response.destroy(),
        () => {},
      )
    }
    this.ended = error
  }

  private post(form: string, kind: 'poll' | 'action' | 'ping', limit: number): Promise<Head> {
    const { target, clock, authority } = this.options
    const { host, port, path } = target
    return new Promise((resolve, reject) => {
      if (this.ended) throw this.ended
      const headers = {
        ...{ Host: hostHeader(host, port), Accept: contentType(target) },
        ...{ 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(form) },
      }
      const request = http.request({ agent: this.agents[kind], host, port, path, method: 'POST', headers })
      this.requests.add(request)
      if (kind === 'poll') this.polls++
      let tooLate: AmiError | null = null
      const cancelLimit = clock.after(limit, () => {
        tooLate = new AmiError('timeout', `No answer over HTTP within ${limit} ms`)
        request.destroy()
      })
      let sent: Record<string, string> = {}
      request.once('response', (response) => {
        cancelLimit()
        if (kind === 'poll') this.staysOpen = request.shouldKeepAlive
        resolve({ response, sent })
      })
      request.on('error', (cause) => {
        cancelLimit()
        reject(this.ended ?? tooLate ?? errorOf(cause))
      })
      request.once('close', () => {
        cancelLimit()
        if (kind === 'poll') this.polls--
        this.requests.delete(request)
      })
      // Requests are to arrive in the order of their counts: each is given its own when its connection stands.
      const send = () => {
        sent = authority.headers()
        for (const [name, value] of Object.entries(sent)) request.setHeader(name, value)
        request.end(form)
      }
      request.once('socket', (socket) => {
        if (kind === 'poll') this.watch(socket)
        if (socket.connecting) socket.once('connect', send)
        else send()
      })
    })
  }

  /** Between two polls nobody asks, so nobody would hear for seconds that the way to the PBX broke. */
  private watch(socket: net.Socket): void {
    if (this.watched === socket) return
    this.watched = socket
    socket.once('close', () => {
      const isIdle = this.watched === socket && this.polls === 0 && this.staysOpen
      if (isIdle && !this.ended) this.options.broken(new AmiError('link-lost', 'The PBX closed the connection'))
    })
  }

  /** Reads the body of an answer that asks us to ask again, so that its connection can be used for that. */
  private async skip(response: http.IncomingMessage): Promise<void> {
    for await (const _ of this.read(response)) {
      // Nobody reads an error page.
    }
  }

  private async *read(response: http.IncomingMessage): AsyncGenerator<Buffer> {
    const { clock, pause, whole } = this.options
    let tooSlow: AmiError | null = null
    const stop = (why: string) => () => {
      tooSlow = new AmiError('not-ami', why)
      response.destroy()
    }
    const cancelWhole = clock.after(whole, stop(`An answer over HTTP took more than ${whole} ms`))
    let cancelPause = clock.after(pause, stop(`An answer over HTTP stopped for ${pause} ms`))
    let length = 0
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        cancelPause()
        length += chunk.length
        if (length > MAX_ANSWER_BYTES) throw tooLong()
        yield chunk
        cancelPause = clock.after(pause, stop(`An answer over HTTP stopped for ${pause} ms`))
      }
      if (!response.complete) throw new AmiError('link-lost', 'An answer over HTTP was cut')
    } catch (cause) {
      throw this.ended ?? tooSlow ?? errorOf(cause)
    } finally {
      cancelWhole()
      cancelPause()
    }
  }
}

function contentType({ way }: AmiHttp): string {
  return isXml(way) ? 'text/xml' : 'text/plain'
}

function hostHeader(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** What an answer's head says against it. */
function problemOf({ statusCode = 0, headers }: http.IncomingMessage, expected: string): AmiError | null {
  const isPassing = statusCode >= 500 && statusCode !== 501
  if (statusCode === 413) return new AmiError('invalid', 'The PBX takes no action of this size over HTTP (413)')
  if (statusCode === 404)
    return new AmiError(
      'not-ami',
      'The PBX has nothing at this address (HTTP 404): is webenabled=yes, is the path right?',
    )
  if (statusCode !== 200)
    return new AmiError(isPassing ? 'link-lost' : 'not-ami', `The PBX answered HTTP ${statusCode}, expected 200`)
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'nothing'
  if (type !== expected)
    return new AmiError('not-ami', `The PBX answered with ${type.slice(0, 60)}, expected ${expected}`)
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity')
    return new AmiError('not-ami', 'The PBX answered with packed text, expected plain')
  return Number(headers['content-length'] ?? 0) > MAX_ANSWER_BYTES ? tooLong() : null
}

function tooLong(): AmiError {
  return new AmiError('not-ami', `The PBX's answer is longer than ${MAX_ANSWER_BYTES} bytes`)
}

function errorOf(cause: unknown): AmiError {
  if (cause instanceof AmiError) return cause
  const { code = '', message } = cause as NodeJS.ErrnoException
  if (code.startsWith('HPE_')) return new AmiError('not-ami', `The PBX does not answer in HTTP: ${message}`)
  const isCut = message === 'aborted' || code === 'ERR_STREAM_PREMATURE_CLOSE'
  return new AmiError('link-lost', isCut ? 'An answer over HTTP was cut' : message)
}
