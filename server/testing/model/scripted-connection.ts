import { AmiError } from '@/server/ami/ami-error'
import { PendingActions } from '@/server/ami/pending'
import { MessageReader } from '@/server/ami/reader'
import type { AmiAction, AmiConnection, AmiList, AmiListener, AmiMessage, AmiStatus, AmiWay } from '@/server/ami/types'
import type { Clock } from '@/server/clock'

/** An action as the PBX receives it. */
export type ReceivedAction = { action: string; id: string; headers: ReadonlyMap<string, string> }

/**
 * The AMI connection without a wire: the real reader and the real bookkeeping of actions, and a script in the PBX's
 * place. What the client sends waits in `received` until the script answers it by `receive`.
 */
export class ScriptedConnection implements AmiConnection {
  status: AmiStatus = { state: 'closed' }
  heardAt: number | null = null
  readonly way: AmiWay = { way: 'tcp', encrypted: false, limits: [] }
  readonly delayMs = null
  received: ReceivedAction[] = []
  /** Reasons for which the client asked for a new connection. */
  readonly restarts: string[] = []
  private readonly listeners = new Set<AmiListener>()
  private reader: MessageReader
  private pending: PendingActions
  private sessions = 0

  /** @param dropEvents names of events that the reader leaves out */
  constructor(
    private readonly clock: Clock,
    private readonly dropEvents: Iterable<string> = [],
  ) {
    this.reader = this.newReader()
    this.pending = this.newPending()
  }

  start(): void {
    this.tell({ state: 'connecting', attempt: 1 })
  }

  async close(): Promise<void> {
    this.end('closed')
    this.tell({ state: 'closed' })
  }

  async send(action: AmiAction): Promise<AmiMessage> {
    return this.pending.send(action)
  }

  async list(action: AmiAction): Promise<AmiList> {
    return this.pending.list(action)
  }

  restart(reason: string): void {
    this.restarts.push(reason)
    this.lose(reason)
  }

  subscribe(listener: AmiListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The PBX let us in. */
  ready(): void {
    this.received = []
    this.reader = this.newReader()
    this.pending = this.newPending()
    this.tell({ state: 'ready', since: this.clock.now(), amiVersion: '11.0.0' })
  }

  /** The link broke. */
  lose(error = 'connection reset'): void {
    this.end(error)
    this.tell({ state: 'lost', error, attempt: 1, nextTryAt: this.clock.now() + 500 })
  }

  /** The PBX refused the login. */
  refuse(error: string): void {
    this.tell({ state: 'refused', error, attempt: 1, nextTryAt: this.clock.now() + 60_000 })
  }

  /** Takes the next action out of those that wait. */
  next(): { action: ReceivedAction; answer(text: string): void } | undefined {
    const action = this.received.shift()
    return action && { action, answer: (text) => this.receive(text) }
  }

  /** Events happen at the PBX. */
  happen(text: string): void {
    this.receive(text)
  }

  /** Bytes of the PBX. */
  receive(text: string): void {
    this.push(Buffer.from(text))
  }

  push(chunk: Buffer): void {
    this.heardAt = this.clock.now()
    this.reader.push(chunk)
  }

  private end(error: string): void {
    this.received = []
    this.pending.end(new AmiError('link-lost', error))
  }

  private newReader(): MessageReader {
    return new MessageReader({ onMessage: (message) => this.deliver(message), dropEvents: this.dropEvents })
  }

  private newPending(): PendingActions {
    const idPrefix = `s${++this.sessions}`
    const write = (bytes: Buffer) => this.received.push(parseAction(bytes.toString()))
    return new PendingActions({ clock: this.clock, idPrefix, strict: false, timeout: 10_000, write })
  }

  private deliver(message: AmiMessage): void {
    this.pending.take(message)
    for (const listener of this.listeners) listener.message?.(message, this.clock.now())
  }

  private tell(status: AmiStatus): void {
    this.status = status
    for (const listener of this.listeners) listener.status?.(status)
  }
}

function parseAction(text: string): ReceivedAction {
  const lines = text.trimEnd().split('\r\n')
  const headers = new Map(lines.map((line) => line.split(': ', 2) as [string, string]))
  return { action: headers.get('Action') ?? '', id: headers.get('ActionID') ?? '', headers }
}
