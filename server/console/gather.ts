import { MOST_ANSWER_BYTES } from '@/lib/protocol/admin/console'
import { AmiError } from '@/server/ami/ami-error'
import type { AmiAction, AmiConnection, AmiMessage } from '@/server/ami/types'
import { isListEnd, isUnmarkedItem } from '@/server/ami/versions'
import type { Clock } from '@/server/clock'

/** Between two items of a list. */
const ITEM_MS = 15_000
/** A list that does not say that it is one (before Asterisk 12) has no more to come after so long. */
const UNMARKED_MS = 2_000
/** How often it is looked whether the answer was too long to be kept. */
const LOOK_MS = 1_000
/** Not even a list that goes on and on is followed for longer. */
const WHOLE_MS = 300_000

/** What came of an action, with its exact bytes. `error`: what ended it before its answer was whole. */
export type Exchange = {
  sent: Buffer
  messages: AmiMessage[]
  /** What came beyond the limit. */
  cut: { messages: number; bytes: number } | null
  error: AmiError | null
}

type Options = {
  connection: AmiConnection
  clock: Clock
  endOfList: string | null
  /** Messages so far that were too long to be kept. */
  lost(): number
}

/** Sends one action and takes all that answers it, list or not. Rejects with an `AmiError` only when nothing was sent. */
export function gather(action: AmiAction, options: Options): Promise<Exchange> {
  return new Promise((resolve, reject) => new Gathering(action, options, resolve, reject).start())
}

class Gathering {
  private id: string | null = null
  private readonly exchange: Exchange = { sent: Buffer.alloc(0), messages: [], cut: null, error: null }
  private bytes = 0
  private inList = false
  private isMarked = false
  private unsubscribe = () => {}
  private cancelItem = () => {}
  private cancelWhole = () => {}
  private cancelLook = () => {}
  private readonly lostBefore: number

  constructor(
    private readonly action: AmiAction,
    private readonly options: Options,
    private readonly resolve: (exchange: Exchange) => void,
    private readonly reject: (error: AmiError) => void,
  ) {
    this.lostBefore = options.lost()
  }

  start(): void {
    const { connection, clock } = this.options
    this.unsubscribe = connection.subscribe({
      message: (message) => this.take(message),
      status: ({ state }) => state !== 'ready' && this.end(new AmiError('link-lost', 'The link to the PBX was lost')),
    })
    this.cancelWhole = clock.after(WHOLE_MS, () => this.end(tooLate(WHOLE_MS)))
    this.lookForLost()
    const onSent = (bytes: Buffer) => {
      this.id = idIn(bytes)
      this.exchange.sent = bytes
    }
    connection.send({ ...this.action, onSent }).catch((error: unknown) => this.failed(error as AmiError))
  }

  /** That Asterisk says no is an answer, and was taken as such already. */
  private failed(error: AmiError): void {
    if (this.id === null) {
      this.stop()
      this.reject(error)
    } else if (this.exchange.messages.length === 0) this.end(error)
  }

  private take(message: AmiMessage): void {
    if (this.id === null) return
    const id = message.get('ActionID')
    const isOurs = id === undefined ? this.inList && isUnmarkedItem(this.action.action, message.name) : id === this.id
    if (!isOurs) return
    this.keep(message)
    if (message.kind === 'response') this.answered(message)
    else if (this.inList && this.isEnd(message)) this.end(null)
    else if (this.inList) this.awaitItem()
  }

  private answered(response: AmiMessage): void {
    this.isMarked = response.get('EventList')?.toLowerCase() === 'start'
    if (response.name === 'Error' || !(this.isMarked || this.options.endOfList !== null)) this.end(null)
    else {
      this.inList = true
      this.awaitItem()
    }
  }

  private isEnd(event: AmiMessage): boolean {
    return isListEnd(this.action.action, event) || event.name.toLowerCase() === this.options.endOfList?.toLowerCase()
  }

  private keep(message: AmiMessage): void {
    const size = message.raw?.length ?? 0
    // The first one always: what is too long of it is left out when it is told.
    if (this.exchange.messages.length === 0 || this.bytes + size <= MOST_ANSWER_BYTES) {
      this.exchange.messages.push(message)
      this.bytes += size
      return
    }
    const { messages, bytes } = this.exchange.cut ?? { messages: 0, bytes: 0 }
    this.exchange.cut = { messages: messages + 1, bytes: bytes + size }
  }

  private lookForLost(): void {
    this.cancelLook = this.options.clock.after(LOOK_MS, () => {
      if (this.options.lost() === this.lostBefore) this.lookForLost()
      else this.end(new AmiError('incomplete', 'A message came that is too long to be kept; it is left out'))
    })
  }

  private awaitItem(): void {
    this.cancelItem()
    const { clock } = this.options
    if (this.isMarked) this.cancelItem = clock.after(ITEM_MS, () => this.end(tooLate(ITEM_MS)))
    else this.cancelItem = clock.after(UNMARKED_MS, () => this.end(null))
  }

  private end(error: AmiError | null): void {
    this.stop()
    this.resolve({ ...this.exchange, error })
  }

  private stop(): void {
    this.unsubscribe()
    this.cancelItem()
    this.cancelWhole()
    this.cancelLook()
  }
}

function tooLate(ms: number): AmiError {
  return new AmiError('timeout', `The list did not come to its end within ${ms} ms`)
}

function idIn(bytes: Buffer): string {
  return /\r\nActionID: ([^\r]*)\r\n/.exec(bytes.toString('utf8'))?.[1] ?? ''
}
