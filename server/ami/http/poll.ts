import type { Clock } from '@/server/clock'
import { serialiseAction } from '../actions'
import { AmiError } from '../ami-error'
import { waitEvent } from '../builders'
import type { AmiTimes } from '../times'
import type { AmiMessage } from '../types'
import type { AnswerReader } from './answer-reader'
import type { Asking } from './exchange'
import { formOf } from './form'
import type { Turns } from './turns'

/** So many polls may follow one another without a rest. */
const IN_A_ROW = 3

type PollOptions = {
  exchange: Asking
  turns: Turns
  clock: Clock
  times: Pick<AmiTimes, 'poll' | 'pollRest' | 'action'>
  idPrefix: string
  /** Gives every message of the answers to `take`. */
  reader: AnswerReader
  /** A poll was answered, with events or without. */
  answered(): void
  failed(error: AmiError): void
}

/**
 * Fetches events by one long poll after another, never two at a time: Asterisk would answer the first one with nothing
 * (main/manager.c `action_waitevent`). What happens between two polls waits in the session.
 */
export class Poll {
  private stopped = false
  private count = 0
  private id = ''
  private heard: 'nothing' | 'response' | 'end' = 'nothing'
  private refusal: string | null = null
  private due = 0
  private cancelRest = () => {}

  constructor(private readonly options: PollOptions) {}

  start(): void {
    void this.run()
  }

  stop(): void {
    this.stopped = true
    this.cancelRest()
  }

  /** Is this message the poll's own, and no event? */
  take(message: AmiMessage): boolean {
    const isEnd = message.name === 'WaitEventComplete'
    if ((message.kind !== 'response' && !isEnd) || message.get('ActionID') !== this.id) return false
    this.heard = isEnd ? 'end' : 'response'
    if (message.name === 'Error') this.refusal = message.get('Message') ?? ''
    return true
  }

  private async run(): Promise<void> {
    const { answered, failed } = this.options
    while (!this.stopped) {
      try {
        await this.once()
      } catch (error) {
        if (!this.stopped) failed(error instanceof AmiError ? error : new AmiError('link-lost', String(error)))
        return
      }
      if (this.stopped) return
      answered()
      await this.rest()
    }
  }

  private async once(): Promise<void> {
    const { exchange, turns, times, reader, idPrefix } = this.options
    this.id = `${idPrefix}-e${++this.count}`
    this.heard = 'nothing'
    const form = formOf(serialiseAction(waitEvent(times.poll / 1000), this.id))
    const answer = await exchange.ask(form, 'poll', times.poll + times.action)
    const release = await turns.forPoll()
    try {
      await reader.read(answer)
    } finally {
      release()
    }
    if (this.refusal !== null) throw new AmiError('link-lost', `Action WaitEvent: ${this.refusal}`)
    // The events that were meant for us went to somebody else.
    if (this.heard === 'nothing') throw new AmiError('link-lost', 'Another request took the events of our HTTP session')
    if (this.heard === 'response') throw new AmiError('not-ami', 'The PBX ended an answer before its last event')
  }

  /**
   * Polls that come back at once must not become a storm: in the long run each has its time. A few in a row have none, as
   * the events of one moment are often told by two or three answers.
   */
  private async rest(): Promise<void> {
    const { clock, times } = this.options
    const now = clock.now()
    this.due = Math.max(this.due, now) + times.pollRest
    const wait = this.due - now - IN_A_ROW * times.pollRest
    if (wait <= 0) return
    await new Promise<void>((resolve) => {
      this.cancelRest = clock.after(wait, resolve)
    })
  }
}
