import type { PbxEvent } from '@/server/events/pbx-event'
import { causeText, reasonOf } from '../dial/causes'
import { CommandFailure } from '../types'
import type { Place } from './destination'

/**
 * Whom one asks before handing over: Asterisk calls them through a Local channel of its own (main/bridge_basic.c,
 * `dial_transfer`), and who asks comes back when nobody answers it.
 */
export class Consultation {
  isCancelled = false
  /** The other side is on hold: Asterisk has understood the feature code. */
  hasBegun = false
  private isAnswered = false
  private local: { near: string; far: string } | null = null
  private status: string | null = null
  private cause: number | null = null

  constructor(
    private readonly byUniqueid: string,
    private readonly place: Place,
  ) {}

  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'held':
        if (event.uniqueid === this.byUniqueid) this.hasBegun = true
        break
      case 'localBridged':
        if (event.one.name.startsWith(`Local/${this.place.exten}@${this.place.context}-`))
          this.local ??= { near: event.one.uniqueid, far: event.two.uniqueid }
        break
      case 'dialEnded':
        if (event.calleeUniqueid === this.local?.near && event.status === 'ANSWER') this.isAnswered = true
        else if (event.callerUniqueid === this.local?.far) this.status = event.status
        break
      case 'channelHungUp':
        if (event.uniqueid === this.local?.far) this.cause = event.cause
        break
      default:
    }
  }

  /** Why nobody was handed over. */
  failure(): CommandFailure {
    if (this.isCancelled || this.isAnswered) return new CommandFailure('cancelled')
    return new CommandFailure(reasonOf(this.status, this.cause), causeText(this.cause))
  }

  /** Why nobody was even asked: an extension that does not exist is refused to whoever asks by a tone alone. */
  unbegun(): CommandFailure {
    return this.hasBegun ? new CommandFailure('invalidNumber') : new CommandFailure('notSeen', 'featureCode')
  }
}
