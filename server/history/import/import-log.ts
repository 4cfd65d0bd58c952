import type { PbxName } from '@/lib/domain/ids'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { rowOf, type VisitRow } from '../visits/visit-rows'
import { readLogLine } from './log-line'
import { LogVisits } from './log-visits'

/** The log has whole seconds, events microseconds, and the two are written one after the other. */
const SAME_ENTRY_MS = 2_500
const AT_ONCE = 200

/** What became of a file: visits added, visits of ours completed, visits that were there already, lines not understood. */
export type Imported = { added: number; completed: number; known: number; unreadable: number }

/**
 * Brings visits of a queue_log into the database: what is missing is added, what ended unseen gets its end. What we saw
 * ourselves stays. The same file again adds nothing.
 */
export async function importLog(database: Database, pbx: PbxName, lines: AsyncIterable<string>): Promise<Imported> {
  const counts: Imported = { added: 0, completed: 0, known: 0, unreadable: 0 }
  let visits: Visit[] = []
  const log = new LogVisits(pbx, (visit) => visits.push(visit))
  for await (const text of lines) {
    if (text.trim() === '') continue
    const line = readLogLine(text)
    if (line === null) counts.unreadable += 1
    else if (line.event === 'QUEUESTART') log.end(line.at)
    else log.take(line)
    if (visits.length < AT_ONCE) continue
    await keep(database, visits, counts)
    visits = []
  }
  await keep(database, visits, counts)
  return counts
}

async function keep(database: Database, visits: readonly Visit[], counts: Imported): Promise<void> {
  if (visits.length === 0) return
  await database.db.transaction().execute(async (db) => {
    const uniqueids = [...new Set(visits.map(({ uniqueid }) => uniqueid))]
    const known = await db.selectFrom('visits').selectAll().where('uniqueid', 'in', uniqueids).execute()
    for (const visit of visits) {
      const ours = known.find((row) => isSame(row, visit))
      if (!ours) {
        await db
          .insertInto('visits')
          .values({ ...rowOf(visit), known_from: 'log' })
          .execute()
        counts.added += 1
      } else if (ours.ending === 'unknown' && visit.ending !== 'unknown') {
        const { id: _, entered_at: _entered, is_partly_unseen: _unseen, ...ended } = rowOf(visit)
        await db
          .updateTable('visits')
          .set({ ...ended, name: ours.name, known_from: 'completed' })
          .where('id', '=', ours.id)
          .execute()
        counts.completed += 1
      } else counts.known += 1
    }
  })
}

function isSame(row: VisitRow, visit: Visit): boolean {
  const { pbx, uniqueid, queue, enteredAt } = visit
  const isThere = row.pbx === pbx && row.uniqueid === uniqueid && row.queue === queue
  return isThere && Math.abs(row.entered_at - enteredAt) <= SAME_ENTRY_MS
}
