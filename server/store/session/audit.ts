import type { AmiAction } from '@/server/ami/types'
import type { Clock } from '@/server/clock'
import type { PbxEvent } from '@/server/events/pbx-event'
import { carryOver } from '../reducers/carry-over'
import type { ParamsEvent } from './counter-watch'
import { confirmed, type Difference, differences } from './differences'
import { healing, itemKey } from './heal'
import type { ListReader } from './list-reader'
import type { Picture } from './picture'

const AUDITED: readonly AmiAction[] = [{ action: 'QueueStatus' }, { action: 'CoreShowChannels' }]

/** Long enough for whatever was on its way at the first reading to have arrived. */
export const CONFIRM_MS = 1000

type Reading = { found: Map<string, Difference>; items: Map<string, PbxEvent> }

type AuditOptions = {
  picture: Picture
  reader: ListReader
  clock: Clock
  /** Is the picture live, so that a comparison means something? */
  live(): boolean
  /** An event that makes a difference good, and the difference. */
  heal(event: PbxEvent, difference: Difference): void
  /** A queue's parameters, whose counters no event tells. */
  params(event: ParamsEvent): void
}

/**
 * Reads the lists in the background and holds the live tables against them. A list may be ahead of events by moments, so
 * only what a second reading shows too, of a record that no event touched in between, is a difference.
 */
export class Audit {
  constructor(private readonly options: AuditOptions) {}

  /** Resolves to the number of differences healed; `null` when the lists could not be read. */
  async run(): Promise<number | null> {
    const tables = this.options.picture.tables
    const first = await this.read()
    if (first === null || first.found.size === 0) return first && 0
    await new Promise<void>((resolve) => this.options.clock.after(CONFIRM_MS, resolve))
    const second = await this.read()
    if (second === null || this.options.picture.tables !== tables) return null
    return this.healAll(first, second)
  }

  private healAll(first: Reading, second: Reading): number {
    const { picture, clock, heal } = this.options
    let healed = 0
    for (const [key, difference] of second.found) {
      if (!confirmed(first.found.get(key), difference)) continue
      const event = healing(difference, second.items, picture.tables, clock.now())
      if (event === null) continue
      heal(event, difference)
      healed += 1
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
      const outcomes = await reader.read(AUDITED, (event) => {
        const key = itemKey(picture.pbx, event)
        if (key !== null) items.set(key, event)
        picture.item(event)
      })
      const theirs = picture.beside
      picture.dropShadow()
      if (theirs === null || !live() || outcomes.some(({ error }) => error !== null)) return null
      carryOver(picture.tables, theirs)
      const found = differences(picture.tables, theirs)
      for (const [key, event] of items) if (event.type === 'queueParams' && !found.has(key)) params(event)
      return { found, items }
    })
  }
}
