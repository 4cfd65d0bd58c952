import type { Database } from '@/server/db/types'
import { inChunks } from '../ami/recorded-events'
import { type BusyPbx, busyEvents } from '../store/busy-pbx'
import { openPipeline } from '../store/pipeline'
import { remember } from './remember'

const SIZE: BusyPbx = { queues: 50, membersPerQueue: 10 }
export const VISITS_PER_SECOND = 100
/** Of one call in `busyEvents`. */
const EVENTS_PER_VISIT = 35
const CHUNK = 1400
/** A step of the house: one flush. */
export const STEP_MS = 100

export type House = {
  /** The next tenth of a second: its events, a flush, and whatever falls due then. */
  step(): void
  close(): Promise<void>
}

/** A house with 100 visits a second, by a clock that is moved on by its steps; all of it is kept in `database`, or nothing. */
export async function openHouse(seconds: number, database: Database | null): Promise<House> {
  const chunks = inChunks(busyEvents(SIZE, VISITS_PER_SECOND * seconds * EVENTS_PER_VISIT).bytes, CHUNK)
  const perStep = Math.ceil(chunks.length / ((seconds * 1000) / STEP_MS))
  let passes = (_ms: number) => {}
  let closed = async () => {}
  const pipeline = await openPipeline(SIZE, async ({ session, store, clock }) => {
    passes = (ms) => clock.advance(ms)
    if (database !== null) closed = await remember(database, { session, store, clock })
  })
  let at = 0
  return {
    step() {
      for (const chunk of chunks.slice(at, at + perStep)) pipeline.push(chunk)
      at += perStep
      pipeline.flush()
      passes(STEP_MS)
    },
    close: () => closed(),
  }
}
