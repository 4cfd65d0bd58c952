import type { Clock } from '@/server/clock'
import { serialiseAction } from './actions'
import { AmiError } from './ami-error'
import { ListCollector } from './lists'
import type { AmiAction, AmiList, AmiMessage } from './types'
import { errorCode } from './versions'

/** More unanswered actions than this mean that nobody answers. */
const MAX_PENDING = 2_000

type Waiting = {
  action: string
  id: string
  bytes: Buffer
  onSent: AmiAction['onSent']
  /** `null` for an action with one answer. */
  collector: ListCollector | null
  heardAt: number
  cancelTimer: () => void
  resolve(answer: { response: AmiMessage } | AmiList): void
  reject(error: AmiError): void
}

type PendingOptions = {
  /** `id`: its ActionID; `isList`: more than one message will answer. */
  write(bytes: Buffer, id: string, isList: boolean): void
  clock: Clock
  /** Makes the ActionIDs of this connection unlike those of any other. */
  idPrefix: string
  /** For an answer, or between two items of a list; ms. */
  timeout: number
  /** One action at a time. */
  strict: boolean
}

/** The actions of one session whose answers are awaited, each found by its ActionID. */
export class PendingActions {
  private readonly waiting = new Map<string, Waiting>()
  private readonly unsent: Waiting[] = []
  private lastId = 0
  private ended: AmiError | null = null

  constructor(private readonly options: PendingOptions) {}

  get size(): number {
    return this.waiting.size + this.unsent.length
  }

  async send(action: AmiAction): Promise<AmiMessage> {
    return (await this.enqueue(action, null)).response
  }

  async list(action: AmiAction): Promise<AmiList> {
    return (await this.enqueue(action, new ListCollector(action.action))) as AmiList
  }

  /** Gives a message to the action it answers, if there is one. */
  take(message: AmiMessage): void {
    if (this.waiting.size === 0) return
    const id = message.get('ActionID')
    const one = id === undefined ? this.claimant(message) : this.waiting.get(id)
    if (one) this.answer(one, message)
  }

  /** This action will not be answered any more; nothing when it was. */
  fail(id: string, error: AmiError): void {
    const one = this.waiting.get(id)
    if (one) this.settle(one, () => one.reject(error))
  }

  /** The session is over: nothing will be answered any more. */
  end(error: AmiError): void {
    this.ended = error
    for (const one of [...this.waiting.values(), ...this.unsent.splice(0)]) this.settle(one, () => one.reject(error))
  }

  private enqueue(action: AmiAction, collector: ListCollector | null): Promise<{ response: AmiMessage } | AmiList> {
    return new Promise((resolve, reject) => {
      if (this.ended) throw this.ended
      if (this.size >= MAX_PENDING) throw new AmiError('timeout', `${MAX_PENDING} actions are unanswered already`)
      const id = `${this.options.idPrefix}-${++this.lastId}`
      const bytes = serialiseAction(action, id)
      this.unsent.push({
        ...{ action: action.action, id, bytes, onSent: action.onSent, collector, heardAt: 0, cancelTimer: () => {} },
        ...{ resolve, reject },
      })
      this.pump()
    })
  }

  private pump(): void {
    while (this.unsent.length > 0 && !(this.options.strict && this.waiting.size > 0)) {
      const one = this.unsent.shift() as Waiting
      this.waiting.set(one.id, one)
      one.heardAt = this.options.clock.now()
      this.watch(one)
      this.options.write(one.bytes, one.id, one.collector !== null)
      one.onSent?.(one.bytes)
    }
  }

  /** The timer looks when it was last heard of, instead of being set anew for each item. */
  private watch(one: Waiting): void {
    const left = one.heardAt + this.options.timeout - this.options.clock.now()
    one.cancelTimer = this.options.clock.after(Math.max(1, left), () => {
      if (one.heardAt + this.options.timeout > this.options.clock.now()) this.watch(one)
      else this.settle(one, () => one.reject(this.tooLate(one)))
    })
  }

  private tooLate(one: Waiting): AmiError {
    return new AmiError('timeout', `Action ${one.action}: no answer within ${this.options.timeout} ms`)
  }

  private claimant(message: AmiMessage): Waiting | undefined {
    if (message.kind !== 'event') return undefined
    for (const one of this.waiting.values()) if (one.collector?.claims(message)) return one
    return undefined
  }

  private answer(one: Waiting, message: AmiMessage): void {
    one.heardAt = this.options.clock.now()
    // Items of a list whose caller wanted the response only, or of an OriginateResponse.
    if (!one.collector && message.kind !== 'response') return
    if (message.kind === 'response' && message.name === 'Error') {
      const text = message.get('Message') ?? ''
      this.settle(one, () => one.reject(new AmiError(errorCode(text), `Action ${one.action}: ${text}`)))
      return
    }
    try {
      const answer = one.collector ? one.collector.take(message) : { response: message }
      if (answer) this.settle(one, () => one.resolve(answer))
    } catch (error) {
      this.settle(one, () => one.reject(error as AmiError))
    }
  }

  private settle(one: Waiting, tell: () => void): void {
    one.cancelTimer()
    this.waiting.delete(one.id)
    tell()
    if (!this.ended) this.pump()
  }
}
