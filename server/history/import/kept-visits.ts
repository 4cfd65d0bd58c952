import { united } from '@/lib/domain/gap'
import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { rowOf, type VisitRow } from '../visits/visit-rows'
import type { AgentNames } from './agent-names'
import { joined } from './join-agents'

/** The log has whole seconds, events microseconds, and the two are written one after the other. */
const SAME_ENTRY_MS = 2_500
/** Entries are looked for together that are as close as this: in a busy hour one look finds them all. */
const LOOK_MS = 60_000

/** The visits of a log are there already, as those of a PBX of another name. */
export class OtherPbxError extends Error {
  constructor(readonly other: string) {
    super(`its visits are in the database already, as those of the PBX “${other}”`)
  }
}

/** The visits in the database, beside which those of a log are put. */
export class KeptVisits {
  constructor(
    private readonly database: Database,
    private readonly pbx: PbxName,
    private readonly names: AgentNames,
  ) {}

  /** @throws OtherPbxError */
  async put(visits: readonly Visit[]): Promise<{ added: number; completed: number; known: number }> {
    const counts = { added: 0, completed: 0, known: 0 }
    if (visits.length === 0) return counts
    await this.database.db.transaction().execute(async (db) => {
      const known = await enteredNear(db, visits)
      const missing: VisitRow[] = []
      for (const visit of visits) {
        const ours = closestTo(visit, known)
        if (!ours) missing.push({ ...this.rowOf(visit), known_from: 'log' })
        else {
          known.splice(known.indexOf(ours), 1)
          const end = this.endFor(ours, visit)
          if (end === null) counts.known += 1
          else {
            const completed = { ...end, known_from: 'completed' }
            await db.updateTable('visits').set(completed).where('id', '=', ours.id).execute()
            counts.completed += 1
          }
        }
      }
      const elsewhere = known.find((row) => row.pbx !== this.pbx && visits.some((one) => isSameStay(row, one)))
      if (elsewhere) throw new OtherPbxError(elsewhere.pbx)
      if (missing.length > 0) await db.insertInto('visits').values(missing).execute()
      counts.added = missing.length
    })
    return counts
  }

  /** What the log knows of the end of a visit of ours, and we do not; `null`: nothing. */
  private endFor(ours: VisitRow, visit: Visit): Partial<VisitRow> | null {
    if (ours.ending === 'unknown' && visit.ending !== 'unknown') {
      const { id: _, entered_at: _entered, is_partly_unseen: _unseen, ...ended } = this.rowOf(visit)
      return { ...ended, name: ours.name }
    }
    if (!isEndOfTalkUnseen(ours) || visit.endedBy === null) return null
    const { talk_ended_at, ended_by, transferred_to } = rowOf(visit)
    return { talk_ended_at, ended_by, transferred_to }
  }

  private rowOf(visit: Visit): VisitRow {
    const row = rowOf(visit)
    return { ...row, ...joined(row, this.names) }
  }
}

/** Visits that entered when some of these did: found by the index of entries, for there is none of uniqueids. */
async function enteredNear(db: Database['db'], visits: readonly Visit[]): Promise<VisitRow[]> {
  const uniqueids = [...new Set(visits.flatMap(channelsOf))]
  const around = visits.map(({ enteredAt }) => ({ from: enteredAt - LOOK_MS, to: enteredAt + LOOK_MS }))
  const rows: VisitRow[] = []
  for (const { from, to } of united(around)) {
    const near = db.selectFrom('visits').selectAll().where('entered_at', '>=', from).where('entered_at', '<=', to)
    rows.push(...(await near.where('uniqueid', 'in', uniqueids).execute()))
  }
  return rows
}

/** It ended in a gap, and was taken to have ended when that began. */
function isEndOfTalkUnseen({ ending, talk_ended_at, ended_by, is_partly_unseen }: VisitRow): boolean {
  return ending === 'answered' && talk_ended_at !== null && ended_by === null && is_partly_unseen === 1
}

/** Who came back at once has two visits of nearly the same moment. */
function closestTo(visit: Visit, rows: readonly VisitRow[]): VisitRow | undefined {
  const distance = (row: VisitRow) => Math.abs(row.entered_at - visit.enteredAt)
  const same = rows.filter((row) => row.pbx === visit.pbx && isSameStay(row, visit))
  return same.sort((one, other) => distance(one) - distance(other))[0]
}

function isSameStay(row: VisitRow, visit: Visit): boolean {
  const isTheirs = channelsOf(row).some((channel) => channelsOf(visit).includes(channel))
  return isTheirs && row.queue === visit.queue && Math.abs(row.entered_at - visit.enteredAt) <= SAME_ENTRY_MS
}

/** The caller's channel, and the one that entered the queue, which may have been an agent's. */
function channelsOf({ id, uniqueid }: { id: string; uniqueid: string }): string[] {
  return [uniqueid, id.split('|').at(-2) ?? uniqueid]
}
