import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import { carryOver } from '../reducers/carry-over'
import type { PbxTables } from '../reducers/tables'
import type { ParamsEvent } from './counter-watch'
import { confirmed, type Difference, type DifferenceFamily, differences, stands } from './differences'
import { healing, itemKey } from './heal'
import type { ListOutcome, ListReader } from './list-reader'
import type { Picture } from './picture'
import { isRefusal } from './refusal'
import { emptyIfNobody, ROOMS, readParticipants } from './rooms-reading'

/** Long enough for whatever was on its way at the first reading to have arrived. */
export const CONFIRM_MS = 1000

const AUDITED: readonly { action: string; families: readonly DifferenceFamily[] }[] = [
  { action: 'CoreShowChannels', families: ['channel'] },
  { action: 'QueueStatus', families: ['queue', 'member', 'caller'] },
  { action: 'ParkedCalls', families: ['parked'] },
  { action: ROOMS, families: ['conference'] },
]

type Reading = {
  families: readonly DifferenceFamily[]
  found: Map<string, Difference>
  items: Map<string, PbxEvent>
}

type AuditOptions = {
  picture: Picture
  reader: ListReader
  clock: Clock
  /** Is the picture live, so that a comparison means something? */
  live(): boolean
  /** A difference, and the event that makes it good; `null`: none does. */
  heal(event: PbxEvent | null, difference: Difference): void
  /** A queue's parameters, whose counters no event tells. */
  params(event: ParamsEvent): void
  /** Queues were held against their lists, and these differences healed. */
  queuesAudited(healed: readonly Difference[]): void
}

/**
 * Reads the lists in the background and holds the live tables against them. A list may be ahead of events by moments, so
 * only what a second reading shows too, of a record that no event touched in between, is a difference.
 */
export class Audit {
  constructor(private readonly options: AuditOptions) {}

  /** Resolves to the number of differences; `null` when the lists could not be read. */
  async run(): Promise<number | null> {
    const { picture, clock } = this.options
    const tables = picture.tables
    const first = await this.read()
    if (first === null) return null
    if (first.found.size === 0) return this.done(first, [])
    await new Promise<void>((resolve) => clock.after(CONFIRM_MS, resolve))
    const second = await this.read()
    if (second === null || picture.tables !== tables) return null
    return this.done(second, this.healAll(first, second))
  }

  private done({ families }: Reading, healed: readonly Difference[]): number {
    if (families.includes('queue')) this.options.queuesAudited(healed)
    return healed.length
  }

  private healAll(first: Reading, second: Reading): readonly Difference[] {
    const { picture, clock, heal } = this.options
    const healed: Difference[] = []
    for (const [key, difference] of second.found) {
      if (!confirmed(first.found.get(key), difference) || !stands(difference, picture.tables)) continue
      heal(healing(difference, second.items, picture.tables, clock.now()), difference)
      healed.push(difference)
    }
    return healed
  }

  /** One reading, compared at its end. */
  private read(): Promise<Reading | null> {
    const { picture, reader, live, params } = this.options
    return reader.exclusive(async () => {
      if (!live()) return null
      const items = new Map<string, PbxEvent>()
      picture.openShadow([])
      const take = (event: PbxEvent) => {
        const key = itemKey(picture.pbx, event)
        if (key !== null) items.set(key, event)
        picture.item(event)
      }
      const outcomes = (await reader.read(AUDITED, take)).map(emptyIfNobody)
      const rooms = await readParticipants(reader, picture.beside, take)
      const theirs = picture.beside
      picture.dropShadow()
      const families = comparable(outcomes, rooms)
      if (theirs === null || families === null || !live()) return null
      const found = compare(picture.tables, theirs, families)
      for (const [key, event] of items) if (event.type === 'queueParams' && !found.has(key)) params(event)
      return { families, found, items }
    })
  }
}

/** What lists do not tell is carried over first, so that moments known more closely are no differences. */
function compare(ours: PbxTables, theirs: PbxTables, families: readonly DifferenceFamily[]): Map<string, Difference> {
  carryOver(ours, theirs)
  return differences(ours, theirs, families)
}

/** The families whose lists were told; `null` when one broke off. A list that is refused is never told. */
function comparable(
  outcomes: readonly ListOutcome[],
  rooms: readonly ListOutcome[],
): readonly DifferenceFamily[] | null {
  if ([...outcomes, ...rooms].some(({ error }) => error !== null && !isRefusal(error))) return null
  const told = AUDITED.flatMap(({ families }, index) => (outcomes[index]?.error === null ? families : []))
  const areRoomsTold = told.includes('conference') && rooms.every(({ error }) => error === null)
  return areRoomsTold ? [...told, 'participant'] : told
}
