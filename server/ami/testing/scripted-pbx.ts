import { createHash } from 'node:crypto'
import net from 'node:net'
import tls from 'node:tls'

/** An action as the scripted PBX read it; repeated headers are joined by `|`. */
type ReadAction = Record<string, string> & { Action: string }

export type Script = {
  banner?: string
  secret?: string
  /** What comes after an accepted login; by default FullyBooted. */
  afterLogin?: string
  /** Answers to actions by name, instead of the usual ones. Every line gets its CRLF here. */
  answers?: Readonly<Record<string, (action: ReadAction, session: ScriptedSession) => string | null>>
  tls?: tls.TlsOptions
}

const CHALLENGE = '169834871'
const USUAL: NonNullable<Script['answers']> = {
  Challenge: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nChallenge: ${CHALLENGE}\n`,
  Ping: ({ ActionID }) => `Response: Success\nActionID: ${ActionID}\nPing: Pong\nTimestamp: 1795417558.019704\n`,
  Logoff: ({ ActionID }) => `Response: Goodbye\nActionID: ${ActionID}\nMessage: Thanks for all the fish.\n`,
}

/** One client's connection, seen from the PBX. */
export class ScriptedSession {
  readonly actions: ReadAction[] = []
  readonly closed: Promise<void>
  private unread = ''
  private waiting: (() => void)[] = []

  constructor(
    readonly socket: net.Socket,
    private readonly script: Script,
  ) {
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()))
    socket.on('error', () => {})
    socket.on('data', (chunk) => this.read(chunk.toString()))
    socket.write(script.banner ?? 'Asterisk Call Manager/11.0.0\r\n')
  }

  /** Sends lines as they stand in a template text: LF becomes CRLF. */
  say(text: string): void {
    this.socket.write(text.replaceAll('\n', '\r\n'))
  }

  /** The n-th action of this name, once it has arrived. */
  async received(name: string, nth = 1): Promise<ReadAction> {
    for (;;) {
      const found = this.actions.filter((action) => action.Action === name)[nth - 1]
      if (found) return found
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  private read(text: string): void {
    const blocks = (this.unread + text).split('\r\n\r\n')
    this.unread = blocks.pop() ?? ''
    for (const block of blocks) this.act(parse(block))
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  private act(action: ReadAction): void {
    this.actions.push(action)
    const scripted = this.script.answers?.[action.Action]
    const usual = action.Action === 'Login' ? this.login : USUAL[action.Action]
    const answer = (scripted ?? usual)?.call(this, action, this)
    if (answer) this.say(`${answer}\n`)
  }

  private login(action: ReadAction): string {
    const { secret = 'secret', afterLogin } = this.script
    const key = createHash('md5').update(`${CHALLENGE}${secret}`).digest('hex')
    const accepted = action.Secret === secret || action.Key === key
    const answer = `ActionID: ${action.ActionID}\nMessage: Authentication ${accepted ? 'accepted' : 'failed'}\n`
    if (!accepted) return `Response: Error\n${answer}`
    return `Response: Success\n${answer}\n${afterLogin ?? 'Event: FullyBooted\nPrivilege: system,all\nUptime: 2\n'}`
  }
}

/** A PBX on a port of its own that answers as a test scripts it. It shares no code with what it tests. */
export class ScriptedPbx {
  readonly sessions: ScriptedSession[] = []
  private waiting: (() => void)[] = []
  private readonly server: net.Server

  private constructor(readonly script: Script) {
    const accept = (socket: net.Socket) => {
      this.sessions.push(new ScriptedSession(socket, this.script))
      for (const resolve of this.waiting.splice(0)) resolve()
    }
    this.server = script.tls ? tls.createServer(script.tls, accept) : net.createServer(accept)
  }

  static async listen(script: Script = {}): Promise<ScriptedPbx> {
    const pbx = new ScriptedPbx(script)
    await new Promise<void>((resolve) => pbx.server.listen(0, '127.0.0.1', resolve))
    return pbx
  }

  get port(): number {
    return (this.server.address() as net.AddressInfo).port
  }

  /** The n-th session, once it is connected. */
  async session(nth = 1): Promise<ScriptedSession> {
    for (;;) {
      const found = this.sessions[nth - 1]
      if (found) return found
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  async close(): Promise<void> {
    for (const { socket } of this.sessions) socket.destroy()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }
}

function parse(block: string): ReadAction {
  const action: ReadAction = { Action: '' }
  for (const line of block.split('\r\n')) {
    const colon = line.indexOf(': ')
    const name = line.slice(0, colon)
    const value = line.slice(colon + 2)
    action[name] = name in action && name !== 'Action' ? `${action[name]}|${value}` : value
  }
  return action
}
