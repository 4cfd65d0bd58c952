import type { Reason } from '@/lib/protocol/receipts'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { ReceiptWriter } from '../receipt-writer'
import { CommandFailure } from '../types'
import { causeText, reasonOf, reasonOfCause } from './causes'

const RINGING = 5

type Expected = {
  /** What else makes it connected. */
  connectedBy?(event: PbxEvent, uniqueid: string): boolean
  /** Why, when the phone answered and was not connected; absent: the dialplan may do without. */
  unconnected?: Reason
}

/** What events say of one call that began at one's own phone; writes its stations into the receipt. */
export class PhoneCall {
  isBorn = false
  isEnded = false
  isCancelled = false
  /** Called when the phone's channel comes to be after it was cancelled. */
  onBornLate: () => void = () => {}
  private isAnswered = false
  private connectedAt: number | null = null
  private endedAt = 0
  private readonly told = new Set<string>()
  private readonly legs = new Set<string>()
  private phone: { status: string | null; cause: number | null } = { status: null, cause: null }
  private other: { status: string | null; cause: number | null } = { status: null, cause: null }

  constructor(
    /** The ChannelId of the Originate: Uniqueid of the phone's channel. */
    readonly id: string,
    private readonly receipt: Pick<ReceiptWriter, 'step'>,
    private readonly expected: Expected = {},
  ) {}

  get isConnected(): boolean {
    return this.connectedAt !== null
  }

  get connectedSeconds(): number {
    return this.connectedAt === null ? 0 : Math.max(0, Math.round((this.endedAt - this.connectedAt) / 1000))
  }

  /** Why it came to nothing; `null`: its parties were connected. */
  failure(): CommandFailure | null {
    if (this.isConnected) return null
    if (this.isCancelled) return new CommandFailure('cancelled')
    // Asterisk makes no channel to a phone that is not registered, or that it does not know.
    if (!this.isBorn) return new CommandFailure('unreachable')
    const { status, cause } = this.isAnswered ? this.other : this.phone
    if (this.isAnswered && this.legs.size === 0) return this.undialled(cause)
    return new CommandFailure(reasonOf(status, cause), causeText(cause))
  }

  /** Menus, mailboxes and announcements dial nobody: without a cause all went well. */
  private undialled(cause: number | null): CommandFailure | null {
    const reason = reasonOfCause(cause) ?? this.expected.unconnected ?? null
    return reason && new CommandFailure(reason, causeText(cause))
  }

  hear(event: PbxEvent): void {
    if (this.expected.connectedBy?.(event, this.id)) this.connected(event.at)
    switch (event.type) {
      case 'channelPut':
        this.channel(event.channel.uniqueid, event.channel.state)
        break
      case 'originateEnded':
        if (event.uniqueid === this.id) this.originated(event.answered)
        break
      case 'dialBegan':
        this.dialled(event)
        break
      case 'dialEnded':
        this.dialEnded(event)
        break
      case 'bridgeEntered':
        if (event.channel.uniqueid === this.id && event.kind !== 'holding' && event.kind !== 'parking')
          this.connected(event.at)
        break
      case 'channelHungUp':
        this.hungUp(event.uniqueid, event.cause, event.at)
        break
      default:
    }
  }

  private channel(uniqueid: string, state: number | null): void {
    if (uniqueid === this.id) {
      if (!this.isBorn && this.isCancelled) this.onBornLate()
      this.isBorn = true
      if (state === RINGING) this.tell('phoneRings')
    } else if (this.legs.has(uniqueid) && state === RINGING) this.tell('otherRings')
  }

  private originated(isAnswered: boolean): void {
    if (isAnswered) this.answered()
    else this.isEnded = true
  }

  /** Also known by what it is led to, which may be told before the answer to the Originate. */
  private answered(): void {
    this.isBorn = true
    this.isAnswered = true
    this.tell('phoneAnswered')
  }

  private dialled({ caller, callee }: Extract<PbxEvent, { type: 'dialBegan' }>): void {
    if (caller?.uniqueid !== this.id) return
    this.answered()
    this.legs.add(callee.uniqueid)
    this.tell('dialling')
    // A phone that is quick rings before Asterisk tells that it dials (apps/app_dial.c: the call goes out first).
    if (callee.state === RINGING) this.tell('otherRings')
  }

  private dialEnded(event: Extract<PbxEvent, { type: 'dialEnded' }>): void {
    const { callerUniqueid, calleeUniqueid, status } = event
    if (calleeUniqueid === this.id) this.phone.status ??= status
    else if (callerUniqueid === this.id && status !== 'ANSWER') this.other.status = status
  }

  private hungUp(uniqueid: string, cause: number, at: number): void {
    if (this.legs.has(uniqueid)) this.other.cause = cause
    if (uniqueid !== this.id) return
    this.phone.cause = cause
    // A dialplan that finds no way to the number hangs up with a cause of its own.
    this.other.cause ??= cause
    this.endedAt = at
    this.isEnded = true
    if (this.isConnected || (this.isAnswered && this.failure() === null)) {
      this.receipt.step('ended', String(this.connectedSeconds))
    }
  }

  private connected(at: number): void {
    if (this.connectedAt !== null) return
    this.answered()
    this.connectedAt = at
    this.tell('connected')
  }

  private tell(what: 'phoneRings' | 'phoneAnswered' | 'dialling' | 'otherRings' | 'connected'): void {
    if (this.told.has(what)) return
    this.told.add(what)
    this.receipt.step(what)
  }
}
