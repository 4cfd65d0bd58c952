import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One received message: headers in order, as text. */
export type Received = { headers: readonly (readonly [name: string, value: string])[]; get(name: string): string }

export function parseMessage(text: string): Received {
  const headers = text.split('\r\n').map((line): readonly [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')]
  })
  return { headers, get: (name) => headers.find(([other]) => other === name)?.[1] ?? '' }
}

/** The smallest AMI client there is, so that no reading of the protocol is shared with the product. */
export class AmiClient {
  banner = ''
  readonly events: Received[] = []
  closed = false
  private readonly replies: Received[] = []
  private rest = ''
  private awaited: (() => void)[] = []

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => this.read(text))
    socket.on('error', () => {})
    socket.on('close', () => {
      this.closed = true
      this.wake()
    })
  }

  static async connect(port: number): Promise<AmiClient> {
    const socket = connect(port, '127.0.0.1')
    const client = new AmiClient(socket)
    await once(socket, 'connect')
    await client.until(() => client.banner !== '')
    return client
  }

  static async login(simulator: { port: number; username: string; secret: string }): Promise<AmiClient> {
    const client = await AmiClient.connect(simulator.port)
    await client.send({ Action: 'Login', Username: simulator.username, Secret: simulator.secret })
    return client
  }

  /** Sends headers as they are; resolves with the next response. */
  async send(headers: Record<string, string>): Promise<Received> {
    this.write(
      `${Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    )
    await this.until(() => this.replies.length > 0 || this.closed)
    return this.replies.shift() ?? parseMessage('Closed: yes')
  }

  /** A list's items; its final event is the last. */
  async list(headers: Record<string, string>): Promise<Received[]> {
    const ActionID = `list-${Math.random()}`
    await this.send({ ...headers, ActionID })
    const items = () => this.events.filter((event) => event.get('ActionID') === ActionID)
    await this.until(() => items().at(-1)?.get('EventList') === 'Complete')
    return items()
  }

  write(text: string): void {
    this.socket.write(text)
  }

  close(): void {
    this.socket.destroy()
  }

  pause(): void {
    this.socket.pause()
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.awaited.push(resolve))
  }

  private read(text: string): void {
    this.rest += text
    if (this.banner === '') {
      const end = this.rest.indexOf('\r\n')
      this.banner = this.rest.slice(0, end)
      this.rest = this.rest.slice(end + 2)
    }
    const messages = this.rest.split('\r\n\r\n')
    this.rest = messages.pop() ?? ''
    for (const message of messages) this.take(parseMessage(message))
    this.wake()
  }

  private take(message: Received): void {
    const isEvent = message.headers[0]?.[0] === 'Event'
    ;(isEvent ? this.events : this.replies).push(message)
  }

  private wake(): void {
    for (const resolve of this.awaited.splice(0)) resolve()
  }
}
