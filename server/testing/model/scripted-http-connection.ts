import { AmiError } from '@/server/ami/ami-error'
import type { HttpAnswer } from '@/server/ami/http/exchange'
import { HttpSession } from '@/server/ami/http/session'
import type { HttpWay } from '@/server/ami/http/target'
import type { AmiStats } from '@/server/ami/options'
import { toXml } from '@/server/ami/testing/to-xml'
import { AMI_TIMES } from '@/server/ami/times'
import type { AmiAction, AmiConnection, AmiList, AmiListener, AmiMessage, AmiStatus, AmiWay } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import { responseText } from './message-text'
import type { ReceivedAction } from './scripted-connection'

const NEVER_MS = 1e12
/** What the session asks of its own accord is answered at once. */
const OWN = new Set(['Challenge', 'Login', 'Events', 'CoreSettings'])

type Asked = { action: ReceivedAction; answer(text: string): void }

/**
 * AMI over HTTP without a wire: the real session, its poll and its turns, and a script in the place of Asterisk's HTTP
 * server. Answers take their time on the way, each its own, so that they overtake one another.
 */
export class ScriptedHttpConnection implements AmiConnection {
  status: AmiStatus = { state: 'closed' }
  heardAt: number | null = null
  readonly way: AmiWay
  readonly delayMs = null
  readonly restarts: string[] = []
  private readonly listeners = new Set<AmiListener>()
  private session: HttpSession | null = null
  private sessions = 0
  private asked: Asked[] = []
  private events = ''
  private poll: Asked | null = null

  /** @param late how many turns of the event loop an answer takes more */
  constructor(
    private readonly clock: Clock,
    private readonly http: HttpWay,
    private readonly late: () => number,
  ) {
    this.way = { way: http, encrypted: false, limits: [] }
  }

  /** Actions that wait for the script. */
  get received(): ReceivedAction[] {
    return this.asked.map(({ action }) => action)
  }

  start(): void {
    this.tell({ state: 'connecting', attempt: 1 })
  }

  async close(): Promise<void> {
    this.session?.end(new AmiError('link-lost', 'closed'))
    this.tell({ state: 'closed' })
  }

  async send(action: AmiAction): Promise<AmiMessage> {
    return this.current().send(action)
  }

  async list(action: AmiAction): Promise<AmiList> {
    return this.current().list(action)
  }

  restart(reason: string): void {
    this.restarts.push(reason)
    this.lose(reason)
  }

  subscribe(listener: AmiListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The PBX lets us in, by a session of its own. */
  ready(): void {
    if (this.session) return
    this.asked = []
    this.events = ''
    this.poll = null
    const { clock, http: way } = this
    const session: HttpSession = new HttpSession({
      target: { host: '', port: 0, tls: null, path: `/${way}`, way },
      exchange: { ask: (form) => this.ask(form), end: () => {} },
      credentials: { username: 'board', secret: 'secret', login: 'plain', eventMask: 'system,call,agent' },
      ...{
        dropEvents: [],
        keepEvents: {},
        census: undefined,
        maxMessageBytes: undefined,
        strict: false,
        clock,
        stats: noStats(),
      },
      times: { ...AMI_TIMES, ping: NEVER_MS, silence: NEVER_MS, pollRest: 0 },
      idPrefix: `s${++this.sessions}`,
      onHeard: (at) => {
        this.heardAt = at
      },
      onMessage: (message, at) => {
        for (const listener of this.listeners) listener.message?.(message, at)
      },
      onReady: () => this.tell({ state: 'ready', since: clock.now(), amiVersion: '11.0.0' }),
      onEnd: ({ message: error }) => {
        this.session = null
        this.asked = []
        if (this.status.state !== 'closed')
          this.tell({ state: 'lost', error, attempt: 1, nextTryAt: clock.now() + 500 })
      },
    })
    this.session = session
  }

  lose(error = 'connection reset'): void {
    this.session?.end(new AmiError('link-lost', error))
  }

  /** Takes the next action out of those that wait. */
  next(): Asked | undefined {
    return this.asked.shift()
  }

  /** Events happen at the PBX. */
  happen(text: string): void {
    if (!this.session) return
    this.events += text
    this.answerPoll()
  }

  private current(): HttpSession {
    if (this.session && this.status.state === 'ready') return this.session
    throw new AmiError('link-lost', 'not connected')
  }

  private ask(form: string): Promise<HttpAnswer> {
    const headers = new Map(new URLSearchParams(form))
    const action = { action: headers.get('Action') ?? '', id: headers.get('ActionID') ?? '', headers }
    return new Promise((resolve) => {
      const asked = { action, answer: (text: string) => void this.arrive(text).then(resolve) }
      if (OWN.has(action.action)) asked.answer(responseText(action.id, { AMIversion: '11.0.0', Challenge: '1' }))
      else if (action.action === 'WaitEvent') {
        this.poll = asked
        this.answerPoll()
      } else this.asked.push(asked)
    })
  }

  private answerPoll(): void {
    if (!this.poll || this.events === '') return
    const { action, answer } = this.poll
    const end = `Event: WaitEventComplete\r\nActionID: ${action.id}\r\n\r\n`
    answer(`${responseText(action.id, { Message: 'Waiting for Event completed.' })}${this.events}${end}`)
    this.poll = null
    this.events = ''
  }

  private async arrive(text: string): Promise<HttpAnswer> {
    for (let turns = this.late(); turns > 0; turns--) await new Promise(setImmediate)
    const isXml = this.http === 'mxml' || this.http === 'amxml'
    const bytes = isXml ? toXml(Buffer.from(text).toString('latin1')) : Buffer.from(text)
    return {
      async *chunks() {
        yield bytes
      },
    }
  }

  private tell(status: AmiStatus): void {
    this.status = status
    for (const listener of this.listeners) listener.status?.(status)
  }
}

function noStats(): AmiStats {
  return {
    ...{ receivedBytes: 0, sentBytes: 0, messages: 0, droppedEvents: 0, lostMessages: 0 },
    ...{ pings: 0, pingRoundTripMs: null, attempts: 0, logins: 0, refusedLogins: 0, readies: 0, pending: 0 },
  }
}
