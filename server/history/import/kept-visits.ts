import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import type { ForgottenCallers } from '../keeping/forgotten-callers'
import { markForgotten } from '../lost/forget-lost'
import { Gaps } from '../visits/gaps'
import { rowOf, type VisitRow } from '../visits/visit-rows'
import type { AgentNames } from './agent-names'
import { joined } from './join-agents'
import { readNearVisits } from './near-visits'

/** The log cuts moments off to the second. */
const LOG_SECOND_MS = 1_000

/** The visits of a log are there already, as those of a PBX of another name. */
export class OtherPbxError extends Error {
  constructor(readonly other: string) {
    super(`its visits are in the database already, as those of the PBX “${other}”`)
  }
}

type KeptOptions = {
  database: Database
  pbx: PbxName
  names: AgentNames
  forgotten: Pick<ForgottenCallers, 'read'>
}

/** Number and name of who has none that is remembered. */
const NOBODY = { number: null, number_key: null, name: null }

/** The visits in the database, beside which those of a log are put. */
export class KeptVisits {
  constructor(private readonly options: KeptOptions) {}

  /** @throws OtherPbxError */
  async put(visits: readonly Visit[]): Promise<{ added: number; completed: number; known: number }> {
    const counts = { added: 0, completed: 0, known: 0 }
    if (visits.length === 0) return counts
    const { database, pbx } = this.options
    await database.db.transaction().execute(async (db) => {
      const watchedUntil = await new Gaps({ ...database, db }, pbx).watchedUntil()
      const isForgotten = await this.options.forgotten.read(db)
      const near = await readNearVisits(db, visits)
      const missing: VisitRow[] = []
      const nobodys: VisitRow[] = []
      for (const visit of visits) {
        const isNobodys = isForgotten(visit.number, visit.enteredAt)
        const row = this.rowOf(visit, isNobodys)
        const ours = near.take(visit)
        const end = ours && endFor(ours, row, watchedUntil)
        if (end === null) {
          counts.known += 1
          continue
        }
        if (isNobodys) nobodys.push(row)
        if (ours) {
          const completed = { ...end, ...(isNobodys && NOBODY), known_from: 'completed' }
          await db.updateTable('visits').set(completed).where('id', '=', ours.id).execute()
          counts.completed += 1
        } else missing.push({ ...row, known_from: 'log' })
      }
      const elsewhere = near.otherPbx(visits)
      if (elsewhere !== null) throw new OtherPbxError(elsewhere)
      if (missing.length > 0) await db.insertInto('visits').values(missing).execute()
      counts.added = missing.length
      await markForgotten(db, nobodys.flatMap(lossOf))
    })
    return counts
  }

  private rowOf(visit: Visit, isNobodys: boolean): VisitRow {
    const row = rowOf(visit)
    return { ...row, ...(isNobodys && NOBODY), ...joined(row, this.options.names) }
  }
}

/** Else it would stand among those of callers who withheld their number. */
function lossOf({ pbx, uniqueid, ending, left_at: at }: VisitRow): { call: string; at: number }[] {
  return ending === 'answered' || at === null ? [] : [{ call: `${pbx}|${uniqueid}`, at }]
}

/** What the log knows of the end of a visit of ours, and we do not; `null`: nothing. `watchedUntil`: we looked, ms. */
function endFor(ours: VisitRow, row: VisitRow, watchedUntil: number | null): Partial<VisitRow> | null {
  const isLeftOpen = endedUnwatched(ours, row, watchedUntil)
  if ((ours.ending === 'unknown' && row.ending !== 'unknown') || (isLeftOpen && ours.ending === null)) {
    const { id: _, entered_at: _entered, is_partly_unseen: _unseen, ...ended } = row
    // Whoever withheld the number does so in the log, too: who has none here and one there was forgotten.
    const isNobodys = ours.number === null && ours.name === null
    return { ...ended, is_partly_unseen: 1, name: ours.name, ...(isNobodys && NOBODY) }
  }
  if (!(isLeftOpen || isEndOfTalkUnseen(ours)) || row.ended_by === null) return null
  const { talk_ended_at, ended_by, transferred_to } = row
  return { talk_ended_at, ended_by, transferred_to, is_partly_unseen: 1, is_open: 0 }
}

/**
 * It was under way when we were ended, and was over before we looked again: whoever reads the log before that would have an end
 * for it that nobody could learn of later. Of a server that runs nothing is taken: what it follows ends with its own word.
 */
function endedUnwatched(ours: VisitRow, row: VisitRow, watchedUntil: number | null): boolean {
  const end = row.talk_ended_at ?? row.left_at
  if (ours.is_open === 0 || row.is_open === 1 || end === null || watchedUntil === null) return false
  // Of a talk without a word on its end the log knows no more than that it began.
  if (row.ending === 'unknown' || (row.ending === 'answered' && row.ended_by === null)) return false
  return end + LOG_SECOND_MS > watchedUntil
}

/** It ended in a gap, and was taken to have ended when that began. */
function isEndOfTalkUnseen({ ending, talk_ended_at, ended_by, is_partly_unseen }: VisitRow): boolean {
  return ending === 'answered' && talk_ended_at !== null && ended_by === null && is_partly_unseen === 1
}
