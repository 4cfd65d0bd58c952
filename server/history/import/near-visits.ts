import { united } from '@/lib/domain/gap'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import type { VisitRow } from '../visits/visit-rows'

/** The log has whole seconds, events microseconds, and the two are written one after the other. */
const SAME_ENTRY_MS = 2_500
/** Entries are looked for together that are as close as this: in a busy hour one look finds them all. */
const LOOK_MS = 60_000

/** Visits in the database that may be the very ones of a log, found by their channels; each is one of them only. */
export class NearVisits {
  private readonly byChannel = new Map<string, Set<VisitRow>>()

  constructor(rows: Iterable<VisitRow>) {
    for (const row of rows) {
      for (const channel of channelsOf(row)) {
        const known = this.byChannel.get(channel) ?? new Set()
        this.byChannel.set(channel, known.add(row))
      }
    }
  }

  /** The one that this is, which is no other's any more: who came back at once has two of nearly the same moment. */
  take(visit: Visit): VisitRow | undefined {
    const distance = (row: VisitRow) => Math.abs(row.entered_at - visit.enteredAt)
    const own = this.sameStays(visit).filter((row) => row.pbx === visit.pbx)
    const [closest] = own.sort((one, other) => distance(one) - distance(other))
    if (closest) for (const channel of channelsOf(closest)) this.byChannel.get(channel)?.delete(closest)
    return closest
  }

  /** A PBX of another name that has one of these. */
  otherPbx(visits: readonly Visit[]): string | null {
    const others = visits.flatMap((visit) => this.sameStays(visit).filter((row) => row.pbx !== visit.pbx))
    return others[0]?.pbx ?? null
  }

  private sameStays(visit: Visit): VisitRow[] {
    const { queue, enteredAt } = visit
    const rows = new Set(channelsOf(visit).flatMap((channel) => [...(this.byChannel.get(channel) ?? [])]))
    return [...rows].filter((row) => row.queue === queue && Math.abs(row.entered_at - enteredAt) <= SAME_ENTRY_MS)
  }
}

/** Visits that entered when some of these did: found by the index of entries, for there is none of uniqueids. */
export async function readNearVisits(db: Database['db'], visits: readonly Visit[]): Promise<NearVisits> {
  const uniqueids = [...new Set(visits.flatMap(channelsOf))]
  const around = visits.map(({ enteredAt }) => ({ from: enteredAt - LOOK_MS, to: enteredAt + LOOK_MS }))
  const rows: VisitRow[] = []
  for (const { from, to } of united(around)) {
    const near = db.selectFrom('visits').selectAll().where('entered_at', '>=', from).where('entered_at', '<=', to)
    rows.push(...(await near.where('uniqueid', 'in', uniqueids).execute()))
  }
  return new NearVisits(rows)
}

/** The caller's channel, and the one that entered the queue, which may have been an agent's. */
function channelsOf({ id, uniqueid }: { id: string; uniqueid: string }): string[] {
  return [uniqueid, id.split('|').at(-2) ?? uniqueid]
}
