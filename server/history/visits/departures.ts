import type { Ending } from '@/lib/domain/visit'
import type { PbxEvent } from '@/server/events/pbx-event'
import type { Doors } from './doors'
import { ANNOUNCED_MS, endingOfWord, MOVED_MS, wentOn } from './endings'
import type { FollowerOptions } from './follower-options'
import type { KnownVisits } from './known-visits'
import type { OpenVisit } from './open-visit'
import type { Sight } from './sight'

type EventOf<Type extends PbxEvent['type']> = Extract<PbxEvent, { type: Type }>

type DepartureOptions = Pick<FollowerOptions, 'askStatus' | 'askPlace' | 'tellsPlaces'> & {
  known: KnownVisits
  doors: Doors
  sight: Sight
  tell(visit: OpenVisit): void
  /** Did somebody ask that this channel hang up? */
  hangsUp(uniqueid: string): boolean
}

/** How visits end that no agent answered: Asterisk tells that somebody left the line before it tells why, if it does at all. */
export class Departures {
  /** Each word of the dialplan on QUEUESTATUS is heard. */
  private hearsStatus = false

  constructor(private readonly options: DepartureOptions) {}

  /** Nothing is seen for a while. */
  loses(): void {
    this.hearsStatus = false
  }

  left({ at, uniqueid }: Pick<EventOf<'callerLeft'>, 'at' | 'uniqueid'>): OpenVisit | null {
    const { known, sight } = this.options
    const visit = known.of(uniqueid)
    if (!visit?.isUndecided) return null
    if (sight.isStale(visit.record)) visit.isUnseenForAWhile()
    visit.leaves(at)
    known.undecided.add(visit)
    return visit
  }

  abandoned({ at, uniqueid, place }: EventOf<'callerAbandoned'>): void {
    const visit = this.left({ at, uniqueid })
    if (visit === null) return
    visit.abandonedAt = at
    if (this.options.hangsUp(uniqueid)) this.end(visit, 'hungUp', at)
    // A queue lets go of callers where they are; whoever stands elsewhere was sent there.
    else if (place !== undefined && visit.place !== null && place !== visit.place) this.end(visit, 'moved', at)
  }

  /** The dialplan's word, as it was set. */
  hears(event: EventOf<'queueStatusSet'>): void {
    this.hearsStatus = true
    this.learns(event)
  }

  /** The dialplan's word, however it became known. */
  learns({ at, uniqueid, status }: Pick<EventOf<'queueStatusSet'>, 'at' | 'uniqueid' | 'status'>): void {
    const { known, doors, sight } = this.options
    const visit = known.of(uniqueid)
    doors.statusIs(uniqueid, status)
    const ending = endingOfWord(status)
    if (ending === null || !visit?.isUndecided) return
    if (sight.isStale(visit.record)) this.endUnseen(visit, at)
    else this.end(visit, ending, at)
  }

  /** Was the channel, which hangs up at `place`, let go of by its queue? */
  isLetGoAt(uniqueid: string, place: string | undefined): boolean {
    const visit = this.options.known.of(uniqueid)
    return visit?.isUndecided === true && visit.abandonedAt !== null && wentOn(visit.place, place)
  }

  /** Who waited stands in another queue now, at `place` in the dialplan: by a key, or moved. */
  standsElsewhere(visit: OpenVisit, at: number, place?: string): void {
    if (this.options.sight.isStale(visit.record)) this.endUnseen(visit, at)
    else if (visit.abandonedAt === null) this.end(visit, 'key', at)
    // Timed out, let down or withdrawn, with another queue next in the dialplan; or sent there by somebody.
    else this.livesOn(visit, at, place)
  }

  /** What no event decides, time does. */
  passes(at: number): void {
    const { known, sight } = this.options
    for (const visit of known.undecided) {
      const { abandonedAt, record } = visit
      if (!visit.isUndecided) known.undecided.delete(visit)
      else if (sight.isStale(record)) continue
      else if (abandonedAt !== null && at - abandonedAt > MOVED_MS) this.livesOn(visit, at)
      else if (abandonedAt === null && at - (record.leftAt ?? at) > ANNOUNCED_MS) this.end(visit, 'key', at)
    }
  }

  /** Let down, and the channel is there still: its variables can be asked for. */
  private livesOn(visit: OpenVisit, at: number, place?: string): void {
    const { askStatus, known, doors } = this.options
    known.undecided.delete(visit)
    if (askStatus === undefined || this.hearsStatus) {
      this.end(visit, 'moved', at)
      return
    }
    void doors
      .askEnding(visit.callerChannel, askStatus, () => this.isLetGo(visit, place))
      .then((ending) => {
        if (visit.isUndecided) this.end(visit, ending, at)
      })
  }

  /** By the queue, and not sent elsewhere by somebody. */
  private async isLetGo({ callerChannel, place: from }: OpenVisit, place?: string): Promise<boolean> {
    const { tellsPlaces, askPlace } = this.options
    return tellsPlaces?.() || wentOn(from, place ?? (await askPlace?.(callerChannel)))
  }

  end(visit: OpenVisit, ending: Ending, at: number): void {
    const { known, tell } = this.options
    visit.ends(ending, at)
    known.undecided.delete(visit)
    tell(visit)
  }

  endUnseen(visit: OpenVisit, at: number): void {
    const { known, sight, tell } = this.options
    visit.endsUnseen(sight.unseenUntil(at))
    known.undecided.delete(visit)
    tell(visit)
  }
}
