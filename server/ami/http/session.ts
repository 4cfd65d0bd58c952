import { serialiseAction } from '../actions'
import { AmiError } from '../ami-error'
import { BootWait } from '../boot'
import { challenge, coreSettings, events, logoff, ping } from '../builders'
import { Keepalive } from '../keepalive'
import { logIn } from '../login'
import { PendingActions } from '../pending'
import type { Session, SessionOptions } from '../session-options'
import type { AmiAction, AmiList, AmiMessage } from '../types'
import { AnswerReader } from './answer-reader'
import { type Asking, Exchange, type HttpTarget } from './exchange'
import { formOf } from './form'
import { openAuthority } from './open-authority'
import { Poll } from './poll'
import { isDigest, isXml } from './target'
import { Turns } from './turns'

type HttpSessionOptions = SessionOptions & {
  target: HttpTarget
  /** Asks in place of HTTP; for tests without a wire. */
  exchange?: Asking
}
type Kind = 'poll' | 'action' | 'ping'

/**
 * One session of AMI over HTTP: events by long polls, actions one at a time beside them, pings on a connection of their
 * own. It never comes back; the connection makes another.
 */
export class HttpSession implements Session {
  private heardAt: number
  private ended = false
  private loggedIn = false
  private amiVersion = ''
  /** What Asterisk gives every HTTP session of its own; see `check`. */
  private mark: string | null = null
  private readonly isDigest: boolean
  private readonly exchange: Asking
  private readonly turns = new Turns()
  private readonly readers: Readonly<Record<Kind, AnswerReader>>
  private readonly actions: PendingActions
  private readonly pings: PendingActions
  private readonly poll: Poll
  private readonly keepalive: Keepalive
  private readonly boot: BootWait

  constructor(private readonly options: HttpSessionOptions) {
    const { clock, times, target, credentials, idPrefix } = options
    this.heardAt = clock.now()
    this.isDigest = isDigest(target.way)
    this.exchange =
      options.exchange ??
      new Exchange({
        ...{ target, clock, pause: times.action, whole: times.wholeAnswer, farewell: times.goodbye },
        broken: (error) => this.end(error),
        authority: openAuthority(target, credentials.username, credentials.secret),
      })
    this.readers = {
      poll: this.openReader((message) => this.poll.take(message)),
      action: this.openReader(() => false),
      ping: this.openReader(() => false),
    }
    this.actions = this.openPending('action', idPrefix, true)
    this.pings = this.openPending('ping', `${idPrefix}-p`, false)
    const failed = (error: AmiError) => this.end(error)
    this.poll = new Poll({
      ...{ exchange: this.exchange, turns: this.turns, clock, times, idPrefix, reader: this.readers.poll, failed },
      answered: () => this.hear(),
    })
    this.keepalive = new Keepalive({
      ...{ clock, times, heardAt: () => this.heardAt, ping: () => this.ping() },
      dead: () => this.end(new AmiError('link-lost', `Not an answer from the PBX within ${times.silence} ms`)),
    })
    this.boot = new BootWait({
      ...{ clock, times, untold: true, list: (action) => this.list(action), failed },
      booted: () => this.becomeReady(),
    })
    void this.open()
  }

  send(action: AmiAction): Promise<AmiMessage> {
    return this.actions.send(action)
  }

  list(action: AmiAction): Promise<AmiList> {
    return this.actions.list(action)
  }

  async logOff(): Promise<void> {
    const goodbye = this.actions.send(logoff()).catch(() => undefined)
    const limit = new Promise<void>((resolve) => void this.options.clock.after(this.options.times.goodbye, resolve))
    await Promise.race([goodbye, limit])
    this.loggedIn = false
    this.end(new AmiError('link-lost', 'The connection was closed here'))
  }

  end(error: AmiError): void {
    if (this.ended) return
    this.ended = true
    this.poll.stop()
    this.keepalive.stop()
    this.boot.stop()
    this.actions.end(error)
    this.pings.end(error)
    this.options.stats.pending = 0
    this.exchange.end(error, this.loggedIn ? this.farewell() : null)
    this.options.onEnd(error)
  }

  private farewell(): string {
    return formOf(serialiseAction(logoff(), `${this.options.idPrefix}-x`))
  }

  private openReader(isOwn: (message: AmiMessage) => boolean): AnswerReader {
    const { dropEvents, keepEvents, census, maxMessageBytes, stats, target } = this.options
    return new AnswerReader({
      ...{ dropEvents, keepEvents, xml: isXml(target.way) },
      ...(census && { census }),
      ...(maxMessageBytes !== undefined && { maxMessageBytes }),
      onMessage: (message) => {
        if (!isOwn(message)) this.deliver(message)
      },
      stats,
    })
  }

  private openPending(kind: 'action' | 'ping', idPrefix: string, strict: boolean): PendingActions {
    const { clock, times } = this.options
    return new PendingActions({
      ...{ clock, idPrefix, strict, timeout: times.action },
      write: (bytes, id, isList) => void this.act(kind, bytes, id, isList),
    })
  }

  /** Sends one action and tells its answer. What concerns this action alone fails it; all else ends the session. */
  private async act(kind: 'action' | 'ping', bytes: Buffer, id: string, isList: boolean): Promise<void> {
    const release = kind === 'ping' ? () => {} : await this.turns.forAction()
    const cancel = isList ? () => {} : this.options.clock.after(this.options.times.answerFirst, release)
    const pending = kind === 'ping' ? this.pings : this.actions
    try {
      await this.ask(kind, bytes)
      pending.fail(id, new AmiError('incomplete', 'The PBX answered with nothing about this action'))
    } catch (error) {
      this.judge(error, (one) => pending.fail(id, one))
    } finally {
      cancel()
      release()
    }
  }

  private async ask(kind: 'action' | 'ping', bytes: Buffer): Promise<void> {
    const { stats, times } = this.options
    const form = formOf(bytes)
    stats.sentBytes += form.length
    const answer = await this.exchange.ask(form, kind, times.action)
    await this.readers[kind].read(answer)
    stats.pending = this.actions.size
    this.hear()
  }

  private judge(error: unknown, failOne: (error: AmiError) => void): void {
    const one = error instanceof AmiError ? error : new AmiError('link-lost', String(error))
    if (one.code === 'invalid' || (one.code === 'timeout' && this.loggedIn)) failOne(one)
    else this.end(one)
  }

  private hear(): void {
    if (this.ended) return
    this.heardAt = this.options.clock.now()
    this.options.onHeard(this.heardAt)
  }

  private deliver(message: AmiMessage): void {
    if (this.ended) return
    this.hear()
    this.actions.take(message)
    this.pings.take(message)
    this.boot.take(message)
    this.options.onMessage(message, this.heardAt)
  }

  private async open(): Promise<void> {
    const { stats, credentials } = this.options
    stats.logins++
    try {
      if (this.isDigest) await this.send(events(credentials.eventMask))
      else await logIn((action) => this.send(action), credentials)
      this.mark = await this.readMark()
      this.amiVersion = await this.readVersion()
    } catch (error) {
      this.end(error instanceof AmiError ? error : new AmiError('link-lost', String(error)))
      return
    }
    if (this.ended) return
    this.loggedIn = true
    this.keepalive.start()
    this.poll.start()
    this.boot.start()
    this.becomeReady()
  }

  private becomeReady(): void {
    if (this.loggedIn && this.boot.booted && !this.ended) this.options.onReady(this.amiVersion)
  }

  /** Empty where this login may not ask. */
  private async readVersion(): Promise<string> {
    try {
      return (await this.send(coreSettings())).get('AMIversion') ?? ''
    } catch (error) {
      if (error instanceof AmiError && error.code !== 'link-lost') return ''
      throw error
    }
  }

  /**
   * With digest Asterisk makes a session of any nonce that is properly signed, also in place of one that it has forgotten,
   * and says nothing: the events in between are lost. But each session keeps the challenge that it once gave.
   */
  private async readMark(): Promise<string | null> {
    if (!this.isDigest) return null
    return (await this.pings.send(challenge())).get('Challenge') ?? null
  }

  private async check(): Promise<void> {
    const mark = await this.readMark()
    if (mark !== this.mark) this.end(new AmiError('link-lost', 'The PBX knows our HTTP session no more'))
  }

  private ping(): void {
    const { clock, stats } = this.options
    const sentAt = clock.now()
    stats.pings++
    const answered = this.pings.send(ping()).then(() => {
      stats.pingRoundTripMs = clock.now() - sentAt
      return this.check()
    })
    // A ping without an answer is judged by the silence that goes with it.
    answered.catch(() => {})
  }
}
