import type { PbxName } from '@/lib/domain/ids'
import type { PbxEvent } from '@/server/events/pbx-event'
import { carryHouse } from '../reducers/carry-house'
import { carryOver } from '../reducers/carry-over'
import { type ReduceContext, reduce } from '../reducers/reduce'
import { settleHouse } from '../reducers/settle-house'
import { createPbxTables, type PbxTables } from '../reducers/tables'

/**
 * What is known of one PBX: the tables that screens see and, while lists are read, a shadow beside them. List items go
 * into the shadow only, live events into both, in the order of the wire, so that at the end of the lists the shadow is
 * as true as the PBX's answer and as new as the last event.
 */
export class Picture {
  private current: PbxTables
  private shadow: PbxTables | null = null
  private complete = false
  /** Number of events reduced, shadow included. */
  reduces = 0

  constructor(private readonly context: ReduceContext) {
    this.current = createPbxTables(context.pbx)
  }

  get pbx(): PbxName {
    return this.context.pbx
  }

  get tables(): PbxTables {
    return this.current
  }

  /** The shadow of the lists now being read; with everything carried over, it can be held against the tables. */
  get beside(): PbxTables | null {
    return this.shadow
  }

  /** Have the tables ever been complete? Before, live events alone would show a part as if it were the whole. */
  get loaded(): boolean {
    return this.complete
  }

  live(event: PbxEvent): void {
    if (this.complete) this.reduce(this.current, event)
    if (this.shadow) this.reduce(this.shadow, event)
  }

  item(event: PbxEvent): void {
    if (this.shadow) this.reduce(this.shadow, event)
  }

  /** Starts a fresh shadow. `known`: what lists do not tell and must stand before them. */
  openShadow(known: readonly PbxEvent[]): void {
    this.shadow = createPbxTables(this.context.pbx)
    for (const event of known) this.reduce(this.shadow, event)
  }

  dropShadow(): void {
    this.shadow = null
  }

  /** Puts together what is told once a flush. */
  settle(): void {
    settleHouse(this.current, this.context)
  }

  /**
   * Puts the shadow in the place of the tables, along with what `carry` lets survive of them.
   * @param missing lists that were not told
   */
  swap(carry: 'everything' | 'trends', missing: readonly string[] = []): PbxTables {
    const fresh = this.shadow
    if (fresh === null) throw new Error('no lists have been read')
    this.settle()
    if (carry === 'everything') {
      carryOver(this.current, fresh)
      carryHouse(this.current, fresh, missing)
    } else carryTrends(this.current, fresh)
    settleHouse(fresh, this.context)
    this.current = fresh
    this.shadow = null
    this.complete = true
    return fresh
  }

  private reduce(tables: PbxTables, event: PbxEvent): void {
    this.reduces += 1
    reduce(tables, event, this.context)
  }
}

/** What waited then is true whatever has become of Asterisk. */
function carryTrends(from: PbxTables, into: PbxTables): void {
  for (const [id, trend] of from.trends.entries()) if (into.queues.get(id)) into.trends.set(id, trend)
}
