import type { PbxEvent } from '@/server/events/pbx-event'
import { causeText, reasonOf } from '../dial/causes'
import { CommandFailure } from '../types'
import type { Place } from './destination'

/**
 * Whom one asks before handing over: Asterisk calls them through a Local channel of its own (main/bridge_basic.c,
 * `dial_transfer`), and who asks comes back when nobody answers it. They may also turn to and fro between the two, while that channel
 * is there, or make it a talk of three, of which Asterisk tells as of a transfer once they are back.
 */
export class Consultation {
  isCancelled = false
  /** The other side is on hold: Asterisk has understood the feature code. */
  hasBegun = false
  private isAnswered = false
  private isBack = false
  private told: 'transferred' | 'back' | null = null
  private local: { near: string; far: string } | null = null
  private readonly gone = new Set<string>()
  private status: string | null = null
  private cause: number | null = null

  /** `bridge`: of the first talk. */
  constructor(
    private readonly byUniqueid: string,
    private readonly bridge: string | null,
    private readonly place: Place,
  ) {}

  /** `null`: it goes on. */
  get end(): 'transferred' | 'back' | null {
    const { local, gone, isBack } = this
    const isLetGo = local === null || (gone.has(local.near) && gone.has(local.far))
    return this.told ?? (isBack && isLetGo ? 'back' : null)
  }

  hear(event: PbxEvent): void {
    switch (event.type) {
      case 'held':
        if (event.uniqueid === this.byUniqueid) this.hasBegun = true
        break
      case 'unheld':
        if (event.uniqueid === this.byUniqueid && event.inThreeWay) this.told = 'transferred'
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
        this.gone.add(event.uniqueid)
        if (event.uniqueid === this.local?.far && this.status !== 'CANCEL') this.cause = event.cause
        break
      case 'bridgeEntered':
        if (event.channel.uniqueid === this.byUniqueid) this.isBack = event.bridge === this.bridge
        break
      case 'attendedTransferred':
        if (event.byUniqueid === this.byUniqueid) this.told = event.succeeded ? 'transferred' : 'back'
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
